"""What follows from a command on a person's stream, and what it is after an event."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import TypeAlias, assert_never

from core.authority import coordinating
from core.errors import Code, Refusal
from core.facts import Facts
from core.person.absence import Away, away, beside, declared, ended
from core.person.choosing import chosen
from core.person.commands import (
    Admit,
    Command,
    DeclareAbsence,
    EndAbsence,
    Forget,
    Mute,
    Rest,
    SetPreferences,
    Unmute,
)
from core.person.events import (
    AbsenceDeclared,
    AbsenceEnded,
    Admitted,
    Forgotten,
    Happening,
    PreferencesSet,
)
from core.person.preferences import Preferences
from core.texts import key


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody by this id."""


@dataclass(frozen=True, slots=True)
class Known:
    """Admitted, with what was chosen, and when away, the newest last."""

    preferences: Preferences = field(default_factory=Preferences)
    away: tuple[Away, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """Was here; nobody can be told by this id any more."""


State: TypeAlias = Absent | Known | Gone


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``KEY_INVALID``, ``UNKNOWN_PERSON``,
            ``PERSON_FORGOTTEN``, ``HOLDS_MANDATES`` or what is wrong with a choice or
            an absence.
    """
    match command:
        case Admit():
            coordinating(facts)
            key(facts.ref)
            return _admitted(state, facts)
        case SetPreferences() | Mute() | Unmute() | Rest():
            known = _own(state, facts)
            wanted = chosen(command, known.preferences, facts.today)
            return [] if wanted == known.preferences else [_set(wanted)]
        case DeclareAbsence():
            return [*declared(command, _own(state, facts).away, facts)]
        case EndAbsence():
            return [*ended(command, _own(state, facts).away, facts)]
        case Forget():
            return _forgotten(command, state, facts)
        case _:
            assert_never(command)


def _admitted(state: State, facts: Facts) -> list[Happening]:
    if isinstance(state, Gone):
        raise Refusal(Code.PERSON_FORGOTTEN, person=facts.ref)
    return [] if isinstance(state, Known) else [Admitted()]


def _forgotten(command: Forget, state: State, facts: Facts) -> list[Happening]:
    """Forget whoever acts for nobody any more: no mandate may be without a name."""
    coordinating(facts)
    if isinstance(state, Absent):
        raise Refusal(Code.UNKNOWN_PERSON, person=facts.ref)
    if isinstance(state, Gone):
        return []
    if facts.mandates:
        raise Refusal(Code.HOLDS_MANDATES, person=facts.ref, orgs=facts.mandates)
    return [Forgotten(ground=command.ground)]


def _own(state: State, facts: Facts) -> Known:
    """Return who it is; only coordination speaks for somebody else."""
    if facts.actor != facts.ref:
        coordinating(facts)
    if not isinstance(state, Known):
        raise Refusal(Code.UNKNOWN_PERSON, person=facts.ref)
    return state


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    if isinstance(state, Absent):
        return Known() if isinstance(event, Admitted) else state
    if isinstance(state, Gone):
        return state
    match event:
        case Forgotten():
            return Gone()
        case Admitted():
            return state
        case PreferencesSet():
            return replace(state, preferences=told(event))
        case AbsenceDeclared():
            return replace(state, away=beside(state.away, away(event)))
        case AbsenceEnded():
            return replace(state, away=())
        case _:
            assert_never(event)


def stand_in(state: State, today: date) -> str | None:
    """Return who acts today instead of a person who is away."""
    known = state.away if isinstance(state, Known) else ()
    return next((one.stand_in for one in known if one.on(today)), None)


def told(event: PreferencesSet) -> Preferences:
    """Return the preferences that ``event`` sets."""
    names = [part.name for part in fields(Preferences)]
    return Preferences(**{name: getattr(event, name) for name in names})


def _set(wanted: Preferences) -> PreferencesSet:
    names = [part.name for part in fields(Preferences)]
    return PreferencesSet(**{name: getattr(wanted, name) for name in names})
