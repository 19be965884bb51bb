"""What can be asked of a forum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.facts import Seat
from core.forum.events import ForumKind
from core.forum.meeting_commands import OnMeeting
from core.rulebook import Rulebook
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose:
    """Suggest a forum; with ``since`` adopt a group that has met since then."""

    name: str
    kind: ForumKind
    fields: tuple[str, ...]
    purpose: Sealed
    lead: str
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Constitute:
    """Take up the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """Give it another name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSeats:
    """Change the seats named; ``None`` withdraws one, the others stay."""

    seats: Mapping[str, Seat | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCadence:
    """Mean to meet every so many days."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRulebook:
    """Decide by these rules from now on, as decision ``decision`` says.

    The number of the version is handed out.
    """

    rulebook: Rulebook
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Take up nothing new before ``until``."""

    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Revive:
    """Work again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Go on in forum ``into``, with everything that is open."""

    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """End; what is open needs the forum ``successor`` (F1)."""

    reason: Sealed
    successor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refound:
    """Propose a closed forum again."""

    reason: Sealed


Command: TypeAlias = (
    Propose
    | Constitute
    | Rename
    | SetSeats
    | SetCadence
    | ChangeRulebook
    | Rest
    | Revive
    | Merge
    | Close
    | Refound
    | OnMeeting
)
