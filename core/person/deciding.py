"""What follows from a command on a person's stream, and what it is after an event."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TypeAlias, assert_never

from core.authority import coordinating
from core.errors import Code, Refusal
from core.facts import Facts
from core.person.choosing import chosen
from core.person.commands import Admit, Command, Mute, Rest, SetPreferences, Unmute
from core.person.events import Admitted, Happening, PreferencesSet
from core.person.preferences import Preferences
from core.texts import key


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody by this id."""


@dataclass(frozen=True, slots=True)
class Known:
    """Admitted, with what was chosen."""

    preferences: Preferences = field(default_factory=Preferences)


State: TypeAlias = Absent | Known


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``KEY_INVALID``, ``UNKNOWN_PERSON`` or what is
            wrong with a choice.
    """
    match command:
        case Admit():
            coordinating(facts)
            key(facts.ref)
            return [] if isinstance(state, Known) else [Admitted()]
        case SetPreferences() | Mute() | Unmute() | Rest():
            if facts.actor != facts.ref:
                coordinating(facts)
            if isinstance(state, Absent):
                raise Refusal(Code.UNKNOWN_PERSON, person=facts.ref)
            wanted = chosen(command, state.preferences, facts.today)
            return [] if wanted == state.preferences else [_set(wanted)]
        case _:
            assert_never(command)


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case Admitted():
            return Known()
        case PreferencesSet():
            return Known(told(event)) if isinstance(state, Known) else state
        case _:
            assert_never(event)


def told(event: PreferencesSet) -> Preferences:
    """Return the preferences that ``event`` sets."""
    names = [part.name for part in fields(Preferences)]
    return Preferences(**{name: getattr(event, name) for name in names})


def _set(wanted: Preferences) -> PreferencesSet:
    names = [part.name for part in fields(Preferences)]
    return PreferencesSet(**{name: getattr(wanted, name) for name in names})
