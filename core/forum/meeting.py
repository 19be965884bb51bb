"""Meeting of a forum: convened, held, minuted, approved (German: *Sitzung*).

::

    none, Convened --MeetingScheduled--> Convened --MeetingCancelled--> Cancelled
    none, Convened --MeetingHeld--> Held --MinutesFiled--> Minuted --MinutesApproved-->
    Approved

A meeting is named by its day, in the region's time zone. One that was cancelled stays
so and is never recorded as held; whoever meets on that day after all convenes anew, and
that is another meeting.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias, assert_never

from core.errors import Code, Refusal
from core.facts import Facts, ForumFacts, Seat
from core.forum import meeting_commands as c
from core.forum import meeting_events as e
from core.sealed import Sealed
from core.texts import checked

_HOUR: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_WHOLE: Final = 100  # per cent


@dataclass(frozen=True, slots=True)
class Convened:
    """It is to take place."""

    at: str | None
    place: Sealed | None


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It does not take place."""


@dataclass(frozen=True, slots=True)
class Held:
    """It took place; there are no minutes yet."""

    attended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Minuted:
    """Its minutes lie at ``where``."""

    attended: tuple[str, ...]
    where: Sealed


@dataclass(frozen=True, slots=True)
class Approved:
    """Its minutes are approved."""

    attended: tuple[str, ...]
    where: Sealed


Meeting: TypeAlias = Convened | Cancelled | Held | Minuted | Approved
Meetings: TypeAlias = Mapping[date, Meeting]


def decide(command: c.OnMeeting, meetings: Meetings, facts: Facts) -> list[e.Meeting]:
    """Return the events that ``command`` causes to ``meetings``.

    Raises:
        Refusal: ``UNKNOWN_MEETING``, ``MEETING_CANCELLED``, ``MEETING_HELD``,
            ``MINUTES_MISSING``, ``MINUTES_APPROVED``, ``NOBODY_ATTENDED``,
            ``TIME_INVALID``, ``NO_SEAT``, ``DUE_IN_THE_PAST``,
            ``DATE_IN_THE_FUTURE`` or a code of texts.
    """
    match command:
        case c.ScheduleMeeting():
            return _schedule(command, meetings, facts)
        case c.CancelMeeting():
            return _cancel(command, meetings)
        case c.MoveMeeting():
            return _move(command, meetings, facts)
        case c.RecordMeeting():
            return _record(command, meetings, facts)
        case c.FileMinutes(on=on, where=where):
            return _file(on, checked(where), meetings)
        case c.ApproveMinutes(on=on):
            return _approve(on, meetings)
        case _:
            assert_never(command)


def evolve(meetings: Meetings, event: e.Meeting) -> Meetings:
    """Return the meetings after ``event``. Total: it never refuses the past."""
    known = meetings.get(event.on)
    after: Meeting | None
    match event, known:
        case e.MeetingScheduled(at=at, place=place), _:
            after = Convened(at, place)
        case e.MeetingCancelled(), _:
            after = Cancelled()
        case e.MeetingHeld(attended=attended), _:
            after = Held(attended)
        case e.MinutesFiled(where=where), Held(attended) | Minuted(attended):
            after = Minuted(attended, where)
        case e.MinutesApproved(), Minuted(attended, where):
            after = Approved(attended, where)
        case e.MinutesFiled() | e.MinutesApproved(), _:
            return meetings
        case _:
            assert_never(event)
    return MappingProxyType({**meetings, event.on: after})


def _schedule(
    command: c.ScheduleMeeting, meetings: Meetings, facts: Facts
) -> list[e.Meeting]:
    on, at = command.on, command.at
    if on < facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=on, today=facts.today)
    if at is not None and not _HOUR.fullmatch(at):
        raise Refusal(Code.TIME_INVALID, time=at)
    place = None if command.place is None else checked(command.place)
    match meetings.get(on):
        case Held() | Minuted() | Approved():
            raise Refusal(Code.MEETING_HELD, on=on)
        case Convened() as known if known == Convened(at, place):
            return []
        case _:
            return [e.MeetingScheduled(on=on, at=at, place=place)]


def _cancel(command: c.CancelMeeting, meetings: Meetings) -> list[e.Meeting]:
    on = command.on
    reason = None if command.reason is None else checked(command.reason)
    match meetings.get(on):
        case None:
            raise Refusal(Code.UNKNOWN_MEETING, on=on)
        case Held() | Minuted() | Approved():
            raise Refusal(Code.MEETING_HELD, on=on)
        case Cancelled():
            return []
        case Convened():
            return [e.MeetingCancelled(on=on, reason=reason)]


def _move(command: c.MoveMeeting, meetings: Meetings, facts: Facts) -> list[e.Meeting]:
    """Call off and convene at once; one that was called off is not there to move."""
    there = c.ScheduleMeeting(on=command.to, at=command.at, place=command.place)
    convened = _schedule(there, meetings, facts)
    if command.to == command.on:
        return convened
    if isinstance(meetings.get(command.on), Cancelled):
        raise Refusal(Code.MEETING_CANCELLED, on=command.on)
    return [*_cancel(c.CancelMeeting(on=command.on), meetings), *convened]


def _record(
    command: c.RecordMeeting, meetings: Meetings, facts: Facts
) -> list[e.Meeting]:
    on = command.on
    attended = tuple(sorted(set(command.attended)))
    if on > facts.today:
        raise Refusal(Code.DATE_IN_THE_FUTURE, on=on, today=facts.today)
    match meetings.get(on):
        case Cancelled():
            raise Refusal(Code.MEETING_CANCELLED, on=on)
        case Held(known) | Minuted(known) | Approved(known):
            if known != attended or command.minutes is not None:
                raise Refusal(Code.MEETING_HELD, on=on)
            return []
        case Convened() | None:
            pass
    held = e.MeetingHeld(
        on=on, attended=attended, quorate=_quorate(attended, facts.forum)
    )
    if command.minutes is None:
        return [held]
    return [held, e.MinutesFiled(on=on, where=checked(command.minutes))]


def _quorate(attended: tuple[str, ...], here: ForumFacts | None) -> bool:
    """Whether enough of those with a vote were there.

    Raises:
        Refusal: ``NOBODY_ATTENDED`` or ``NO_SEAT``.
    """
    if not attended:
        raise Refusal(Code.NOBODY_ATTENDED)
    if here is None:
        raise ValueError(here)  # a forum that has meetings is known
    for org in attended:
        if org not in here.seats and org != here.lead:  # who convenes was there, too
            raise Refusal(Code.NO_SEAT, org=org)
    votes = {org for org, seat in here.seats.items() if seat is Seat.VOTE}
    return enough(attended, votes, here.rulebook.quorum)


def enough(attended: Iterable[str], votes: Collection[str], quorum: int) -> bool:
    """Whether of ``votes`` more than ``quorum`` per cent were there."""
    present = len(set(votes).intersection(attended))
    return present * _WHOLE > len(votes) * quorum


def _file(on: date, where: Sealed, meetings: Meetings) -> list[e.Meeting]:
    match meetings.get(on):
        case None | Convened():
            raise Refusal(Code.UNKNOWN_MEETING, on=on)
        case Cancelled():
            raise Refusal(Code.MEETING_CANCELLED, on=on)
        case Held():
            return [e.MinutesFiled(on=on, where=where)]
        case Minuted(where=known):
            return [] if known == where else [e.MinutesFiled(on=on, where=where)]
        case Approved(where=known):
            if known != where:
                raise Refusal(Code.MINUTES_APPROVED, on=on)
            return []


def _approve(on: date, meetings: Meetings) -> list[e.Meeting]:
    match meetings.get(on):
        case None | Convened():
            raise Refusal(Code.UNKNOWN_MEETING, on=on)
        case Cancelled():
            raise Refusal(Code.MEETING_CANCELLED, on=on)
        case Held():
            raise Refusal(Code.MINUTES_MISSING, on=on)
        case Minuted():
            return [e.MinutesApproved(on=on)]
        case Approved():
            return []
