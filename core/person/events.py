"""What can happen to a person's stream."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.calendar import USUAL, Hours
from core.event import Event
from core.grounds import Ground
from core.person.preferences import (
    WEEKLY,
    Language,
    Muted,
    Register,
    Rhythm,
    Weekday,
)
from core.sealed import Sealed


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
    hours: Hours = USUAL
    weekly: int = WEEKLY
    digest_day: Weekday = Weekday.MONDAY


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceDeclared(Event):
    """Somebody of ``org`` will be away; when, and who stands in, is sealed."""

    KIND = "person.absence_declared.v1"
    org: str
    period: Sealed  # first and last day: "2027-05-03/2027-05-14"
    deputy: Sealed | None = None  # person id


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceEnded(Event):
    """They are there again, or are not going to be away after all."""

    KIND = "person.absence_ended.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten(Event):
    """Name and addresses are gone, for good; mandates of the past stay visible."""

    KIND = "person.forgotten.v1"
    ground: Ground


Happening: TypeAlias = (
    Admitted | PreferencesSet | AbsenceDeclared | AbsenceEnded | Forgotten
)
