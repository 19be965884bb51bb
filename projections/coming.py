"""Coming: what is due, day by day, out of the views (*Zeitleiste*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, unique
from typing import Final

from sqlalchemy import Connection

from projections import asks, commitments, decisions, meetings, people
from projections.commitments import Filter
from projections.viewer import Viewer

AHEAD: Final = timedelta(days=56)  # calendar days; eight weeks
MOST: Final = 200  # entries of one kind


@unique
class Due(StrEnum):
    """What comes on a day."""

    COMMITMENT = "commitment"  # a promise is to be kept
    REQUEST = "request"  # what is wished for by then; nobody has promised it
    ANSWERS = "answers"  # an ask ends
    VOTE = "vote"  # the forum has decided by then
    COUNCIL = "council"  # a body meets, or its time is over
    REVIEW = "review"  # a decision is looked at again
    MEETING = "meeting"  # a forum meets


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """One thing due; ``orgs`` are those who must move, if it is for them alone.

    A commitment is what ``holder`` delivers to ``asker``, whoever must move.

    A meeting has its forum as ``ref``, hour and place as ``title``, and is for whoever
    sits there.
    """

    day: date
    kind: Due
    ref: str
    title: str
    orgs: tuple[str, ...]
    holder: str = ""
    asker: str = ""


def coming(db: Connection, viewer: Viewer, today: date) -> Sequence[Entry]:
    """Return what is due within eight weeks, as far as ``viewer`` may see it."""
    found = [
        *_commitments(db, viewer, today),
        *_asks(db, viewer, today),
        *_decisions(db, viewer, today),
        *_councils(db, viewer, today),
        *_meetings(db, viewer),
    ]
    return sorted(one for one in found if today <= one.day <= today + AHEAD)


def _commitments(db: Connection, viewer: Viewer, today: date) -> Iterator[Entry]:
    wanted = Filter(open_only=True, due_from=today, due_until=today + AHEAD)
    for row in commitments.listing(db, viewer, wanted, MOST).rows:
        movers = (row.mover,) if row.mover else ()
        yield Entry(
            day=row.due,
            kind=Due.COMMITMENT if row.agreed else Due.REQUEST,
            ref=row.ref,
            title=row.what or "",
            orgs=movers,
            holder=row.holder,
            asker=row.asker,
        )


def _asks(db: Connection, viewer: Viewer, today: date) -> Iterator[Entry]:
    for row in asks.ending(db, viewer, today + AHEAD, MOST):
        yield Entry(
            day=row.deadline,
            kind=Due.ANSWERS,
            ref=row.ref,
            title=row.text or "",
            orgs=(),
        )


def _decisions(db: Connection, viewer: Viewer, today: date) -> Iterator[Entry]:
    for row in decisions.dated(db, viewer, today, today + AHEAD, MOST):
        day, kind = (
            (row.until, Due.VOTE) if row.deciding else (row.review_on, Due.REVIEW)
        )
        if day is not None:
            yield Entry(day=day, kind=kind, ref=row.ref, title=row.title, orgs=())


def _councils(db: Connection, viewer: Viewer, today: date) -> Iterator[Entry]:
    owed, _ = decisions.follow_up(db, viewer, today, limit=MOST)
    for one in owed:
        if one.on is not None:
            yield Entry(
                day=one.on,
                kind=Due.COUNCIL,
                ref=one.ref,
                title=one.title,
                orgs=(one.mover,),
            )


def _meetings(db: Connection, viewer: Viewer) -> Iterator[Entry]:
    seats = people.every_seat(db)
    for row in meetings.meetings(db, viewer, (), MOST):
        if row.state == "convened":
            yield Entry(
                day=row.on,
                kind=Due.MEETING,
                ref=row.forum,
                title=", ".join(filter(None, (row.at, row.place))),
                orgs=tuple(one.org for one in seats if one.forum == row.forum),
            )
