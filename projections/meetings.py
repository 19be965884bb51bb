"""Meetings of forums: convened, cancelled, held, minuted, approved (*Sitzungen*).

A meeting is known by forum, day and number; the number is above 1 only where another
one was convened for the day of one that was cancelled, so each keeps its name for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, assert_never

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Integer,
    String,
    Table,
    or_,
    select,
)

from core import forum
from core.forum.meeting_events import Meeting
from core.ports import Recorded
from projections.columns import METADATA, Moment, listed, names, ordered
from projections.people.tables import FORUM, SEAT
from projections.rows import Row, Rows
from projections.view import View
from projections.viewer import Viewer, sees

MOST: Final = 500  # meetings; forty years of monthly ones
SHOWN: Final = 5  # meetings of each sort on the board

MEETING: Final = Table(
    "meeting",
    METADATA,
    Column("forum", ordered(), primary_key=True),
    Column("on", Date, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("at", String),
    Column("place", String),
    Column("state", String, nullable=False),
    Column("attended", String, nullable=False),
    Column("quorate", Boolean),
    Column("minutes", String),
    Column("circle", String, nullable=False),
    Column("entry", Integer),  # the one that says that it was held
    Column("version", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
)
_M: Final = MEETING.c


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting; ``state`` is convened, cancelled, held, minuted or approved.

    ``at`` is the local hour. ``attended``, ``quorate`` and ``entry``, the one in the
    log, are known once it was held. ``place`` and ``minutes``, where they lie, are
    ``None`` where nobody said or the text was erased. ``version`` rises with every
    change.
    """

    forum: str
    on: date
    number: int
    at: str | None
    place: str | None
    state: str
    attended: tuple[str, ...]
    quorate: bool | None
    minutes: str | None
    entry: int | None
    version: int
    changed_at: datetime

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.entry is not None


@dataclass(frozen=True, slots=True)
class Sittings:
    """When a forum meets, and the last times it did.

    ``coming`` are those convened, the next first, also what was called off of them;
    ``unrecorded`` those whose day is over while nobody said that they took place.
    """

    coming: Sequence[MeetingRow]
    unrecorded: Sequence[MeetingRow]
    held: Sequence[MeetingRow]


def sittings(
    db: Connection, viewer: Viewer, forums: Sequence[str], today: date
) -> Sittings:
    """Return the meetings around ``today``."""
    found = meetings(db, viewer, forums)
    ahead = [row for row in found if not row.held and row.on >= today]
    past = [row for row in found if row.state == "convened" and row.on < today]
    held = [row for row in found if row.held]
    return Sittings(ahead[::-1][:SHOWN], past[:SHOWN], held[:SHOWN])


def meetings(
    db: Connection, viewer: Viewer, forums: Sequence[str], limit: int = MOST
) -> Sequence[MeetingRow]:
    """Return the meetings of ``forums``, those of all without any, the last first."""
    joined = MEETING.join(FORUM, FORUM.c.forum == _M.forum)
    query = select(*MEETING.c).select_from(joined)
    seated = select(SEAT.c.forum).where(SEAT.c.org.in_(sorted(viewer.orgs)))
    seen = sees(viewer, _M.circle, FORUM.c.lead)
    query = query.where(or_(seen, _M.forum.in_(seated)))
    if forums:
        query = query.where(_M.forum.in_(forums))
    ordered_by = query.order_by(_M.on.desc(), _M.number.desc(), _M.forum)
    return [_shown(dict(row)) for row in db.execute(ordered_by.limit(limit)).mappings()]


def ahead(
    db: Connection, viewer: Viewer, today: date, until: date
) -> Sequence[MeetingRow]:
    """Return what is convened up to ``until`` where ``viewer`` sits or leads."""
    orgs = sorted(viewer.orgs)
    seated = select(SEAT.c.forum).where(SEAT.c.org.in_(orgs))
    led = select(FORUM.c.forum).where(FORUM.c.lead.in_(orgs))
    wanted = [_M.state == "convened", _M.on.between(today, until)]
    own = or_(_M.forum.in_(seated), _M.forum.in_(led))
    query = select(*MEETING.c).where(own, *wanted)
    found = db.execute(query.order_by(_M.on, _M.at, _M.forum)).mappings()
    return [_shown(dict(row)) for row in found]


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Keep every meeting up to date."""
    mine = [recorded for recorded in batch if isinstance(recorded.event, Meeting)]
    rows.load(MEETING, (recorded.ref for recorded in mine))
    for recorded in mine:
        if isinstance(recorded.event, Meeting):
            _fold(rows, recorded, recorded.event)


MEETINGS: Final = View("meetings.v1", (MEETING,), fold)


def _fold(rows: Rows, recorded: Recorded, event: Meeting) -> None:
    sheet = [dict(row) for row in rows.of(MEETING, recorded.ref)]
    same_day = [row for row in sheet if row["on"] == event.on]
    known = same_day[-1] if same_day else None
    match event:
        case forum.MeetingScheduled(at=at, place=place):
            if known is None or known["state"] == "cancelled":
                known = _new(recorded, event.on, len(same_day) + 1)
                sheet.append(known)
            said = None if place is None else place.text
            known |= {"state": "convened", "at": at, "place": said}
        case forum.MeetingHeld(attended=attended, quorate=quorate):
            if known is None:
                known = _new(recorded, event.on, 1)
                sheet.append(known)
            known |= {"state": "held", "attended": listed(attended)}
            known |= {"quorate": quorate, "entry": recorded.position}
        case forum.MeetingCancelled() | forum.MinutesFiled() | forum.MinutesApproved():
            if known is None:
                return
            known |= _later(event)
        case _:
            assert_never(event)
    known |= {"version": recorded.version, "changed_at": recorded.recorded_at}
    rows.put(
        MEETING, recorded.ref, sorted(sheet, key=lambda row: (row["on"], row["number"]))
    )


def _later(
    event: forum.MeetingCancelled | forum.MinutesFiled | forum.MinutesApproved,
) -> Row:
    match event:
        case forum.MeetingCancelled():
            return {"state": "cancelled"}
        case forum.MinutesFiled(where=where):
            return {"state": "minuted", "minutes": where.text}
        case forum.MinutesApproved():
            return {"state": "approved"}
        case _:
            assert_never(event)


def _new(recorded: Recorded, on: date, number: int) -> Row:
    unknown = ("at", "place", "quorate", "minutes", "entry")
    return {
        **dict.fromkeys(unknown),
        "forum": recorded.ref,
        "on": on,
        "number": number,
        "attended": listed(()),
        "circle": recorded.origin.circle.value,
    }


def _shown(row: Row) -> MeetingRow:
    cells = {name: row[name] for name in MeetingRow.__dataclass_fields__}
    return MeetingRow(**{**cells, "attended": names(row["attended"])})
