"""What can be asked about asks; every answer is for one viewer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, not_, select

from core.ask import events
from core.ask.kinds import AskKind
from core.ports import Circle
from projections import disclosure
from projections.asks.table import ASK, REPLY, AskRow, C, R, ReplyRow, visible
from projections.columns import names
from projections.packing import unpacked
from projections.rows import Row
from projections.span import Span
from projections.viewer import Viewer

PAGE = 50  # rows, unless told otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Some asks of how many there are."""

    rows: Sequence[AskRow]
    total: int


def get(db: Connection, viewer: Viewer, ref: str) -> AskRow | None:
    """Return one ask; ``None``: there is none that the viewer may see."""
    found = _rows(db, viewer, [C.ref == ref], 1)
    return found[0] if found else None


def several(db: Connection, viewer: Viewer, refs: Iterable[str]) -> Sequence[AskRow]:
    """Return those of ``refs`` that the viewer may see, with one query."""
    wanted = sorted(set(refs))
    return _rows(db, viewer, [C.ref.in_(wanted)], len(wanted))


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
    return _rows(db, viewer, wanted, limit, C.number.desc())


def running(db: Connection, viewer: Viewer, forums: Sequence[str], limit: int) -> Asked:
    """Return what goes on in ``forums``, by the day on which an answer is due."""
    return _asked(db, viewer, [C.forum.in_(forums), C.going.is_(True)], limit)


def awaited(db: Connection, viewer: Viewer, limit: int = PAGE) -> Asked:
    """Return what an organisation of the viewer has not answered yet."""
    waiting = select(R.ref).where(R.org.in_(sorted(viewer.orgs)), R.awaited.is_(True))
    return _asked(db, viewer, [C.ref.in_(waiting)], limit)


def owed(db: Connection, viewer: Viewer, today: date, limit: int = PAGE) -> Asked:
    """Return of what an organisation of the viewer owes the result or what follows."""
    over = (C.state != "ask_open") | (C.deadline < today) | (C.missing == "[]")
    told_at_once = C.kind == AskKind.HELP.value  # every answer, to whoever called
    own = [C.org.in_(sorted(viewer.orgs)), C.going.is_(True), over, not_(told_at_once)]
    return _asked(db, viewer, own, limit)


def late(db: Connection, viewer: Viewer, today: date, limit: int = PAGE) -> Asked:
    """Return asks of others whose answers or result are late, the newest first.

    A result is told to be late by the day for which it was promised.
    """
    answers = (C.deadline < today) & (C.missing != "[]")
    going = [C.state.in_(("ask_open", "ask_closed")), answers | (C.promised < today)]
    others = [C.org.not_in(sorted(viewer.orgs)), C.kind != AskKind.HELP.value]
    return _asked(db, viewer, [*going, *others], limit, C.deadline.desc(), C.number)


def opened_in(db: Connection, viewer: Viewer, span: Span, limit: int) -> Asked:
    """Return what was asked in ``span`` and still owes its result."""
    during = [C.opened_at >= span.start, C.opened_at < span.end]
    here = [C.forum.in_(span.forums), C.state.in_(("ask_open", "ask_closed"))]
    return _asked(db, viewer, [*here, *during], limit)


def told_in(db: Connection, viewer: Viewer, span: Span, limit: int) -> Asked:
    """Return of what the result was published in ``span``, and nothing said since."""
    during = [C.published_at >= span.start, C.published_at < span.end]
    here = [C.forum.in_(span.forums), C.state == "ask_published"]
    return _asked(db, viewer, [*here, *during, C.position > span.behind], limit)


def concluded_in(db: Connection, viewer: Viewer, span: Span, limit: int) -> Asked:
    """Return of what it was said in ``span`` what follows."""
    during = [C.changed_at >= span.start, C.changed_at < span.end]
    here = [C.forum.in_(span.forums), C.state == "ask_concluded"]
    return _asked(db, viewer, [*here, *during, C.position > span.behind], limit)


def replies(db: Connection, viewer: Viewer, row: AskRow) -> Sequence[ReplyRow]:
    """Return who has replied what; who has not is coordination's and the asker's."""
    return _replies(db, viewer, row, select(REPLY).where(R.ref == row.ref))


def reply_of(db: Connection, viewer: Viewer, row: AskRow, org: str) -> ReplyRow | None:
    """Return what ``org`` replied; ``None`` if it is not asked."""
    query = select(REPLY).where(R.ref == row.ref, R.org == org)
    return next(iter(_replies(db, viewer, row, query)), None)


def minutes_of_week(db: Connection, today: date) -> Mapping[str, int]:
    """Return for how many minutes each organisation was asked in this week (Q4)."""
    monday = today - timedelta(days=today.weekday())
    query = (
        select(R.org, func.sum(C.minutes))
        .join(ASK, C.ref == R.ref)
        .where(C.on >= monday, C.on < monday + timedelta(days=7))
        .where(C.kind != AskKind.HELP.value, C.state != "ask_cancelled")
        .group_by(R.org)
    )
    return {org: int(minutes) for org, minutes in db.execute(query)}


def _replies(
    db: Connection, viewer: Viewer, row: AskRow, query: Select[Any]
) -> Sequence[ReplyRow]:
    opened = _opened(db.scalars(select(C.opened).where(C.ref == row.ref)).one())
    rows = db.execute(query.order_by(R.org)).mappings()
    found = [_reply(dict(one), opened, viewer) for one in rows]
    knows = _knows_missing(viewer, row.org)
    return [one for one in found if one.reply or knows or viewer.is_party(one.org)]


@lru_cache(maxsize=256)
def _opened(cell: str) -> events.Opened:
    """Return how an ask was opened; the same text says the same."""
    opened: events.Opened = unpacked(cell)
    return opened


def _asked(
    db: Connection,
    viewer: Viewer,
    wanted: Sequence[ColumnElement[bool]],
    limit: int,
    *ordering: ColumnElement[object],
) -> Asked:
    count = select(func.count()).select_from(ASK).where(*wanted, visible(viewer))
    rows = _rows(db, viewer, wanted, limit, *ordering)
    return Asked(rows=rows, total=db.scalar(count) or 0)


def _rows(
    db: Connection,
    viewer: Viewer,
    wanted: Sequence[ColumnElement[bool]],
    limit: int,
    *ordering: ColumnElement[object],
) -> Sequence[AskRow]:
    query = select(ASK).where(*wanted, visible(viewer)).limit(limit)
    found = db.execute(query.order_by(*(ordering or (C.deadline, C.number))))
    return [_shown(dict(row), viewer) for row in found.mappings()]


def _shown(row: Row, viewer: Viewer) -> AskRow:
    opened = _opened(row["opened"])
    published = unpacked(row["published"]) if row["published"] else None
    ended = unpacked(row["concluded"]) if row["concluded"] else None
    concluded = ended if isinstance(ended, events.Concluded) else None
    why = ended.reason if isinstance(ended, events.Cancelled) else None
    missing = names(row["missing"])
    if not _knows_missing(viewer, row["org"]):
        missing = tuple(org for org in missing if viewer.is_party(org))
    known = ("ref", "on", "deadline", "promised", "minutes", "state", "going")
    times = ("answered", "published_at", "opener", "opened_at", "changed_at")
    cells = {name: row[name] for name in (*known, *times, "version", "position")}
    return AskRow(
        **cells,
        forum=opened.forum,
        org=opened.org,
        kind=opened.kind,
        meant=opened.meant,
        text=opened.text.text,
        questions=opened.questions,
        audience=opened.audience,
        disclosure=opened.disclosure,
        purpose=opened.purpose.text if opened.purpose else None,
        horizon=opened.horizon,
        needs=opened.needs,
        missing=missing,
        figures=published.figures if published else (),
        kept=published.kept if published else (),
        summary=published.summary.text if published and published.summary else None,
        told=published.answered if published else None,
        follows=concluded.follows if concluded else None,
        why=concluded.why.text if concluded else why and why.text,
        leads_to=concluded.ref if concluded else None,
        circle=Circle(row["circle"]),
    )


def _knows_missing(viewer: Viewer, asker: str) -> bool:
    """Whether the viewer may know who has not replied yet (rules 8 and 11)."""
    return viewer.coordinates or viewer.is_party(asker)


def _reply(row: Row, opened: events.Opened, viewer: Viewer) -> ReplyRow:
    said = unpacked(row["said"]) if row["said"] else None
    told = said and disclosure.shown(said, opened, viewer)
    answer = told if isinstance(told, events.Answered | events.Revised) else None
    declined = told if isinstance(told, events.AnswerDeclined) else None
    remark = answer.remark if answer else declined.reason if declined else None
    return ReplyRow(
        ref=row["ref"],
        org=row["org"],
        reply=_KINDS.get(type(said), ""),
        values=answer.values if answer else (),
        remark=remark.text if remark else None,
        late=bool(said and said.late)
        and viewer.knows_of_lateness(row["org"], opened.org),
        hidden=told != said,
        at=row["at"],
        person=row["person"],
        pending_until=row["pending_until"],
    )


_KINDS: Mapping[type[object], str] = {
    events.Answered: "answered",
    events.Revised: "answered",
    events.NothingReported: "nothing",
    events.AnswerDeclined: "declined",
}
