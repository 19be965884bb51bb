"""What can be asked of the reminders to an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.nudge.events import About, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Fix the ladders of what ``org`` owes."""

    org: str
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remind:
    """Tell somebody of all this, if the rules allow it at this ``hour`` (local).

    ``to`` is a person, ``None`` if nobody is there. ``instead``: the usual person is
    away. ``digest``: the digest of today tells them of it anyway.
    """

    to: str | None
    about: tuple[About, ...]
    hour: int
    instead: bool = False
    digest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PassBy:
    """Let the silent step of all this be done: card and digest tell it."""

    about: tuple[About, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Remind of ``ref`` on ``until`` instead of before."""

    ref: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """Do not put off ``ref`` after all."""

    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Do not remind ``org`` of ``refs`` any more."""

    org: str
    refs: tuple[str, ...]


Command: TypeAlias = Schedule | Remind | PassBy | Snooze | Wake | Stop
