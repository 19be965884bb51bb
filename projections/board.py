"""Board: a forum at a glance (*Forumsbrett*).

Sitzungen · Am Zug · Wird entschieden · In den Räten · Zusagen · Abfragen · Gilt jetzt ·
Puls · Neu gelernt. What a forum has taken over from forums that went into it is shown
with its own things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, not_, or_, true

from projections import asks, decisions, information, meetings, people, pulse
from projections.asks import Asked
from projections.commitments import (
    COMMITMENTS,
    CommitmentRow,
    Counts,
    counts,
)
from projections.commitments.queries import knows_pending, rows_of, total
from projections.commitments.table import C, visible
from projections.commitments.tally import T, tallied
from projections.decisions import DECIDING, Ballots, Matrix, Register, ballots
from projections.information import InformationRow
from projections.meetings import Sittings
from projections.view import position
from projections.viewer import Viewer, speaks_for

SHOWN: Final = 20  # rows per section; the rest is counted and listed elsewhere
LEARNT: Final = 5  # items; source: domain.md section 17
RECENTLY: Final = timedelta(days=30)  # calendar days that a kept promise is shown
ACTIVE: Final = timedelta(days=90)  # calendar days in which a sign of life counts


@dataclass(frozen=True, slots=True)
class Section:
    """Some rows of how many there are."""

    rows: Sequence[CommitmentRow]
    total: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What one organisation must move, oldest first."""

    org: str
    rows: Sequence[CommitmentRow]


@dataclass(frozen=True, slots=True)
class Moving:
    """Who must move (*Am Zug*), the organisation waited for longest first.

    ``stuck`` are decisions that objections hinder though their term is over; they
    wait for whoever proposed them and are counted in ``total``.
    """

    turns: Sequence[Turn]
    total: int
    stuck: Ballots


@dataclass(frozen=True, slots=True)
class Promises:
    """The word that stands (*Zusagen*).

    ``overdue`` holds what the viewer may know to be late; for everybody else it
    stands in ``this_month``, as open. ``kept`` is what was kept in the last 30 days,
    ``doubted`` that of which somebody has to say whether it stands without its
    decision.
    """

    overdue: Section
    this_month: Section
    later: Section
    kept: Section
    doubted: Section


@dataclass(frozen=True, slots=True)
class Pulse:
    """Signs of life (*Puls*); ``active`` are seats heard of in 90 days.

    ``last`` is a day in the region, ``days`` what lies between it and today; both are
    ``None`` for a forum of which nothing was ever heard.
    """

    last: date | None
    days: int | None
    cadence_days: int | None
    active: Sequence[str]
    seats: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Board:
    """All of it; ``stand`` is the position in the log that it shows."""

    forum: str
    meetings: Sittings
    moving: Moving
    deciding: Ballots
    in_councils: Matrix
    promises: Promises
    asks: Asked
    holding: Register
    pulse: Pulse
    learnt: Sequence[InformationRow]
    pending: Section
    stand: int


def board(db: Connection, viewer: Viewer, forum: str, today: date) -> Board:
    """Return the board of ``forum`` as ``viewer`` may see it."""
    places = people.line(db, forum)
    return Board(
        forum=forum,
        meetings=meetings.sittings(db, viewer, places, today),
        moving=_moving(db, viewer, places, today),
        deciding=_deciding(db, viewer, places),
        in_councils=decisions.matrix(db, viewer, today, places, SHOWN),
        promises=_promises(db, viewer, places, today),
        asks=asks.running(db, viewer, places, SHOWN),
        holding=decisions.holding(db, viewer, today, places, SHOWN),
        pulse=_pulse(db, viewer, forum, places, today),
        learnt=information.latest(db, viewer, places, LEARNT),
        pending=_pending(db, viewer, places),
        stand=position(db, COMMITMENTS),
    )


def _here(places: Sequence[str]) -> ColumnElement[bool]:
    return C.forum == places[0] if len(places) == 1 else C.forum.in_(places)


def _moving(
    db: Connection, viewer: Viewer, places: Sequence[str], today: date
) -> Moving:
    asked = [_here(places), C.asked.is_(True), visible(viewer)]
    rows = rows_of(db, viewer, asked, SHOWN, C.since, C.number)
    turns: dict[str, list[CommitmentRow]] = {}
    for row in rows:
        turns.setdefault(row.mover or "", []).append(row)
    tally = tallied(db, viewer, [T.forum.in_(places)])
    stuck = ballots(db, decisions.stuck(db, viewer, today, places, SHOWN))
    each = [Turn(org, own) for org, own in turns.items()]
    return Moving(each, tally["asked"] + stuck.total, stuck)


def _deciding(db: Connection, viewer: Viewer, places: Sequence[str]) -> Ballots:
    return ballots(db, decisions.listing(db, viewer, places, DECIDING, SHOWN))


def _promises(
    db: Connection, viewer: Viewer, places: Sequence[str], today: date
) -> Promises:
    standing = [_here(places), C.promised.is_(True), visible(viewer)]
    end = _month_end(today)
    late, by_end = C.due < today, C.due <= end
    mine = true() if viewer.coordinates else speaks_for(viewer, C.asker, C.holder)
    overdue = _section(db, viewer, [*standing, late, mine])
    soon = [*standing, by_end, or_(C.due >= today, not_(mine))]
    until_end = total(db, [*standing, by_end])
    everything = tallied(db, viewer, [T.forum.in_(places)])["promised"]
    later = rows_of(db, viewer, [*standing, C.due > end], SHOWN)
    doubts = [or_(C.holder_doubts, C.asker_doubts)]
    lately = [_here(places), C.settled_on >= today - RECENTLY, visible(viewer)]
    return Promises(
        overdue=overdue,
        this_month=Section(rows_of(db, viewer, soon, SHOWN), until_end - overdue.total),
        later=Section(later, everything - until_end),
        kept=_section(db, viewer, lately, C.settled_on.desc(), C.number),
        doubted=_section(db, viewer, [_here(places), *doubts, visible(viewer)]),
    )


def _section(
    db: Connection,
    viewer: Viewer,
    conditions: Sequence[ColumnElement[bool]],
    *ordering: ColumnElement[object],
) -> Section:
    """Return the first rows under ``conditions``, and how many there are."""
    rows = rows_of(db, viewer, conditions, SHOWN, *ordering)
    more = len(rows) == SHOWN
    return Section(rows, total(db, conditions) if more else len(rows))


def _month_end(today: date) -> date:
    first = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first - timedelta(days=1)


def _pulse(
    db: Connection, viewer: Viewer, forum: str, places: Sequence[str], today: date
) -> Pulse:
    row = people.forum(db, forum)
    seated = {seat.org for seat in people.seats(db, forum)}
    if row:
        seated.add(row.lead)
    signs = pulse.signs(db, places)
    zone = people.zone(db)
    days = {sign.org: sign.at.astimezone(zone).date() for sign in signs}
    last = max(days.values(), default=None)
    recent = {org for org, day in days.items() if day >= today - ACTIVE}
    return Pulse(
        last=last,
        days=None if last is None else max((today - last).days, 0),
        cadence_days=row.cadence_days if row else None,
        active=sorted(recent & seated),
        seats=len(seated),
        counts=counts(db, viewer, places),
    )


def _pending(db: Connection, viewer: Viewer, places: Sequence[str]) -> Section:
    waiting = [_here(places), C.pending.is_not(None), knows_pending(viewer)]
    return _section(db, viewer, [*waiting, visible(viewer)])
