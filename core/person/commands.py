"""What can be asked of a person's stream."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.calendar import Hours
from core.grounds import Ground
from core.person.preferences import (
    EVERYWHERE,
    Language,
    Register,
    Rhythm,
    Unasked,
    Weekday,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit:
    """Let a person be given mandates; the id is the reference of the stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPreferences:
    """Say how one wants to be spoken to; what is ``None`` stays as it is."""

    language: Language | None = None
    register: Register | None = None
    digest: Rhythm | None = None
    digest_day: Weekday | None = None
    hours: Hours | None = None
    weekly: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """Want ``kind`` no longer, in one channel or everywhere."""

    kind: Unasked
    channel: str = EVERYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmute:
    """Want ``kind`` again, in one channel or, without one, in all of them."""

    kind: Unasked
    channel: str = EVERYWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Be left in peace until that day, inclusive; ``None`` ends it (*Ruhe*)."""

    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareAbsence:
    """Be away up to ``until``, from ``start`` (else today) on (*Urlaub*)."""

    until: date
    start: date | None = None
    deputy: str | None = None


@dataclass(frozen=True, slots=True)
class EndAbsence:
    """Be there again: from the absence that runs today, else from all to come.

    With ``start`` only from the one that begins, or began, on that day.
    """

    start: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Let name, addresses and all that concerns only this person go, for good."""

    ground: Ground


Choosing: TypeAlias = SetPreferences | Mute | Unmute | Rest
Leaving: TypeAlias = DeclareAbsence | EndAbsence
Command: TypeAlias = Admit | SetPreferences | Mute | Unmute | Rest | Leaving | Forget
