"""Board: a forum at a glance (*Forumsbrett*).

Am Zug · Zusagen · Puls · Neu gelernt. What a forum has taken over from forums that
went into it is shown with its own things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, not_, or_

from projections import information, people, pulse
from projections.commitments import (
    COMMITMENTS,
    CommitmentRow,
    Counts,
    counts,
)
from projections.commitments.queries import knows_pending, rows_of, total
from projections.commitments.table import C, visible
from projections.information import InformationRow
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
    """Who must move (*Am Zug*), the organisation waited for longest first."""

    turns: Sequence[Turn]
    total: int


@dataclass(frozen=True, slots=True)
class Promises:
    """The word that stands (*Zusagen*).

    ``overdue`` holds what the viewer may know to be late; for everybody else it
    stands in ``this_month``, as open. ``kept`` is what was kept in the last 30 days.
    """

    overdue: Section
    this_month: Section
    later: Section
    kept: Section


@dataclass(frozen=True, slots=True)
class Pulse:
    """Signs of life (*Puls*); ``active`` are seats heard of in 90 days.

    ``last`` is a day in UTC, ``days`` what lies between it and today; both are
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
    moving: Moving
    promises: Promises
    pulse: Pulse
    learnt: Sequence[InformationRow]
    pending: Section
    stand: int


def board(db: Connection, viewer: Viewer, forum: str, today: date) -> Board:
    """Return the board of ``forum`` as ``viewer`` may see it."""
    places = people.line(db, forum)
    return Board(
        forum=forum,
        moving=_moving(db, viewer, places),
        promises=_promises(db, viewer, places, today),
        pulse=_pulse(db, viewer, forum, places, today),
        learnt=information.latest(db, viewer, places, LEARNT),
        pending=_pending(db, viewer, places),
        stand=position(db, COMMITMENTS),
    )


def _section(
    db: Connection,
    viewer: Viewer,
    conditions: Sequence[ColumnElement[bool]],
    *ordering: ColumnElement[object],
) -> Section:
    allowed = [*conditions, visible(viewer)]
    rows = rows_of(db, viewer, allowed, SHOWN, *ordering)
    return Section(rows, total(db, allowed) if len(rows) == SHOWN else len(rows))


def _here(places: Sequence[str]) -> ColumnElement[bool]:
    return C.forum == places[0] if len(places) == 1 else C.forum.in_(places)


def _moving(db: Connection, viewer: Viewer, places: Sequence[str]) -> Moving:
    conditions = [_here(places), C.asked.is_(True)]
    found = _section(db, viewer, conditions, C.since, C.number)
    turns: dict[str, list[CommitmentRow]] = {}
    for row in found.rows:
        turns.setdefault(row.mover or "", []).append(row)
    return Moving([Turn(org, rows) for org, rows in turns.items()], found.total)


def _promises(
    db: Connection, viewer: Viewer, places: Sequence[str], today: date
) -> Promises:
    standing = [_here(places), C.promised.is_(True)]
    late = C.due < today
    if not viewer.coordinates:
        late = and_(late, speaks_for(viewer, C.asker, C.holder))
    end = _month_end(today)
    soon = [*standing, C.due <= end, or_(C.due >= today, not_(late))]
    lately = C.settled_on >= today - RECENTLY
    return Promises(
        overdue=_section(db, viewer, [*standing, C.due < today, late]),
        this_month=_section(db, viewer, soon),
        later=_section(db, viewer, [*standing, C.due > end]),
        kept=_section(
            db, viewer, [_here(places), lately], C.settled_on.desc(), C.number
        ),
    )


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
    days = {sign.org: sign.at.astimezone(UTC).date() for sign in signs}
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
    return _section(db, viewer, waiting)
