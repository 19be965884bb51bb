"""The table of commitments and what a query returns of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    Integer,
    RowMapping,
    String,
    Table,
    or_,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from core.ports import Circle
from projections.columns import METADATA, Moment
from projections.viewer import Viewer, sees, speaks_for

TABLE: Final = Table(
    "commitment",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("number", Integer, nullable=False),  # of Z34: 34
    Column("forum", String, nullable=False),
    Column("asker", String, nullable=False),
    Column("holder", String, nullable=False),
    Column("what", String),
    Column("measure", String),
    Column("due", Date, nullable=False),
    Column("first_due", Date, nullable=False),
    Column("state", String, nullable=False),
    Column("mover", String),
    Column("pending", String),
    Column("pending_act", String),
    Column("pending_org", String),
    Column("pending_until", Date),
    Column("pending_due", Date),
    Column("proposed_due", Date),
    Column("proposed_by", String),
    Column("remark", String),
    Column("body", String),
    Column("deadline", Date),
    Column("to_org", String),
    Column("opener", String, nullable=False),
    Column("caretaker", String),
    Column("opened_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("since", Moment, nullable=False),  # in this state, with this mover
    Column("reported_on", Date),
    Column("settled_on", Date),
    Column("cites", String),  # the decision from which it follows
    Column("ended_by", String),  # the decision that ended that one
    Column("holder_doubts", Boolean, nullable=False),  # is asked whether it stands
    Column("asker_doubts", Boolean, nullable=False),
    Column("sought", Boolean, nullable=False),  # the holder's release
    Column("thanked", Boolean, nullable=False),
    Column("circle", String, nullable=False),
    Column("draft_of", String),  # organisation of an opening not yet spoken
    Column("open", Boolean, nullable=False),
    Column("asked", Boolean, nullable=False),  # somebody's word is awaited
    Column("promised", Boolean, nullable=False),  # the holder's word stands
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("core", String, nullable=False),  # core's state, packed
    Column("before", String),  # what taking back restores beside it
)
C: Final = TABLE.c
Columns = ReadOnlyColumnCollection[str, Column[Any]]

Index("commitment_by_forum", C.forum, C.open, C.due, C.number)
Index("commitment_by_asked", C.forum, C.asked, C.since, C.number)
# these two count by themselves: what a viewer may see stands in them
_SEEN: Final = (C.circle, C.asker, C.holder, C.to_org, C.draft_of)
Index("commitment_by_promised", C.forum, C.promised, C.due, C.number, *_SEEN)
Index("commitment_by_settled", C.forum, C.settled_on, C.number, *_SEEN)
Index("commitment_by_thanks", C.thanked, C.settled_on, C.number)
Index("commitment_by_asker", C.asker, C.open, C.due, C.number)
Index("commitment_by_holder", C.holder, C.open, C.due, C.number)
Index("commitment_by_mover", C.mover, C.due, C.number)
Index("commitment_by_pending", C.pending_org, C.due, C.number)
Index("commitment_by_forum_pending", C.forum, C.pending, C.due, C.number)
Index("commitment_by_due", C.open, C.due, C.number)
Index("commitment_by_cites", C.cites, C.due, C.number)
Index("commitment_by_holder_doubts", C.holder_doubts, C.holder)
Index("commitment_by_asker_doubts", C.asker_doubts, C.asker)

_BEFORE: Final = frozenset({"requested", "offered", "countered", "reserved"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """One commitment as a viewer may see it; days are local, times UTC.

    ``state`` is core's name of the phase, for ended ones how they ended, and
    ``absent`` for an opening that still waits for confirmation. ``due`` is the day
    that holds or was asked, ``proposed_due`` what ``proposed_by`` would rather
    have. ``pending_act`` is what waits, such as ``promised``. ``ended_by`` is the
    decision that ended the one it ``cites``; a side that has not said yet whether it
    stands even so *doubts*, and ``sought`` says that the holder wants its release.
    Texts are ``None`` where none was given or where it was erased.
    """

    ref: str
    forum: str
    asker: str
    holder: str
    what: str | None
    measure: str | None
    due: date
    first_due: date
    state: str
    mover: str | None
    pending: str | None
    pending_act: str | None
    pending_org: str | None
    pending_until: date | None
    pending_due: date | None
    proposed_due: date | None
    proposed_by: str | None
    remark: str | None
    body: str | None
    deadline: date | None
    to_org: str | None
    opener: str
    caretaker: str | None
    opened_at: datetime
    changed_at: datetime
    since: datetime
    reported_on: date | None
    settled_on: date | None
    cites: str | None
    ended_by: str | None
    holder_doubts: bool
    asker_doubts: bool
    sought: bool
    circle: Circle
    open: bool
    version: int
    position: int

    @property
    def agreed(self) -> bool:
        """Whether both sides agreed to it, so that somebody is bound."""
        return self.state not in _BEFORE

    @property
    def doubting(self) -> tuple[str, ...]:
        """Who is asked whether it stands without its decision."""
        sides = ((self.holder, self.holder_doubts), (self.asker, self.asker_doubts))
        return tuple(org for org, doubts in sides if doubts)


COLUMNS: Final = [C[name] for name in CommitmentRow.__dataclass_fields__]


def shown(row: RowMapping, viewer: Viewer) -> CommitmentRow:
    """Return what ``viewer`` may know; a draft is its own organisation's matter."""
    cells = dict(row)
    cells["circle"] = Circle(cells["circle"])
    full = CommitmentRow(**cells)
    inside = viewer.oversees or viewer.is_party(full.pending_org)
    if full.pending != "draft" or inside:
        return full
    return replace(
        full,
        pending=None,
        pending_act=None,
        pending_org=None,
        pending_until=None,
        pending_due=None,
    )


def visible(viewer: Viewer, c: Columns = C) -> ColumnElement[bool]:
    """Return the condition under which ``viewer`` may see a commitment at all."""
    seen = sees(viewer, c.circle, c.asker, c.holder, c.to_org)
    if viewer.oversees:
        return seen
    return seen & or_(c.draft_of.is_(None), speaks_for(viewer, c.draft_of))
