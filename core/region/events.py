"""What has happened to a region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import TypeAlias

from core.event import Event
from core.sealed import Sealed


@unique
class ScopeMode(StrEnum):
    """Whom the cooperation is meant for (*Kulisse*)."""

    EVERYBODY = "alle"
    SURROUNDINGS = "umland"  # a list that coordination sets
    WILLING = "willige"
    OWN = "eigen"  # any other list


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded(Event):
    """The region began; ``law_profile`` names the law that its data follows."""

    KIND = "region.founded.v1"
    name: str
    law_profile: str
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAdded(Event):
    """A field of cooperation (*Handlungsfeld*) was opened, perhaps again."""

    KIND = "region.field_added.v1"
    field: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRenamed(Event):
    """A field has another name; its id stays."""

    KIND = "region.field_renamed.v1"
    field: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRetired(Event):
    """No new forum may take up this field."""

    KIND = "region.field_retired.v1"
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationInvited(Event):
    """Coordination asked an organisation to take part."""

    KIND = "region.organisation_invited.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestSignalled(Event):
    """An organisation considers taking part, for the first time or again."""

    KIND = "region.interest_signalled.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationJoined(Event):
    """An organisation is a member; ``basis`` is its letter or resolution."""

    KIND = "region.organisation_joined.v1"
    org: str
    basis: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationObserving(Event):
    """An organisation listens without being a member."""

    KIND = "region.organisation_observing.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationSupporting(Event):
    """An organisation, such as the county, supports without being a member."""

    KIND = "region.organisation_supporting.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipPaused(Event):
    """A member takes a rest; what it promised stands."""

    KIND = "region.membership_paused.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipResumed(Event):
    """A member is back."""

    KIND = "region.membership_resumed.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationLeft(Event):
    """An organisation is out from ``effective_on``; ``duties`` were open (R2)."""

    KIND = "region.organisation_left.v1"
    org: str
    effective_on: date
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationDeclined(Event):
    """An organisation does not want to take part for now."""

    KIND = "region.organisation_declined.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeChosen(Event):
    """For whom the cooperation is meant, why, and what else was weighed.

    ``members`` is a list only where the mode needs one. ``readiness`` refers to
    the ask whose result carries "alle"; ``waiver`` says why there is none (R3).
    """

    KIND = "region.scope_chosen.v1"
    mode: ScopeMode
    members: tuple[str, ...]
    reasons: Sealed
    alternatives: Sealed
    readiness: str | None = None
    waiver: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawProfileChanged(Event):
    """Other law data holds from here on."""

    KIND = "region.law_profile_changed.v1"
    law_profile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadOrganisationNamed(Event):
    """An organisation convenes the cooperation (*Federführung*)."""

    KIND = "region.lead_organisation_named.v1"
    org: str


OnPath: TypeAlias = (
    OrganisationInvited
    | InterestSignalled
    | OrganisationJoined
    | OrganisationObserving
    | OrganisationSupporting
    | MembershipPaused
    | MembershipResumed
    | OrganisationLeft
    | OrganisationDeclined
)
Happening: TypeAlias = (
    Founded
    | FieldAdded
    | FieldRenamed
    | FieldRetired
    | OnPath
    | ScopeChosen
    | LawProfileChanged
    | LeadOrganisationNamed
)
