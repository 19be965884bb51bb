"""What follows from a command to a forum."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeAlias, assert_never

from core.authority import coordinating
from core.errors import Code, Refusal
from core.facts import Facts
from core.forum import meeting
from core.forum.commands import (
    ChangeRulebook,
    Close,
    Command,
    Constitute,
    Merge,
    Propose,
    Refound,
    Rename,
    Rest,
    Revive,
    SetCadence,
    SetSeats,
)
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
from core.forum.meeting_commands import (
    ApproveMinutes,
    CancelMeeting,
    FileMinutes,
    MoveMeeting,
    OnMeeting,
    RecordMeeting,
    ScheduleMeeting,
)
from core.forum.state import (
    Absent,
    Absorbed,
    Active,
    Ended,
    Planned,
    Resting,
    State,
    evolve,
)
from core.rulebook import checked as rules
from core.texts import between, checked, key, label

Living: TypeAlias = Planned | Active | Resting

_LONGEST_CADENCE: Final = 1_000  # days between two meetings
_OUTSIDE: Final = frozenset({"none", "invited", "declined", "left"})


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``UNKNOWN_FORUM``, ``EXISTS_ALREADY``,
            ``NOT_POSSIBLE_NOW``, ``NOT_A_MEMBER``, ``DUTIES_OPEN``,
            ``DUE_IN_THE_PAST``, those of meetings or a code of texts.
    """
    coordinating(facts)
    match command:
        case Propose():
            return _propose(command, state, facts)
        case Constitute() | Rest() | Revive() | Refound():
            return _turn(command, state, facts)
        case Merge() | Close():
            return _end(command, state, facts)
        case SetSeats():
            return _seat(command, _living(state, facts), facts)
        case Rename(name=name):
            return _news(_living(state, facts), Renamed(name=label(name)))
        case SetCadence(days=days):
            cadence = CadenceSet(days=between(1, days, _LONGEST_CADENCE))
            return _news(_living(state, facts), cadence)
        case ChangeRulebook():
            return _rules(command, _living(state, facts), facts)
        case (
            ScheduleMeeting()
            | CancelMeeting()
            | MoveMeeting()
            | RecordMeeting()
            | FileMinutes()
            | ApproveMinutes()
        ):
            return _meet(command, state, facts)
        case _:
            assert_never(command)


def _meet(command: OnMeeting, state: State, facts: Facts) -> list[Happening]:
    """Convene while it lives; the rest is put right when it has ended, too."""
    if isinstance(state, Absent):
        raise _impossible(state, facts)
    if isinstance(command, ScheduleMeeting | MoveMeeting):
        _living(state, facts)
    return [*meeting.decide(command, state.profile.meetings, facts)]


def _living(state: State, facts: Facts) -> Living:
    match state:
        case Planned() | Active() | Resting():
            return state
        case Absent() | Absorbed() | Ended():
            raise _impossible(state, facts)
        case _:
            assert_never(state)


def _impossible(state: State, facts: Facts) -> Refusal:
    if isinstance(state, Absent):
        return Refusal(Code.UNKNOWN_FORUM, forum=facts.ref)
    return Refusal(Code.NOT_POSSIBLE_NOW, state=type(state).__name__.lower())


def _news(state: State, event: Happening) -> list[Happening]:
    return [] if evolve(state, event) == state else [event]


def _propose(command: Propose, state: State, facts: Facts) -> list[Happening]:
    if command.since is not None and command.since > facts.today:
        raise Refusal(Code.DATE_IN_THE_FUTURE, on=command.since, today=facts.today)
    proposed = Proposed(
        name=label(command.name),
        kind=command.kind,
        fields=tuple(dict.fromkeys(key(field) for field in command.fields)),
        purpose=checked(command.purpose),
        lead=key(command.lead),
        since=command.since,
    )
    if isinstance(state, Absent):
        key(facts.ref)
        return [proposed] if command.since is None else [proposed, Constituted()]
    if state.profile.proposed == proposed:
        return []
    raise Refusal(Code.EXISTS_ALREADY, id=facts.ref)


def _turn(
    command: Constitute | Rest | Revive | Refound, state: State, facts: Facts
) -> list[Happening]:
    match command, state:
        case (Constitute(), Planned()):
            return [Constituted()]
        case (Revive(), Resting()):
            return [Revived()]
        case (Constitute() | Revive(), Active()) | (Refound(), Planned()):
            return []
        case (Refound(reason=reason), Ended()):
            return [Refounded(reason=checked(reason))]
        case (Rest(until=until), Active() | Resting()):
            if until <= facts.today:
                raise Refusal(Code.DUE_IN_THE_PAST, due=until, today=facts.today)
            return _news(state, Rested(until=until))
        case _:
            raise _impossible(state, facts)


def _end(command: Merge | Close, state: State, facts: Facts) -> list[Happening]:
    duties = tuple(duty.ref for duty in facts.duties)
    match command:
        case Merge(into=into):
            if isinstance(state, Absorbed) and state.into == into:
                return []
            _living(state, facts)
            return [Merged(into=_other(into, facts), duties=duties)]
        case Close(reason=reason, successor=successor):
            if isinstance(state, Ended) and state.successor == successor:
                return []
            _living(state, facts)
            if successor is not None:
                _other(successor, facts)
            elif duties:
                raise Refusal(Code.DUTIES_OPEN, refs=duties)
            reason = checked(reason)
            return [Closed(reason=reason, successor=successor, duties=duties)]
        case _:
            assert_never(command)


def _rules(command: ChangeRulebook, state: Living, facts: Facts) -> list[Happening]:
    """Return the next version, if a decision of this forum says so (rule V1)."""
    other = command.decision
    if facts.decision is None:
        raise Refusal(Code.UNKNOWN_DECISION, other=other)
    if not facts.decision.accepted or facts.decision.forum != facts.ref:
        raise Refusal(Code.DECISION_NOT_ACCEPTED, other=other)
    now = state.profile.rulebook
    wanted = replace(rules(command.rulebook), version=now.version)
    if wanted == now:
        return []
    following = replace(wanted, version=now.version + 1)
    return [RulebookChanged(rulebook=following, decision=other)]


def _other(forum: str, facts: Facts) -> str:
    if forum == facts.ref:
        raise Refusal(Code.UNKNOWN_FORUM, forum=forum)
    return key(forum)


def _seat(command: SetSeats, state: Living, facts: Facts) -> list[Happening]:
    news: list[Happening] = []
    for org, seat in sorted(command.seats.items()):
        if seat is None:
            news += _news(state, SeatWithdrawn(org=org))
            continue
        if facts.members.get(org, "none") in _OUTSIDE:
            raise Refusal(Code.NOT_A_MEMBER, org=org)
        news += _news(state, SeatGiven(org=org, seat=seat))
    return news
