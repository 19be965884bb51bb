"""Minutes: what a forum resolved, was promised, asked and learnt in some days.

A query over the views (German: *Niederschrift*). A decision stands in it when it was
opened, counted or ended in these days; texts of the days, states of today.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection

from projections import asks, decisions, information, meetings, people
from projections.asks import AskRow
from projections.commitments import CommitmentRow
from projections.commitments.queries import rows_of
from projections.commitments.table import C, visible
from projections.decisions import DecisionRow, ObjectionRow, PositionRow
from projections.information import InformationRow
from projections.meetings import MeetingRow
from projections.people import SeatRow
from projections.span import Span
from projections.viewer import Viewer

MOST: Final = 500  # items of each kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A decision with what was said to it."""

    row: DecisionRow
    positions: Sequence[PositionRow]
    objections: Sequence[ObjectionRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What happened in ``forum`` from ``start`` to ``end``, both days included.

    ``meetings`` are those that were held in these days, the first one first.
    """

    forum: str
    start: date
    end: date
    seats: Sequence[SeatRow]
    meetings: Sequence[MeetingRow]
    decisions: Sequence[Resolved]
    promised: Sequence[CommitmentRow]
    kept: Sequence[CommitmentRow]
    asks: Sequence[AskRow]
    learnt: Sequence[InformationRow]


def minutes(
    db: Connection, viewer: Viewer, forum: str, start: date, end: date, zone: ZoneInfo
) -> Minutes:
    """Return what ``viewer`` may know of these local days of ``forum``."""
    places = people.line(db, forum)
    begun = datetime(start.year, start.month, start.day, tzinfo=zone)
    last = end + timedelta(days=1)
    over = datetime(last.year, last.month, last.day, tzinfo=zone)
    span = Span(forums=places, start=begun, end=over)
    here: list[ColumnElement[bool]] = [C.forum.in_(places), visible(viewer)]
    during = [C.promised.is_(True), C.since >= begun, C.since < over]
    kept = [C.state == "fulfilled", C.settled_on >= start, C.settled_on <= end]
    return Minutes(
        forum=forum,
        start=start,
        end=end,
        seats=people.seats(db, forum),
        meetings=[
            row
            for row in reversed(meetings.meetings(db, viewer, places))
            if row.held and start <= row.on <= end
        ],
        decisions=_resolved(db, viewer, places, start, end),
        promised=rows_of(db, viewer, [*here, *during], MOST),
        kept=rows_of(db, viewer, [*here, *kept], MOST, C.settled_on, C.number),
        asks=_asked(db, viewer, places, span),
        learnt=information.learnt_in(db, viewer, span, MOST)[0],
    )


def _resolved(
    db: Connection, viewer: Viewer, places: Sequence[str], start: date, end: date
) -> Sequence[Resolved]:
    found = decisions.listing(db, viewer, places, (), MOST).rows
    rows = [row for row in found if _within(row, start, end)]
    objected = decisions.objections(db, [row.ref for row in rows]) if rows else ()
    return [
        Resolved(
            row=row,
            positions=decisions.positions(db, viewer, row),
            objections=[one for one in objected if one.ref == row.ref],
        )
        for row in reversed(rows)
    ]


def _within(row: DecisionRow, start: date, end: date) -> bool:
    days = (row.opened_on, row.closed_on, row.ended_on)
    return any(day is not None and start <= day <= end for day in days)


def _asked(
    db: Connection, viewer: Viewer, places: Sequence[str], span: Span
) -> Sequence[AskRow]:
    first, behind = span.start.date(), span.end.date()
    return [
        row
        for place in places
        for row in reversed(asks.listing(db, viewer, place, MOST))
        if first <= row.on < behind
        or (row.published_at is not None and span.start <= row.published_at < span.end)
    ]
