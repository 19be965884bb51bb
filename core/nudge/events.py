"""What can happen between Faden and an organisation that owes something.

Who was written to is sealed: the log names the organisation (``audit.md``). Days
are calendar days in the region's time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.event import Event
from core.nudge.kinds import Step, Why
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The ladder of one item, up to ``due``; a day that is missing is too soon."""

    ref: str
    due: date
    silent: date | None = None
    direct: date | None = None
    coordination: date


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is owed by ``org``, and which rung of its ladder this is."""

    ref: str
    org: str
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled(Event):
    """The ladders of what ``org`` owes were fixed, in the place of earlier ones."""

    KIND = "nudge.scheduled.v1"
    org: str
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Event):
    """Somebody was told ``on`` that day of all this, in one message.

    Without ``to`` nothing was sent: card and digest tell it (the silent step).
    """

    KIND = "nudge.sent.v1"
    about: tuple[About, ...]
    on: date
    to: Sealed | None = None  # person id


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegated(Event):
    """The usual person is away; somebody else was told instead."""

    KIND = "nudge.delegated.v1"
    about: tuple[About, ...]
    on: date
    to: Sealed  # person id


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed(Event):
    """Nothing was sent, and why; ``again`` is the day of the next look, if any."""

    KIND = "nudge.suppressed.v1"
    about: tuple[About, ...]
    why: Why
    on: date
    again: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed(Event):
    """Somebody wants to be reminded of ``ref`` on ``until``, not before."""

    KIND = "nudge.snoozed.v1"
    ref: str
    org: str
    until: date
    by: Sealed  # person id


@dataclass(frozen=True, slots=True, kw_only=True)
class Woken(Event):
    """It was not to be put off after all."""

    KIND = "nudge.woken.v1"
    ref: str
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(Event):
    """``org`` is not reminded of ``refs`` any more: answered, declined or over."""

    KIND = "nudge.stopped.v1"
    org: str
    refs: tuple[str, ...]


Happening: TypeAlias = (
    Scheduled | Sent | Delegated | Suppressed | Snoozed | Woken | Stopped
)
