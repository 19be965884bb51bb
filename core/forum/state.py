"""What a forum is, and how events change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias, assert_never

from core.facts import ForumFacts, Seat
from core.forum import meeting
from core.forum.events import (
    CadenceSet,
    Closed,
    Constituted,
    Happening,
    Merged,
    Proposed,
    Refounded,
    Renamed,
    Rested,
    Revived,
    RulebookChanged,
    SeatGiven,
    SeatWithdrawn,
)
from core.forum.meeting_events import (
    MeetingCancelled,
    MeetingHeld,
    MeetingScheduled,
    MinutesApproved,
    MinutesFiled,
)
from core.rulebook import FOUNDING, Rulebook


@dataclass(frozen=True, slots=True)
class Profile:
    """What a forum keeps through its whole life; ``cadence`` is in days."""

    proposed: Proposed
    name: str
    seats: Mapping[str, Seat] = field(default_factory=lambda: MappingProxyType({}))
    cadence: int | None = None
    rulebook: Rulebook = FOUNDING
    meetings: meeting.Meetings = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody has suggested it yet."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Proposed, not at work yet."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class Active:
    """At work."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class Resting:
    """Takes up nothing new before ``until``; what is open goes on."""

    profile: Profile
    until: date


@dataclass(frozen=True, slots=True)
class Absorbed:
    """Goes on in forum ``into``."""

    profile: Profile
    into: str


@dataclass(frozen=True, slots=True)
class Ended:
    """Closed; ``successor`` has what was open."""

    profile: Profile
    successor: str | None


State: TypeAlias = Absent | Planned | Active | Resting | Absorbed | Ended


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    if isinstance(event, Proposed):
        return Planned(Profile(event, event.name))
    if isinstance(state, Absent):
        return state
    match event:
        case Constituted() | Revived():
            return Active(state.profile)
        case Rested(until=until):
            return Resting(state.profile, until)
        case Merged(into=into):
            return Absorbed(state.profile, into)
        case Closed(successor=heir):
            return Ended(state.profile, heir)
        case Refounded():
            return Planned(state.profile)
        case (
            SeatGiven() | SeatWithdrawn() | CadenceSet() | RulebookChanged() | Renamed()
        ):
            return replace(state, profile=_profiled(state.profile, event))
        case (
            MeetingScheduled()
            | MeetingCancelled()
            | MeetingHeld()
            | MinutesFiled()
            | MinutesApproved()
        ):
            meetings = meeting.evolve(state.profile.meetings, event)
            return replace(state, profile=replace(state.profile, meetings=meetings))
        case _:
            assert_never(event)


def facts_of(state: State) -> ForumFacts | None:
    """Return what other aggregates must know of it; ``None``: no such forum.

    Only a forum at work is open: a resting one takes up nothing new.
    """
    if isinstance(state, Absent):
        return None
    return ForumFacts(
        open=isinstance(state, Active),
        lead=state.profile.proposed.lead,
        seats=state.profile.seats,
        rulebook=state.profile.rulebook,
    )


def successor(state: State) -> str | None:
    """Return the forum that has taken over what was open in it."""
    match state:
        case Absorbed(into=forum) | Ended(successor=forum):
            return forum
        case Absent() | Planned() | Active() | Resting():
            return None
        case _:
            assert_never(state)


def open_fields(state: State) -> tuple[str, ...]:
    """Return the fields that it occupies: none once it has ended (R4)."""
    match state:
        case Planned(profile) | Active(profile) | Resting(profile):
            return profile.proposed.fields
        case Absent() | Absorbed() | Ended():
            return ()
        case _:
            assert_never(state)


def called(state: State) -> str | None:
    """Return what a forum is called while it lives; ``None``: it does not."""
    match state:
        case Planned(profile) | Active(profile) | Resting(profile):
            return profile.name
        case Absent() | Absorbed() | Ended():
            return None


def _profiled(
    profile: Profile,
    event: SeatGiven | SeatWithdrawn | CadenceSet | RulebookChanged | Renamed,
) -> Profile:
    match event:
        case SeatGiven(org=org, seat=seat):
            seats = MappingProxyType({**profile.seats, org: seat})
            return replace(profile, seats=seats)
        case SeatWithdrawn(org=org):
            left = {key: seat for key, seat in profile.seats.items() if key != org}
            return replace(profile, seats=MappingProxyType(left))
        case CadenceSet(days=days):
            return replace(profile, cadence=days)
        case Renamed(name=name):
            return replace(profile, name=name)
        case RulebookChanged(rulebook=rulebook):
            return replace(profile, rulebook=rulebook)
        case _:
            assert_never(event)
