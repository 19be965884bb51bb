"""What can be asked of a region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.region.events import ScopeMode
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRegion:
    """Begin."""

    name: str
    law_profile: str = "DE-HE"
    time_zone: str = "Europe/Berlin"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddField:
    """Open a field of cooperation, or one that was retired."""

    field: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameField:
    """Give a field another name."""

    field: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireField:
    """Take up no more forums in a field (R4)."""

    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteOrganisation:
    """Ask ``org`` to take part."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalInterest:
    """Consider taking part."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Become a member by a letter or a council's resolution."""

    org: str
    basis: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Observe:
    """Listen without being a member."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Support without being a member."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Rest as a member."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """Come back."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Be out from ``effective_on``, the first day without membership."""

    org: str
    effective_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """Stay away for now."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseScope:
    """Say for whom the cooperation is meant (R3)."""

    mode: ScopeMode
    reasons: Sealed
    alternatives: Sealed
    members: tuple[str, ...] = ()
    readiness: str | None = None
    waiver: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLawProfile:
    """Follow other law data."""

    law_profile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLeadOrganisation:
    """Let ``org`` convene the cooperation."""

    org: str


OnField: TypeAlias = AddField | RenameField | RetireField
Step: TypeAlias = (
    InviteOrganisation
    | SignalInterest
    | Join
    | Observe
    | Support
    | Pause
    | Resume
    | Leave
    | Decline
)
Command: TypeAlias = (
    FoundRegion | OnField | Step | ChooseScope | SetLawProfile | NameLeadOrganisation
)
