"""What a region is, and how events change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final, TypeAlias, assert_never

from core.region.events import (
    FieldAdded,
    FieldRenamed,
    FieldRetired,
    Founded,
    Happening,
    InterestSignalled,
    LawProfileChanged,
    LeadOrganisationNamed,
    MembershipPaused,
    MembershipResumed,
    OnPath,
    OrganisationDeclined,
    OrganisationInvited,
    OrganisationJoined,
    OrganisationLeft,
    OrganisationObserving,
    OrganisationSupporting,
    ScopeChosen,
    ScopeMode,
)


@unique
class Path(StrEnum):
    """How far an organisation has come in the region (*Beteiligungsstand*)."""

    INVITED = "invited"
    INTERESTED = "interested"
    MEMBER = "member"
    PAUSED = "paused"
    LEFT = "left"
    OBSERVING = "observing"
    DECLINED = "declined"
    SUPPORTER = "supporter"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of cooperation; a retired one keeps its name."""

    name: str
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    """The last step on the path and, once notice is given, the day it ends."""

    path: Path
    left_on: date | None = None

    def on(self, day: date) -> Path:
        """Return the path state that holds on ``day``."""
        gone = self.left_on is not None and self.left_on <= day
        return Path.LEFT if gone else self.path


@dataclass(frozen=True, slots=True)
class Absent:
    """Not founded yet."""


@dataclass(frozen=True, slots=True)
class Active:
    """Founded; ``memberships`` by organisation, ``fields`` by id."""

    name: str
    law_profile: str
    time_zone: str
    fields: Mapping[str, Field] = field(default_factory=lambda: MappingProxyType({}))
    memberships: Mapping[str, Membership] = field(
        default_factory=lambda: MappingProxyType({})
    )
    scope: ScopeChosen | None = None
    lead: str | None = None


State: TypeAlias = Absent | Active

_LEADS_TO: Final[Mapping[type[OnPath], Path]] = MappingProxyType(
    {
        OrganisationInvited: Path.INVITED,
        InterestSignalled: Path.INTERESTED,
        OrganisationJoined: Path.MEMBER,
        OrganisationObserving: Path.OBSERVING,
        OrganisationSupporting: Path.SUPPORTER,
        MembershipPaused: Path.PAUSED,
        MembershipResumed: Path.MEMBER,
        OrganisationDeclined: Path.DECLINED,
    }
)


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    if isinstance(event, Founded):
        return Active(event.name, event.law_profile, event.time_zone)
    if isinstance(state, Absent):
        return state
    match event:
        case FieldAdded(field=field, name=name):
            return _with_field(state, field, Field(name))
        case FieldRenamed(field=field, name=name):
            old = state.fields.get(field, Field(name))
            return _with_field(state, field, replace(old, name=name))
        case FieldRetired(field=field):
            old = state.fields.get(field, Field(field))
            return _with_field(state, field, replace(old, retired=True))
        case ScopeChosen():
            return replace(state, scope=event)
        case LawProfileChanged(law_profile=law_profile):
            return replace(state, law_profile=law_profile)
        case LeadOrganisationNamed(org=org):
            return replace(state, lead=org)
        case _:
            return _moved(state, event)


def _moved(state: Active, event: OnPath) -> Active:
    org = event.org
    before = state.memberships.get(org, Membership(Path.LEFT))
    match event:
        case OrganisationLeft(effective_on=day):
            after = replace(before, left_on=day)
        case MembershipPaused() | MembershipResumed():
            after = replace(before, path=_LEADS_TO[type(event)])
        case (
            OrganisationInvited()
            | InterestSignalled()
            | OrganisationJoined()
            | OrganisationObserving()
            | OrganisationSupporting()
            | OrganisationDeclined()
        ):
            after = Membership(_LEADS_TO[type(event)])
        case _:
            assert_never(event)
    memberships = MappingProxyType({**state.memberships, org: after})
    return replace(state, memberships=memberships)


def path(state: State, org: str, day: date) -> Path | None:
    """Return the path state of ``org`` on ``day``; ``None``: never heard of here.

    An organisation that gave notice keeps its state until it has left.
    """
    if isinstance(state, Absent) or org not in state.memberships:
        return None
    return state.memberships[org].on(day)


def paths(state: State, day: date) -> Mapping[str, Path]:
    """Return the path state of every organisation on ``day``."""
    if isinstance(state, Absent):
        return MappingProxyType({})
    found = {org: known.on(day) for org, known in state.memberships.items()}
    return MappingProxyType(found)


def surroundings(state: State) -> tuple[str, ...]:
    """Return the organisations of the surroundings, if that is the scope chosen."""
    if isinstance(state, Absent) or state.scope is None:
        return ()
    around = state.scope.mode is ScopeMode.SURROUNDINGS
    return state.scope.members if around else ()


def fields(state: State) -> Mapping[str, str]:
    """Return the names of the fields that are not retired, by id."""
    if isinstance(state, Absent):
        return MappingProxyType({})
    found = {key: f.name for key, f in state.fields.items() if not f.retired}
    return MappingProxyType(found)


def _with_field(state: Active, key: str, field: Field) -> Active:
    return replace(state, fields=MappingProxyType({**state.fields, key: field}))
