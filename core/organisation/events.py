"""What has happened to an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import TypeAlias

from core.event import Event
from core.facts import Power
from core.sealed import Sealed


@unique
class OrganisationKind(StrEnum):
    """What sort of body it is."""

    TOWN = "Stadt"
    MUNICIPALITY = "Gemeinde"
    COUNTY = "Landkreis"
    MUNICIPAL_UTILITY = "Kommunalbetrieb"
    SPECIAL_PURPOSE_ASSOCIATION = "Zweckverband"
    COMPANY = "Unternehmen"
    PROVIDER = "Träger"
    ASSOCIATION = "Verein"
    UNIVERSITY = "Hochschule"
    AUTHORITY = "Behörde"
    SUPERVISION = "Aufsicht"


@unique
class Role(StrEnum):
    """In which function a person acts (*Funktion*)."""

    MAYOR = "mayor"  # Bürgermeister
    CLERK = "clerk"  # Sachbearbeitung
    EXPERT = "expert"  # Fachleitung
    DEPUTY = "deputy"  # Vertretung
    COORDINATOR = "coordinator"  # Koordination
    AUDITOR = "auditor"  # Prüfung


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered(Event):
    """An organisation is known; ``ags`` is its official municipality key."""

    KIND = "organisation.registered.v1"
    name: str
    kind: OrganisationKind
    inhabitants: int | None = None
    inhabitants_on: date | None = None
    ags: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed(Event):
    """An organisation has another name; its id stays."""

    KIND = "organisation.renamed.v1"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InhabitantsUpdated(Event):
    """So many people lived there ``on`` that day."""

    KIND = "organisation.inhabitants_updated.v1"
    inhabitants: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyAdded(Event):
    """It has a council, committee or assembly (*Gremium*).

    ``statutory_number`` counts its seats by law, ``rhythm_days`` lie between two
    meetings, papers are due ``paper_deadline_days`` before one.
    """

    KIND = "organisation.body_added.v1"
    body: str
    kind: str
    name: str
    statutory_number: int
    rhythm_days: int
    paper_deadline_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMeetingScheduled(Event):
    """A body meets on that day."""

    KIND = "organisation.body_meeting_scheduled.v1"
    body: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMeetingCancelled(Event):
    """A body does not meet on that day."""

    KIND = "organisation.body_meeting_cancelled.v1"
    body: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDeskSet(Event):
    """Its function mailbox (*Funktionspostfach*)."""

    KIND = "organisation.contact_desk_set.v1"
    mailbox: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesNamed(Event):
    """The devices and skills it can lend, all of them."""

    KIND = "organisation.devices_named.v1"
    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeeded(Event):
    """Another organisation took its place (KGG § 28), with the ``duties``."""

    KIND = "organisation.succeeded.v1"
    by: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateGiven(Event):
    """A person may act for it in ``forums`` (none named: everywhere).

    ``until`` is the last day. What the person held in these forums before ends.
    """

    KIND = "organisation.mandate_given.v1"
    person: str
    role: Role
    powers: tuple[Power, ...]
    forums: tuple[str, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateEnded(Event):
    """A person no longer acts for it in ``forums`` (none named: nowhere)."""

    KIND = "organisation.mandate_ended.v1"
    person: str
    forums: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverNeeded(Event):
    """Nobody acts for it in ``forum`` any more, while ``refs`` are open (O2)."""

    KIND = "organisation.handover_needed.v1"
    forum: str
    refs: tuple[str, ...]


Happening: TypeAlias = (
    Registered
    | Renamed
    | InhabitantsUpdated
    | BodyAdded
    | BodyMeetingScheduled
    | BodyMeetingCancelled
    | ContactDeskSet
    | DevicesNamed
    | Succeeded
    | MandateGiven
    | MandateEnded
    | HandoverNeeded
)
