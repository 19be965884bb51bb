"""Information: what members told a forum, and what worries them (*Information*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    Index,
    Integer,
    String,
    Table,
    func,
    or_,
    select,
)

from core import information as core
from core.information.state import plain
from core.ports import Circle, Recorded
from projections.columns import METADATA, Moment, listed
from projections.columns import names as named
from projections.packing import packed, unpacked
from projections.rows import Row, Rows
from projections.span import Span
from projections.view import View
from projections.viewer import Viewer, sees

CONCERN: Final = "sorge"  # the kind of a concern, beside core's kinds

TABLE: Final = Table(
    "information",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("forum", String, nullable=False),
    Column("org", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", String),
    Column("state", String, nullable=False),
    Column("confirmations", String, nullable=False),
    Column("about", String, nullable=False),
    Column("answered_by", String),
    Column("answer", String),
    Column("missing", String),
    Column("funding", String),
    Column("pending_org", String),
    Column("pending_until", Date),
    Column("recorded_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("circle", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("first", Integer, nullable=False),  # position of its first event
    Column("core", String, nullable=False),
)
C: Final = TABLE.c
_COUNTS: Final = C.state.not_in(("absent", "retracted"))
Index("information_by_forum", C.forum, C.first)
Index("information_by_kind", C.kind, C.state, C.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRow:
    """A piece of information or a concern (``kind`` is then ``sorge``).

    ``state`` is ``current`` or ``retracted``, for concerns ``open``, ``answered``,
    ``acknowledged`` or ``settled``, and ``absent`` for one entered on behalf that
    does not count yet. ``missing`` is why an answer was not enough.
    """

    ref: str
    forum: str
    org: str
    kind: str
    text: str | None
    state: str
    confirmations: tuple[str, ...]
    about: tuple[str, ...]
    answered_by: str | None
    answer: str | None
    missing: str | None
    funding: core.Funding | None
    pending_org: str | None
    pending_until: date | None
    recorded_at: datetime
    changed_at: datetime
    circle: Circle
    version: int
    position: int


def naming(db: Connection, viewer: Viewer, ref: str) -> Sequence[InformationRow]:
    """Return what is about ``ref`` or has its number in the text, the oldest first."""
    near = or_(C.about.contains(f'"{ref}"'), C.text.contains(ref))
    query = select(TABLE).where(near, _COUNTS, visible(viewer))
    found = [shown(dict(row)) for row in db.execute(query.order_by(C.first)).mappings()]
    number = re.compile(rf"\b{ref}\b").search
    return [o for o in found if ref in o.about or number(o.text or "")]


def get(db: Connection, viewer: Viewer, ref: str) -> InformationRow | None:
    """Return one item; ``None``: there is none that the viewer may see."""
    wanted = select(TABLE).where(C.ref == ref, visible(viewer))
    row = db.execute(wanted).mappings().first()
    return shown(dict(row)) if row else None


def listing(
    db: Connection, viewer: Viewer, forum: str | None = None, org: str | None = None
) -> Sequence[InformationRow]:
    """Return everything that counts or counted, the oldest first."""
    wanted = [C.state != "absent", visible(viewer)]
    wanted += [C.forum == forum] if forum else []
    wanted += [C.org == org] if org else []
    found = db.execute(select(TABLE).where(*wanted).order_by(C.first))
    return [shown(dict(row)) for row in found.mappings()]


def latest(
    db: Connection, viewer: Viewer, forum: str | Sequence[str], limit: int
) -> Sequence[InformationRow]:
    """Return what a forum, or several, learnt last, newest first."""
    places = [forum] if isinstance(forum, str) else list(forum)
    query = select(TABLE).where(C.forum.in_(places), _COUNTS, visible(viewer))
    found = db.execute(query.order_by(C.first.desc()).limit(limit))
    return [shown(dict(row)) for row in found.mappings()]


def learnt_in(
    db: Connection, viewer: Viewer, span: Span, limit: int
) -> tuple[Sequence[InformationRow], int]:
    """Return what was learnt in ``span``, the oldest first, and how much that is."""
    during = [C.recorded_at >= span.start, C.recorded_at < span.end]
    here = [C.forum.in_(span.forums), C.first > span.behind, _COUNTS]
    wanted = [*here, *during, C.org.not_in(span.besides), visible(viewer)]
    query = select(TABLE).where(*wanted).order_by(C.first).limit(limit)
    found = [shown(dict(row)) for row in db.execute(query).mappings()]
    if len(found) < limit:
        return found, len(found)
    return found, db.scalar(select(func.count()).where(*wanted)) or 0


def visible(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition under which ``viewer`` may see an item."""
    return sees(viewer, C.circle, C.org)


def shown(row: Row) -> InformationRow:
    """Return a row with its packed cells opened."""
    cells = {name: row[name] for name in InformationRow.__dataclass_fields__}
    cells |= {
        "confirmations": named(row["confirmations"]),
        "about": unpacked(row["about"]),
        "funding": unpacked(row["funding"]) if row["funding"] else None,
        "circle": Circle(row["circle"]),
    }
    return InformationRow(**cells)


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Bring the table up to date; ignore other aggregates."""
    mine = [(r, r.event) for r in batch if isinstance(r.event, core.Happening)]
    rows.load(TABLE, (recorded.ref for recorded, _ in mine))
    for recorded, event in mine:
        row = rows.one(TABLE, recorded.ref) or _opened(recorded)
        after = core.INFORMATION.evolve(unpacked(row["core"]), event)
        told = {**row, **_worded(row, event), **_standing(after)}
        told |= {
            "changed_at": recorded.recorded_at,
            "version": recorded.version,
            "position": recorded.position,
            "core": packed(after),
        }
        if recorded.origin.circle is Circle.CLOSED:
            told["circle"] = Circle.CLOSED.value
        rows.put(TABLE, recorded.ref, [told])


INFORMATION: Final = View("information.v2", (TABLE,), fold)


def _opened(recorded: Recorded) -> Row:
    empty: dict[str, Any] = dict.fromkeys(column.name for column in TABLE.columns)
    return {
        **empty,
        "ref": recorded.ref,
        "kind": "",
        "about": packed(()),
        "recorded_at": recorded.recorded_at,
        "circle": recorded.origin.circle.value,
        "first": recorded.position,
        "core": packed(core.INFORMATION.initial),
    }


def _worded(row: Row, event: core.Happening) -> Row:
    """Return the cells that hold what was said."""
    funding = getattr(event, "funding", None)
    funded = {"funding": packed(funding)} if funding else {}
    match event:
        case core.Recorded(kind=kind, text=text, about=about):
            cells = {"kind": kind.value, "text": text.text, "about": packed(about)}
            return (
                {**cells, "funding": packed(event.funding)} if event.funding else cells
            )
        case core.ConcernRaised(text=text, about=about):
            return {"kind": CONCERN, "text": text.text, "about": packed(about)}
        case core.EnteredOnBehalf(event=core.Recorded() | core.ConcernRaised()):
            return _worded(row, event.event)  # type: ignore[arg-type]  # as matched
        case core.Corrected(text=text):
            return {"text": text.text, **funded}
        case core.ConcernAnswered(org=org, text=text):
            return {"answered_by": org, "answer": text.text, "missing": None}
        case core.AnswerRejected(missing=missing):
            return {"missing": missing.text}
        case _:
            return {}


def _standing(state: core.State) -> Row:
    """Return the cells that follow from core's state alone."""
    item, now = core.item_of(state), plain(state)
    waiting = state if isinstance(state, core.Provisional) else None
    confirmed = now.confirmed if isinstance(now, core.Current) else ()
    return {
        "forum": item.forum if item else "",
        "org": item.org if item else "",
        "state": _NAMES[type(now)],
        "confirmations": listed(confirmed),
        "pending_org": waiting.org if waiting else None,
        "pending_until": waiting.until if waiting else None,
    }


_NAMES: Final[dict[type[object], str]] = {
    core.Absent: "absent",
    core.Current: "current",
    core.OpenConcern: "open",
    core.AnsweredConcern: "answered",
    core.AcknowledgedConcern: "acknowledged",
    core.SettledConcern: "settled",
    core.Withdrawn: "retracted",
}
