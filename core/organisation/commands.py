"""What can be asked of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.facts import Power
from core.organisation.events import OrganisationKind, Role
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Make an organisation known; its id is the reference of the stream."""

    name: str
    kind: OrganisationKind
    inhabitants: int | None = None
    inhabitants_on: date | None = None
    ags: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """Give it another name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateInhabitants:
    """State how many people lived there ``on`` that day."""

    inhabitants: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBody:
    """Describe a council, committee or assembly."""

    body: str
    kind: str
    name: str
    statutory_number: int
    rhythm_days: int
    paper_deadline_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleBodyMeeting:
    """Let a body meet on that day."""

    body: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBodyMeeting:
    """Let a body not meet on that day."""

    body: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SetContactDesk:
    """Name the function mailbox."""

    mailbox: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDevices:
    """Name all devices and skills that can be lent."""

    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeed:
    """Let organisation ``by`` take its place."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveMandate:
    """Let ``person`` act for it.

    ``powers`` of ``None`` are those usual for the role; no ``forums`` are all.
    """

    person: str
    role: Role
    powers: frozenset[Power] | None = None
    forums: frozenset[str] = frozenset()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMandate:
    """Let ``person`` no longer act for it in ``forums``; none are all."""

    person: str
    forums: frozenset[str] = frozenset()


OnBody: TypeAlias = AddBody | ScheduleBodyMeeting | CancelBodyMeeting
OnMandate: TypeAlias = GiveMandate | EndMandate
Command: TypeAlias = (
    Register
    | Rename
    | UpdateInhabitants
    | OnBody
    | SetContactDesk
    | NameDevices
    | Succeed
    | OnMandate
)
