"""What has happened to a piece of information."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import TypeAlias

from core.event import Event
from core.facts import Basis
from core.sealed import Sealed


@unique
class InformationKind(StrEnum):
    """What sort of knowledge it is; a concern has events of its own."""

    FINDING = "befund"
    FRAMEWORK = "rahmenbedingung"
    IDEA = "idee"
    OPTION = "option"
    GOAL = "ziel"
    FUNDING = "fördererfahrung"
    EXAMPLE = "praxisbeispiel"
    QUESTION_ANSWER = "frage-antwort"
    NOTE = "protokollnotiz"


@unique
class Again(StrEnum):
    """Whether one would use the programme again."""

    YES = "ja"
    NO = "nein"
    CONDITIONAL = "bedingt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """What became of an application for funding (*Fördererfahrung*).

    ``share_percent`` is one's own share, ``months_to_notice`` the time from the
    application to its answer.
    """

    programme: Sealed
    giver: Sealed
    year: int
    share_percent: int
    months_to_notice: int
    pitfalls: Sealed
    again: Again


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Event):
    """``org`` told the forum something; ``about`` are references."""

    KIND = "information.recorded.v1"
    kind: InformationKind
    forum: str
    org: str
    text: Sealed
    about: tuple[str, ...] = ()
    funding: Funding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed(Event):
    """Another organisation found the same."""

    KIND = "information.confirmed.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """It has another text; earlier confirmations were for the old one.

    ``funding`` of ``None`` leaves the earlier details as they are.
    """

    KIND = "information.corrected.v1"
    text: Sealed
    reason: Sealed
    funding: Funding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted(Event):
    """It, or the concern, is no longer upheld."""

    KIND = "information.retracted.v1"
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRaised(Event):
    """``org`` worries about something (*Sorge*)."""

    KIND = "information.concern_raised.v1"
    forum: str
    org: str
    text: Sealed
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernAnswered(Event):
    """Another organisation answered it."""

    KIND = "information.concern_answered.v1"
    org: str
    text: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRejected(Event):
    """For those who worry the answer is not enough."""

    KIND = "information.answer_rejected.v1"
    missing: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernAcknowledged(Event):
    """The forum takes the concern as it stands (*anerkannt*)."""

    KIND = "information.concern_acknowledged.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernSettled(Event):
    """Those who worried no longer do (*erledigt*)."""

    KIND = "information.concern_settled.v1"


Telling: TypeAlias = Recorded | Confirmed | Corrected | Retracted
Worrying: TypeAlias = (
    ConcernRaised
    | ConcernAnswered
    | AnswerRejected
    | ConcernAcknowledged
    | ConcernSettled
)
Saying: TypeAlias = Telling | Worrying


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredOnBehalf(Event):
    """Coordination entered ``event`` for ``org``; it does not count yet (D5)."""

    KIND = "information.entered_on_behalf.v1"
    org: str
    basis: Basis
    holder: str
    contest_until: date
    event: Event
    note: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfConfirmed(Event):
    """The organisation itself confirmed the entry; what it says follows."""

    KIND = "information.on_behalf_confirmed.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfContested(Event):
    """The organisation contested the entry; everything is as before it."""

    KIND = "information.on_behalf_contested.v1"
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfStood(Event):
    """Nobody contested the entry in its period; what it says follows."""

    KIND = "information.on_behalf_stood.v1"


Happening: TypeAlias = (
    Saying | EnteredOnBehalf | OnBehalfConfirmed | OnBehalfContested | OnBehalfStood
)
