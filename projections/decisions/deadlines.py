"""Deadlines: by when a paper must be where, so that a body resolves in time.

::

    paper due --> committee --> council --> deadline

Days are those the organisation told; behind the last one its usual rhythm goes on,
and such a day says that it is ``estimated``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from sqlalchemy import Connection

from core.decision.councils import OUTSTANDING, Step
from projections.decisions.rows import CouncilRow
from projections.people import BodyRow, bodies

_AHEAD: Final = 24  # meetings that a rhythm is followed; two years of a monthly one


class Meeting(NamedTuple):
    """A day on which a body meets, and the last one on which it takes papers."""

    on: date
    paper_due: date
    estimated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What lies before one body until it has resolved.

    ``paper_due`` is ``None`` once the paper is there, ``committee`` where none meets
    in between. ``meeting`` is ``None`` where nothing is known of its calendar.
    ``rounds`` are the meetings that can still be reached before ``deadline``;
    ``in_time`` is ``None`` without a deadline or a calendar.
    """

    org: str
    body: str
    name: str
    paper_due: date | None
    committee: str | None
    committee_on: date | None
    meeting: Meeting | None
    deadline: date | None
    rounds: int
    in_time: bool | None


def meetings(body: BodyRow, today: date) -> Sequence[Meeting]:
    """Return when ``body`` meets from ``today`` on, the known days first."""
    found = [_meeting(body, day, estimated=False) for day in body.meetings]
    last = max(body.meetings, default=None)
    if last is not None and body.rhythm_days > 0:
        step = timedelta(days=body.rhythm_days)
        behind = max((today - last) // step, 1)
        days = (last + step * n for n in range(behind, behind + _AHEAD))
        found += [_meeting(body, day, estimated=True) for day in days]
    return [one for one in found if one.on >= today]


def _meeting(body: BodyRow, on: date, *, estimated: bool) -> Meeting:
    due = on - timedelta(days=body.paper_deadline_days)
    return Meeting(on, due, estimated)


def last_before(body: BodyRow, deadline: date, today: date) -> Meeting | None:
    """Return the last meeting up to ``deadline`` that a paper can still reach."""
    coming = meetings(body, today)
    reached = [m for m in coming if m.on <= deadline and m.paper_due >= today]
    return reached[-1] if reached else None


def ways(db: Connection, councils: Iterable[CouncilRow], today: date) -> Sequence[Way]:
    """Return what lies before each of ``councils`` that has not resolved yet."""
    waiting = [one for one in councils if one.step in OUTSTANDING]
    known: dict[str, list[BodyRow]] = {}
    for body in bodies(db, {one.org for one in waiting}):
        known.setdefault(body.org, []).append(body)
    return [_way(one, known, today) for one in waiting]


def _way(council: CouncilRow, known: Mapping[str, list[BodyRow]], today: date) -> Way:
    own = known.get(council.org, [])
    body = next((one for one in own if one.body == council.body), None)
    coming = meetings(body, today) if body else ()
    waits = council.step is Step.REQUIRED
    reached = [one for one in coming if not waits or one.paper_due >= today]
    meeting = next(iter(reached), None)
    if council.meeting is not None:
        own_day = Meeting(council.meeting, council.meeting, estimated=False)
        meeting = next((m for m in coming if m.on == council.meeting), own_day)
    committee, on = _committee(council, own, meeting, today)
    last = council.deadline
    in_time = None if last is None or meeting is None else meeting.on <= last
    return Way(
        org=council.org,
        body=council.body,
        name=body.name if body else council.body,
        paper_due=meeting.paper_due if meeting and waits else None,
        committee=committee,
        committee_on=on,
        meeting=meeting,
        deadline=last,
        rounds=len([one for one in reached if last is None or one.on <= last]),
        in_time=in_time,
    )


def _committee(
    council: CouncilRow, own: Sequence[BodyRow], meeting: Meeting | None, today: date
) -> tuple[str | None, date | None]:
    """Return which other body meets last between the paper and the meeting."""
    if meeting is None or council.consulted_on is not None:
        return council.committee, council.consulted_on
    others = (one for one in own if one.body != council.body and not one.main)
    between = [
        (day.on, one.name)
        for one in others
        for day in meetings(one, today)
        if day.on < meeting.on and (meeting.paper_due <= day.on or day.on >= today)
    ]
    on, name = max(between, default=(None, None))
    return name, on
