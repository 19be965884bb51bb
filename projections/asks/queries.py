"""What can be asked about asks; every answer is for one viewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    func,
    not_,
    or_,
    select,
    true,
)

from core.ask.kinds import AskKind
from projections import people
from projections.asks.shown import Dossier, shown, shown_replies
from projections.asks.table import ASK, REPLY, AskRow, C, R, ReplyRow, visible
from projections.rows import Row
from projections.span import Span
from projections.viewer import Viewer, among

PAGE = 50  # rows, unless told otherwise
GOES_ON: Final = (C.kind != AskKind.HELP.value) | (C.state == "ask_open")
_QUESTIONS: Final = 1_024  # that are kept, of all persons of an organisation one


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Some asks of how many there are."""

    rows: Sequence[AskRow]
    total: int


def get(db: Connection, viewer: Viewer, ref: str) -> AskRow | None:
    """Return one ask; ``None``: there is none that the viewer may see."""
    found = rows_of(db, viewer, [C.ref == ref], 1)
    return found[0] if found else None


def several(db: Connection, viewer: Viewer, refs: Iterable[str]) -> Sequence[AskRow]:
    """Return those of ``refs`` that the viewer may see, with one query."""
    wanted = sorted(set(refs))
    return rows_of(db, viewer, [C.ref.in_(wanted)], len(wanted))


def listing(
    db: Connection,
    viewer: Viewer,
    forum: str | None = None,
    limit: int = PAGE,
    before: int | None = None,
) -> Sequence[AskRow]:
    """Return asks, the newest first; ``before`` is the number of the last one seen."""
    wanted = [C.forum == forum] if forum else []
    wanted += [C.number < before] if before is not None else []
    return rows_of(db, viewer, wanted, limit, C.number.desc())


def running(db: Connection, viewer: Viewer, forums: Sequence[str], limit: int) -> Asked:
    """Return what goes on in ``forums``, by the day on which an answer is due."""
    return _asked(db, viewer, _running, limit, forums=list(forums))


def awaited(db: Connection, viewer: Viewer, limit: int = PAGE) -> Asked:
    """Return what an organisation of the viewer has not answered yet."""
    return _asked(db, viewer, _awaited, limit)


def owed(db: Connection, viewer: Viewer, today: date, limit: int = PAGE) -> Asked:
    """Return of what an organisation of the viewer owes the result or what follows."""
    return _asked(db, viewer, _owed, limit, today=today)


def late(db: Connection, viewer: Viewer, today: date, limit: int = PAGE) -> Asked:
    """Return asks of others whose answers or result are late, the newest first.

    Coordination alone hears of it; a result is late after the day it was promised for.
    """
    return _asked(db, viewer, _late, limit, today=today)


def opened_in(db: Connection, viewer: Viewer, span: Span, limit: int) -> Asked:
    """Return what was asked in ``span`` and still owes its result."""
    return _asked(db, viewer, _opened_in, limit, **_during(span))


def told_in(db: Connection, viewer: Viewer, span: Span, limit: int) -> Asked:
    """Return of what the result was published in ``span``, and nothing said since."""
    return _asked(db, viewer, _told_in, limit, **_during(span), behind=span.behind)


def concluded_in(db: Connection, viewer: Viewer, span: Span, limit: int) -> Asked:
    """Return of what it was said in ``span`` what follows."""
    return _asked(db, viewer, _concluded_in, limit, **_during(span), behind=span.behind)


def _during(span: Span) -> dict[str, object]:
    return {"forums": list(span.forums), "start": span.start, "end": span.end}


def replies(db: Connection, viewer: Viewer, row: AskRow) -> Sequence[ReplyRow]:
    """Return who has replied what; who has not is coordination's and the asker's."""
    return _replies(db, viewer, row, select(REPLY).where(R.ref == row.ref))


def reply_of(db: Connection, viewer: Viewer, row: AskRow, org: str) -> ReplyRow | None:
    """Return what ``org`` replied; ``None`` if it is not asked."""
    query = select(REPLY).where(R.ref == row.ref, R.org == org)
    return next(iter(_replies(db, viewer, row, query)), None)


def dossier(db: Connection, ref: str) -> Dossier | None:
    """Return an ask with all replies, for whoever has to tell many viewers of it."""
    row = db.execute(_ASK, {"ref": ref}).mappings().first()
    if row is None:
        return None
    replies = db.execute(_REPLIES, {"ref": ref}).mappings()
    return Dossier(dict(row), _equipped(db, row["kind"], replies))


_ASK: Final = select(ASK).where(C.ref == bindparam("ref"))
_REPLIES: Final = select(REPLY).where(R.ref == bindparam("ref")).order_by(R.org)


def _replies(
    db: Connection, viewer: Viewer, row: AskRow, query: Select[Any]
) -> Sequence[ReplyRow]:
    opened = db.scalars(select(C.opened).where(C.ref == row.ref)).one()
    rows = db.execute(query.order_by(R.org)).mappings()
    return shown_replies(_equipped(db, row.kind, rows), opened, viewer)


def _equipped(db: Connection, kind: str, rows: Iterable[RowMapping]) -> list[Row]:
    """Return ``rows`` with what each organisation lends, if help is called for."""
    listed = people.devices(db) if kind == AskKind.HELP else ()
    return [
        {**one, "lends": [name for org, name in listed if org == one["org"]]}
        for one in rows
    ]


def _asked(
    db: Connection,
    viewer: Viewer,
    wanted: Callable[[Viewer], Sequence[ColumnElement[bool]]],
    limit: int,
    **named: object,
) -> Asked:
    first, count = _question(wanted, replace(viewer, person=""))
    found = db.execute(first, {**named, "limit": limit}).mappings()
    rows = [shown(dict(row), viewer) for row in found]
    full = len(rows) == limit
    return Asked(rows=rows, total=(db.scalar(count, named) or 0) if full else len(rows))


@lru_cache(maxsize=_QUESTIONS)  # to make a statement takes longer than to run it
def _question(
    wanted: Callable[[Viewer], Sequence[ColumnElement[bool]]], viewer: Viewer
) -> tuple[Select[Any], Select[Any]]:
    """Return the queries for the first rows and for how many there are."""
    conditions = [*wanted(viewer), visible(viewer)]
    by = C.deadline.desc() if wanted is _late else C.deadline
    first = select(ASK).where(*conditions).order_by(by, C.number)
    count = select(func.count()).select_from(ASK).where(*conditions)
    return first.limit(bindparam("limit")), count


_FORUMS: Final = C.forum.in_(bindparam("forums", expanding=True))
_BEHIND: Final = C.position > bindparam("behind")


def _within(at: ColumnElement[datetime]) -> ColumnElement[bool]:
    return and_(at >= bindparam("start"), at < bindparam("end"))


def _running(_viewer: Viewer) -> Sequence[ColumnElement[bool]]:
    return [_FORUMS, C.going.is_(True), GOES_ON]


def _awaited(viewer: Viewer) -> Sequence[ColumnElement[bool]]:
    own = [among(R.org, viewer.orgs), R.awaited.is_(True)]
    return [C.ref.in_(select(R.ref).where(*own))]


def _owed(viewer: Viewer) -> Sequence[ColumnElement[bool]]:
    missing = C.missing == "[]"
    over = or_(C.state != "ask_open", C.deadline < bindparam("today"), missing)
    told_at_once = C.kind == AskKind.HELP.value  # every answer, to whoever called
    return [among(C.org, viewer.orgs), C.going.is_(True), over, not_(told_at_once)]


def _late(viewer: Viewer) -> Sequence[ColumnElement[bool]]:
    today = bindparam("today", type_=C.deadline.type)
    answers = and_(C.deadline < today, C.missing != "[]")
    over = or_(answers, C.promised < today)
    others = [not_(among(C.org, viewer.orgs)), C.kind != AskKind.HELP.value]
    known = true() if viewer.coordinates else not_(true())
    return [known, C.state.in_(("ask_open", "ask_closed")), over, *others]


def _opened_in(_viewer: Viewer) -> Sequence[ColumnElement[bool]]:
    here = [_FORUMS, C.state.in_(("ask_open", "ask_closed"))]
    return [*here, GOES_ON, _within(C.opened_at)]


def _told_in(_viewer: Viewer) -> Sequence[ColumnElement[bool]]:
    here = [_FORUMS, C.state == "ask_published"]
    return [*here, _within(C.published_at), _BEHIND]


def _concluded_in(_viewer: Viewer) -> Sequence[ColumnElement[bool]]:
    here = [_FORUMS, C.state == "ask_concluded"]
    return [*here, _within(C.changed_at), _BEHIND]


def rows_of(
    db: Connection,
    viewer: Viewer,
    wanted: Sequence[ColumnElement[bool]],
    limit: int,
    *ordering: ColumnElement[object],
) -> Sequence[AskRow]:
    """Return asks under these conditions, by deadline unless ordered otherwise."""
    query = select(ASK).where(*wanted, visible(viewer)).limit(limit)
    found = db.execute(query.order_by(*(ordering or (C.deadline, C.number))))
    return [shown(dict(row), viewer) for row in found.mappings()]
