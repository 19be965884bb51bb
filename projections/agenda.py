"""Agenda: what falls on a day, for calendars (*Termine*).

Queries over the views of meetings, commitments, asks and decisions. What was called
off stays, and says so, so that a calendar that has it takes it out. Titles of closed
items are left out: a calendar lies with others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum, unique
from typing import Final, NamedTuple

from sqlalchemy import Connection, or_

from core.decision.councils import OUTSTANDING
from core.ports import Circle
from projections import asks, decisions, meetings, people
from projections.asks import AskRow
from projections.commitments import CommitmentRow
from projections.commitments.queries import rows_of
from projections.commitments.table import C, visible
from projections.decisions import HOLDING, OVER, CouncilRow, DecisionRow
from projections.viewer import Viewer

PAST: Final = timedelta(days=90)  # what lies longer ago is left out
MOST: Final = 1_000  # items of each kind
_WITHDRAWN: Final = frozenset({"declined", "withdrawn", "released", "reneged"})


@unique
class What(StrEnum):
    """What falls on the day."""

    DUE = "due"  # a commitment
    ANSWER = "answer"  # to an ask
    VOTE = "vote"  # on a decision
    REVIEW = "review"  # of a decision
    COUNCIL = "council"  # a body meets about a decision
    MEETING = "meeting"  # a forum meets


@unique
class Standing(StrEnum):
    """Whether it will be; ``OPEN``: somebody's word is still awaited."""

    FIRM = "firm"
    OPEN = "open"
    OFF = "off"


class Scope(NamedTuple):
    """Whose agenda: of these organisations, of a forum; with neither of everybody."""

    orgs: frozenset[str] = frozenset()
    forum: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One thing that falls on a day.

    ``version`` rises with every change of the item, ``org`` is who has to do it,
    ``other`` for whom, ``body`` which of its bodies. ``title`` is ``None`` where it
    was erased, or is not for calendars. A meeting has its forum as ``ref``; ``number``
    tells apart what was called off and convened again, ``at`` is the local hour.
    """

    what: What
    ref: str
    on: date
    standing: Standing
    done: bool
    version: int
    changed_at: datetime
    org: str
    other: str = ""
    body: str = ""
    place: str = ""  # what the body is called, or where the forum meets
    number: int = 0
    at: str | None = None
    title: str | None

    @property
    def key(self) -> str:
        """Return a name for it that stays, whatever changes."""
        if self.what is What.MEETING:
            again = str(self.number) if self.number > 1 else ""
            parts = (self.ref, self.what.value, self.on.isoformat(), again)
        else:
            org = self.org if self.body else ""
            parts = (self.ref, self.what.value, org, self.body)
        return "-".join(filter(None, parts))


def agenda(db: Connection, viewer: Viewer, today: date, scope: Scope) -> Sequence[Day]:
    """Return what falls on a day from 90 days ago on, the earliest first."""
    places = people.line(db, scope.forum) if scope.forum else ()
    days = [
        *_due(db, viewer, today, scope.orgs, places),
        *_answers(db, viewer, scope),
        *_decided(db, viewer, today, scope.orgs, places),
        *_meetings(db, viewer, scope.orgs, places),
    ]
    recent = (day for day in days if day.on >= today - PAST)
    return sorted(recent, key=lambda day: (day.on, day.key))


def _due(
    db: Connection,
    viewer: Viewer,
    today: date,
    orgs: frozenset[str],
    places: Sequence[str],
) -> Iterator[Day]:
    wanted = [C.draft_of.is_(None), C.due >= today - PAST, visible(viewer)]
    if orgs:
        wanted.append(or_(C.asker.in_(orgs), C.holder.in_(orgs)))
    if places:
        wanted.append(C.forum.in_(places))
    for row in rows_of(db, viewer, wanted, MOST):
        yield Day(
            what=What.DUE,
            ref=row.ref,
            on=row.due,
            standing=_standing(row),
            done=row.state == "fulfilled",
            version=row.version,
            changed_at=row.changed_at,
            org=row.holder,
            other=row.asker,
            title=_title(row, row.what),
        )


def _standing(row: CommitmentRow) -> Standing:
    if row.state in _WITHDRAWN:
        return Standing.OFF
    return Standing.FIRM if row.agreed else Standing.OPEN


def _answers(db: Connection, viewer: Viewer, scope: Scope) -> Iterator[Day]:
    for row in asks.listing(db, viewer, scope.forum or None, MOST):
        if row.state == "ask_absent" or not _concerns(row, scope.orgs):
            continue
        off = row.state == "ask_cancelled"
        yield Day(
            what=What.ANSWER,
            ref=row.ref,
            on=row.deadline,
            standing=Standing.OFF if off else Standing.FIRM,
            done=not row.going,
            version=row.version,
            changed_at=row.changed_at,
            org=row.org,
            title=_title(row, row.text),
        )


def _concerns(row: AskRow, orgs: frozenset[str]) -> bool:
    return not orgs or row.org in orgs or not orgs.isdisjoint(row.audience)


def _decided(
    db: Connection,
    viewer: Viewer,
    today: date,
    orgs: frozenset[str],
    places: Sequence[str],
) -> Iterator[Day]:
    rows = decisions.listing(db, viewer, places, (), MOST).rows
    by_ref = {row.ref: row for row in rows}
    for row in rows:
        off = Standing.OFF if row.state in OVER else Standing.FIRM
        if row.until is not None:
            yield _of(row, What.VOTE, row.until, off, done=row.closed_on is not None)
        if row.review_on is not None and row.state in (*HOLDING, *OVER):
            yield _of(row, What.REVIEW, row.review_on, off, done=False)
    for one in decisions.councils(db, viewer, by_ref, today):
        if one.meeting is not None and (not orgs or one.org in orgs):
            known = people.bodies(db, [one.org])
            place = next((each.name for each in known if each.body == one.body), "")
            yield _meeting(by_ref[one.ref], one, one.meeting, place)


def _of(
    row: DecisionRow, what: What, on: date, standing: Standing, *, done: bool
) -> Day:
    return Day(
        what=what,
        ref=row.ref,
        on=on,
        standing=standing,
        done=done,
        version=row.version,
        changed_at=row.changed_at,
        org=row.org,
        title=_title(row, row.title),
    )


def _meeting(row: DecisionRow, one: CouncilRow, on: date, place: str) -> Day:
    off = row.state in OVER
    return Day(
        what=What.COUNCIL,
        ref=row.ref,
        on=on,
        standing=Standing.OFF if off else Standing.FIRM,
        done=one.step not in OUTSTANDING,
        version=row.version,
        changed_at=row.changed_at,
        org=one.org,
        body=one.body,
        place=place,
        title=_title(row, row.title),
    )


def _meetings(
    db: Connection, viewer: Viewer, orgs: frozenset[str], places: Sequence[str]
) -> Iterator[Day]:
    rows = meetings.meetings(db, viewer, places, MOST)
    sitting = {seat.forum for seat in people.every_seat(db) if seat.org in orgs}
    leads = {row.forum: row.lead for row in people.forums(db, viewer)}
    for row in rows:
        lead = leads.get(row.forum, "")
        if orgs and row.forum not in sitting and lead not in orgs:
            continue
        off = row.state == "cancelled"
        yield Day(
            what=What.MEETING,
            ref=row.forum,
            on=row.on,
            standing=Standing.OFF if off else Standing.FIRM,
            done=row.held,
            version=row.version,
            changed_at=row.changed_at,
            org=lead,
            place=row.place or "",
            number=row.number,
            at=row.at,
            title=None,
        )


def _title(row: CommitmentRow | AskRow | DecisionRow, said: str | None) -> str | None:
    return None if row.circle is Circle.CLOSED else said
