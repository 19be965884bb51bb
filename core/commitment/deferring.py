"""Acts that wait for somebody, and acts taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.event import Event
from core.facts import Basis
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack(Event):
    """The newest act, stored as ``version``, was a slip (*zurückgenommen*)."""

    KIND = "commitment.taken_back.v1"
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Event):
    """Somebody without the power prepared ``event`` for the mandate holder."""

    KIND = "commitment.drafted.v1"
    org: str
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDiscarded(Event):
    """The prepared act will not be done."""

    KIND = "commitment.draft_discarded.v1"
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredOnBehalf(Event):
    """Coordination entered ``event`` for ``org``; binds nobody yet (D5)."""

    KIND = "commitment.entered_on_behalf.v1"
    org: str
    basis: Basis
    holder: str
    contest_until: date
    event: Event
    note: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfConfirmed(Event):
    """The organisation itself confirmed the entry; what it says follows."""

    KIND = "commitment.on_behalf_confirmed.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfContested(Event):
    """The organisation contested the entry; everything is as before it."""

    KIND = "commitment.on_behalf_contested.v1"
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfStood(Event):
    """Nobody contested the entry in its period; what it says follows."""

    KIND = "commitment.on_behalf_stood.v1"
