"""What has happened to a forum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import TypeAlias

from core.event import Event
from core.facts import Seat
from core.forum.meeting_events import Meeting
from core.rulebook import Rulebook
from core.sealed import Sealed


@unique
class ForumKind(StrEnum):
    """What sort of round it is."""

    FIELD = "field"  # Fachforum
    CROSS_FIELD = "cross_field"  # Querschnittsforum
    WORKING_GROUP = "working_group"  # Arbeitsgruppe
    STEERING = "steering"  # Steuerungsrunde


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed(Event):
    """A forum was suggested; ``since`` tells that the group met before."""

    KIND = "forum.proposed.v1"
    name: str
    kind: ForumKind
    fields: tuple[str, ...]
    purpose: Sealed
    lead: str
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Constituted(Event):
    """It took up its work."""

    KIND = "forum.constituted.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed(Event):
    """It is called otherwise from now on; what happened before keeps its words."""

    KIND = "forum.renamed.v1"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGiven(Event):
    """An organisation has this seat, whatever it had before."""

    KIND = "forum.seat_given.v1"
    org: str
    seat: Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatWithdrawn(Event):
    """An organisation has no seat any more."""

    KIND = "forum.seat_withdrawn.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceSet(Event):
    """It means to meet every so many days (*Sitzungsrhythmus*)."""

    KIND = "forum.cadence_set.v1"
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookChanged(Event):
    """It decides by ``rulebook`` from now on; ``decision`` is what said so."""

    KIND = "forum.rulebook_changed.v1"
    rulebook: Rulebook
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested(Event):
    """It deliberately takes up nothing new before ``until``."""

    KIND = "forum.rested.v1"
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Revived(Event):
    """It works again."""

    KIND = "forum.revived.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(Event):
    """It went on in forum ``into``, which took over ``duties``."""

    KIND = "forum.merged.v1"
    into: str
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Event):
    """It ended; ``successor`` is the forum that took over ``duties``."""

    KIND = "forum.closed.v1"
    reason: Sealed
    successor: str | None = None
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refounded(Event):
    """A closed forum is proposed again, as it was."""

    KIND = "forum.refounded.v1"
    reason: Sealed


Happening: TypeAlias = (
    Proposed
    | Constituted
    | SeatGiven
    | SeatWithdrawn
    | CadenceSet
    | Renamed
    | RulebookChanged
    | Rested
    | Revived
    | Merged
    | Closed
    | Refounded
    | Meeting
)
