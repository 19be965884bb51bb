"""Preferences: how somebody is spoken to, and what reaches them unasked.

Whatever is switched off stays to be seen: it is only not brought. Days are calendar
days in the region's time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import Final

from core.calendar import USUAL, Hours


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


@unique
class Rhythm(StrEnum):
    """How often the digest comes (*Überblick*).

    Weekly it tells everything; daily, on the other working days, what needs a hand.
    """

    WEEKLY = "weekly"
    DAILY = "daily"
    OFF = "off"


@unique
class Weekday(StrEnum):
    """On which working day of the week the whole digest comes (*Wochentag*)."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"

    @property
    def number(self) -> int:
        """The days since Monday, as ``date.weekday`` counts them."""
        return [*Weekday].index(self)


@unique
class Unasked(StrEnum):
    """What is said to somebody who did not ask just now."""

    DIGEST = "digest"  # Überblick
    NUDGE = "nudge"  # Erinnerung
    SUMMARY = "summary"  # Monatsblick eines Forums


WEEKLY: Final = 3  # reminders to one person in seven days
EVERYWHERE: Final = ""
"""Stands for all channels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Muted:
    """A kind that is not wanted, in one channel ("slack") or ``EVERYWHERE``."""

    kind: Unasked
    channel: str = EVERYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person chose, and what holds for whoever chose nothing.

    ``rest_until`` is the last day on which nothing comes unasked; in ``hours`` it
    may come on working days, reminders at most ``weekly`` times in seven days.
    """

    language: Language = Language.GERMAN
    register: Register = Register.FORMAL
    digest: Rhythm = Rhythm.WEEKLY
    digest_day: Weekday = Weekday.MONDAY
    muted: tuple[Muted, ...] = ()
    rest_until: date | None = None
    hours: Hours = USUAL
    weekly: int = WEEKLY

    def wants(self, kind: Unasked, channel: str, today: date) -> bool:
        """Whether ``kind`` may be brought through ``channel`` on ``today``."""
        if self.rest_until is not None and today <= self.rest_until:
            return False
        if kind is Unasked.DIGEST and self.digest is Rhythm.OFF:
            return False
        ways = {Muted(kind=kind), Muted(kind=kind, channel=channel)}
        return ways.isdisjoint(self.muted)
