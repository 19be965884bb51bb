"""Person: somebody who acts for organisations (German: *Person*).

::

    Absent --Admitted--> Known --PreferencesSet--> Known

A person is an opaque id. The name travels beside the order, lies in the vault
only and is never seen here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, TypeAlias, assert_never

from core.authority import coordinating
from core.decider import Decider
from core.errors import Code, Refusal
from core.event import Event
from core.facts import Facts
from core.texts import key


@unique
class Language(StrEnum):
    """In which language somebody is spoken to."""

    GERMAN = "de"
    ENGLISH = "en"


@unique
class Register(StrEnum):
    """How somebody is spoken to in German (*Anrede*)."""

    FORMAL = "Sie"
    FAMILIAR = "Du"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(Event):
    """A person may be given mandates."""

    KIND = "person.admitted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesSet(Event):
    """How a person wants to be spoken to."""

    KIND = "person.preferences_set.v1"
    language: Language
    register: Register


Happening: TypeAlias = Admitted | PreferencesSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit:
    """Let a person be given mandates; the id is the reference of the stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPreferences:
    """Say how one wants to be spoken to; ``None`` leaves the register as it is."""

    language: Language = Language.GERMAN
    register: Register | None = None


Command: TypeAlias = Admit | SetPreferences


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody by this id."""


@dataclass(frozen=True, slots=True)
class Known:
    """Admitted, with the way to be spoken to."""

    language: Language = Language.GERMAN
    register: Register = Register.FORMAL


State: TypeAlias = Absent | Known


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``KEY_INVALID`` or ``UNKNOWN_PERSON``.
    """
    match command:
        case Admit():
            coordinating(facts)
            key(facts.ref)
            return [] if isinstance(state, Known) else [Admitted()]
        case SetPreferences(language=language, register=register):
            if facts.actor != facts.ref:
                coordinating(facts)
            if isinstance(state, Absent):
                raise Refusal(Code.UNKNOWN_PERSON, person=facts.ref)
            wanted = Known(language, register or state.register)
            if state == wanted:
                return []
            return [PreferencesSet(language=language, register=wanted.register)]
        case _:
            assert_never(command)


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case Admitted():
            return Known()
        case PreferencesSet(language=language, register=register):
            return Known(language, register) if isinstance(state, Known) else state
        case _:
            assert_never(event)


PERSON: Final[Decider[Command, State, Happening]] = Decider(Absent(), decide, evolve)
