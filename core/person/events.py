"""What can happen to a person's stream."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.event import Event
from core.person.preferences import Language, Muted, Register, Rhythm


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(Event):
    """A person may be given mandates."""

    KIND = "person.admitted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferencesSet(Event):
    """What a person wants now, everything said anew.

    The first version knew language and register only.
    """

    KIND = "person.preferences_set.v2"
    language: Language
    register: Register
    digest: Rhythm = Rhythm.WEEKLY
    muted: tuple[Muted, ...] = ()
    rest_until: date | None = None


Happening: TypeAlias = Admitted | PreferencesSet
