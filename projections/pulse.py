"""Pulse: when a forum last gave a sign of life, and who (*Puls*).

Everything said in a forum counts, whoever said it, and being at one of its meetings; a
draft is not said yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import Column, Connection, String, Table, func, select

from core import ask, decision, forum, information
from core.commitment import events
from core.event import Event
from core.ports import Recorded
from projections.columns import METADATA, Moment, ordered
from projections.rows import Row, Rows
from projections.view import View

_PLACE: Final = Table(
    "place",
    METADATA,
    Column("stream", String, primary_key=True),
    Column("forum", String, nullable=False),
)
SIGN: Final = Table(
    "sign",
    METADATA,
    Column("forum", ordered(), primary_key=True),
    Column("org", ordered(), primary_key=True),
    Column("at", Moment, nullable=False),
)


class Sign(NamedTuple):
    """The newest sign of life of one organisation in a forum."""

    org: str
    at: datetime


def signs(db: Connection, forums: Sequence[str]) -> Sequence[Sign]:
    """Return the newest sign of every organisation in ``forums``, by time."""
    newest = func.max(SIGN.c.at, type_=Moment())
    query = select(SIGN.c.org, newest).where(SIGN.c.forum.in_(forums))
    return [Sign(*row) for row in db.execute(query.group_by(SIGN.c.org))]


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Note for every event of a forum when its organisation said it."""
    rows.load(_PLACE, (recorded.stream for recorded in batch))
    for recorded in batch:
        event = recorded.event
        if isinstance(event, forum.Happening):
            _note(rows, recorded, recorded.ref, recorded.origin.org)
            if isinstance(event, forum.MeetingHeld):
                for org in event.attended:
                    _note(rows, recorded, recorded.ref, org)
        elif isinstance(event, _SAID):
            opened = _opened(event)
            if opened is not None:
                row = {"stream": recorded.stream, "forum": opened}
                rows.put(_PLACE, recorded.stream, [row])
            place = rows.one(_PLACE, recorded.stream)
            if place and not isinstance(event, _UNSAID):
                _note(rows, recorded, place["forum"], recorded.origin.org)


_SAID: Final = (
    events.Happening
    | information.Happening
    | ask.events.Happening
    | decision.events.Happening
)
_UNSAID: Final = (
    events.Drafted,
    events.DraftDiscarded,
    decision.events.Prepared,
    decision.events.PreparedDropped,
)
PULSE: Final = View("pulse.v3", (_PLACE, SIGN), fold)


def _opened(event: Event) -> str | None:
    """Return the forum that an event names as the place of its item."""
    match event:
        case events.Requested(forum=place) | events.Offered(forum=place):
            return place
        case information.Recorded(forum=place) | information.ConcernRaised(forum=place):
            return place
        case ask.events.Opened(forum=place) | decision.events.Drafted(forum=place):
            return place
        case (
            events.Drafted(event=inner)
            | events.EnteredOnBehalf(event=inner)
            | information.EnteredOnBehalf(event=inner)
        ):
            return _opened(inner)
        case _:
            return None


def _note(rows: Rows, recorded: Recorded, place: str, org: str) -> None:
    kept = [row for row in rows.of(SIGN, place) if row["org"] != org]
    new: Row = {"forum": place, "org": org, "at": recorded.recorded_at}
    rows.put(SIGN, place, sorted([*kept, new], key=lambda row: str(row["org"])))
