"""Facts: what the writer knows about the circumstances of a command.

They come from other streams (mandates, forum, region), read under the writer's
lock, and from the clock outside. Aggregates see these plain values, never each
other, so each stays testable alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final, NamedTuple

from core.calendar import Hours
from core.retention import Keeping
from core.rulebook import FOUNDING, Rulebook
from core.sealed import Sealed

OPERATOR: Final = "operator"
"""The actor of set-up commands from the machine's own command line."""

MEMBER: Final = "member"
"""The path state of a member of the region."""

ONESELF: Final = "oneself"
"""The function of somebody who says something about themselves alone."""


@unique
class Power(StrEnum):
    """What a mandate lets a person do for an organisation (*Befugnis*)."""

    ANSWER = "answer"  # antworten
    PROMISE = "promise"  # zusagen
    CONSENT = "consent"  # zustimmen
    BOOK = "book"  # buchen
    COORDINATE = "coordinate"  # koordinieren
    AUDIT = "audit"  # prüfen


@unique
class Seat(StrEnum):
    """What an organisation may do in a forum (*Sitz*)."""

    VOTE = "vote"  # stimmberechtigt
    ADVISE = "advise"  # beratend
    OBSERVE = "observe"  # beobachtend


@unique
class Basis(StrEnum):
    """On what an entry for somebody else rests (*Grundlage*)."""

    PHONE = "telefon"
    MAIL = "mail"
    MEETING = "sitzung"
    LETTER = "schreiben"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalf:
    """An entry made for another organisation (*im Auftrag*; rule D5)."""

    org: str
    basis: Basis
    holder: str  # person id of the mandate holder who was asked
    note: Sealed | None = None  # what was said, by whom


class LastAct(NamedTuple):
    """Who wrote the newest event of the stream, when, as which version."""

    actor: str
    at: datetime  # aware, UTC
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumFacts:
    """The forum a command belongs to, as it is now."""

    open: bool
    lead: str  # the organisation that convenes it (*federführend*)
    seats: Mapping[str, Seat]
    rulebook: Rulebook = FOUNDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An open commitment, as far as containers must know of it."""

    ref: str
    forum: str
    asker: str
    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAsk:
    """An ask that was opened before, as far as the next one must know of it.

    ``ready`` are those who said yes in a published readiness ask, ``None`` for any
    other ask. ``text`` is what was asked, ``None`` once it is erased.
    """

    ref: str
    kind: str
    forum: str
    audience: frozenset[str]
    minutes: int
    on: date  # when it was opened
    owes_result: bool
    ready: frozenset[str] | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecision:
    """A decision that a command names, as far as others must know of it.

    ``bound`` are those for whom it is in force, ``successors`` the decisions that took
    its place one after the other, ``ended_by`` the one that superseded or repealed it;
    one that ``failed`` can be proposed anew, with another text.
    """

    ref: str
    forum: str
    accepted: bool
    bound: frozenset[str]
    successors: tuple[str, ...] = ()
    ended_by: str | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """An item, as far as reminders must know of it.

    ``waits`` are the organisations whose move is awaited; ``touched`` is when one of
    the two sides acted last, ``None`` where that tells nothing.
    """

    waits: frozenset[str]
    touched: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Somebody who may be reminded: there, willing, when, and how often a week."""

    present: bool
    wants: bool
    hours: Hours
    weekly: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the log, as far as the erasure of its texts must know of it."""

    position: int
    kind: str
    fields: frozenset[str]  # those that are sealed
    stream: str
    entered: date  # in UTC
    later: bool = False  # whether the stream has a later one of its kind


def _nothing() -> Mapping[str, Matter]:
    return MappingProxyType({})


def _nobody() -> Mapping[str, str]:
    return MappingProxyType({})


def _unknown() -> Mapping[str, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who acts, for whom, with which powers, when, and what stands around it.

    ``today`` is a calendar day in the region's time zone; ``now`` is aware UTC.
    ``members`` maps organisation ids to their path state in the region;
    ``holders`` maps the persons who may promise for ``org`` to their function.
    ``duties`` lists the open commitments of the container to be closed.
    ``ref`` is what stands behind the colon of the stream the command goes to.
    ``forums_of_field`` lists the open forums of the field to be retired.
    ``mandates_elsewhere`` lists other organisations for which the person has a
    mandate in one of the forums of the mandate to be given.
    ``contest_until`` is the last day on which an entry on behalf may be contested.
    ``audience`` is whom the ask to be opened means, ``asks`` what was asked before.
    ``inhabitants`` and ``bodies`` (the main body of each that has one) are those of
    whoever a decision concerns; ``decision`` is the other decision that was named,
    ``affected`` what is touched by the change of framework that was named.
    ``matters`` are the items to be reminded of, ``listener`` who would be told, and
    ``holidays`` the public holidays around today. ``entry`` is the one of which a text
    is to go, ``keeping`` what keeps it (``None``: for good), ``there`` whether there is
    the item to be held, ``mandates`` where the person to be forgotten still has one.
    """

    actor: str
    org: str
    powers: frozenset[Power]
    today: date
    now: datetime
    last: LastAct | None = None
    on_behalf: OnBehalf | None = None
    contest_until: date | None = None
    forum: ForumFacts | None = None
    members: Mapping[str, str] = field(default_factory=_nobody)
    holders: Mapping[str, str] = field(default_factory=_nobody)
    duties: tuple[Duty, ...] = ()
    ref: str = ""
    forums_of_field: tuple[str, ...] = ()
    mandates_elsewhere: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    asks: tuple[PastAsk, ...] = ()
    matters: Mapping[str, Matter] = field(default_factory=_nothing)
    listener: Listener | None = None
    holidays: frozenset[date] = frozenset()
    inhabitants: Mapping[str, int] = field(default_factory=_unknown)
    bodies: Mapping[str, str] = field(default_factory=_nobody)
    decision: PastDecision | None = None
    affected: tuple[str, ...] = ()
    entry: Entry | None = None
    keeping: Keeping | None = None
    there: bool = False
    mandates: tuple[str, ...] = ()

    @property
    def operates(self) -> bool:
        """Whether this comes from the machine's own command line."""
        return self.actor == OPERATOR

    @property
    def may_coordinate(self) -> bool:
        """Whether the actor may change structure: region, forums, mandates."""
        return self.operates or Power.COORDINATE in self.powers
