"""File: what stays of a decision through its whole life (German: *Akte*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, unique
from types import MappingProxyType

from core.decision.councils import Condition, ConditionKey, Council, CouncilKey
from core.decision.forum_events import Drafted, Opened
from core.decision.saying_events import (
    EnteredOnBehalf,
    ObjectionRaised,
    OptionsScored,
    Position,
    Prepared,
)
from core.effect import Member
from core.facts import Basis
from core.rulebook import FOUNDING, Rulebook
from core.sealed import Sealed


@unique
class Work(StrEnum):
    """What became of an objection."""

    OPEN = "open"  # offen
    INTEGRATED = "integrated"  # in einer neuen Fassung aufgegangen
    WITHDRAWN = "withdrawn"  # zurückgezogen
    NOT_PARAMOUNT = "not_paramount"  # hindert nicht
    MOOT = "moot"  # gegenstandslos: der Text wird nicht übernommen


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection; ``taken_up`` is the version that means to integrate it."""

    raised: ObjectionRaised
    work: Work = Work.OPEN
    taken_up: int | None = None


@unique
class Counting(StrEnum):
    """How what an organisation did not say itself came to count."""

    CONFIRMED = "confirmed"  # von ihr bestätigt
    STOOD = "stood"  # nicht bestritten
    TACIT = "tacit"  # durch Schweigen


@dataclass(frozen=True, slots=True)
class Voice:
    """How the word of an organisation came to count, and by what it was known.

    Until it is ``heard``, what was entered follows as the next word of it.
    """

    how: Counting
    basis: Basis | None = None
    heard: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What stays of a decision through its whole life (*Akte*).

    ``text`` is the number of the newest version, ``texts`` holds all. ``votes`` has
    the one current position of each organisation (D6), ``voices`` of whoever did not
    say it itself how it came to count, ``delivered`` the day on which the newest
    version reached it. ``bound`` is whom it binds by the newest effect.
    ``councils_by`` is up to when bodies are to resolve, if the forum said so.
    ``asked`` is who was asked what it promises, ``reviewed`` the changes of framework
    for which it was looked at. ``taking_up`` is the body whose conditions the forum
    decides about, ``before`` the file to which it returns if it does not take them
    over.
    """

    drafted: Drafted
    text: int = 1
    texts: Mapping[int, Sealed] = field(default_factory=lambda: MappingProxyType({}))
    opened: Opened | None = None
    until: date = date.min
    second_call: bool = False
    roster: tuple[Member, ...] = ()
    recused: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    votes: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}))
    voices: Mapping[str, Voice] = field(default_factory=lambda: MappingProxyType({}))
    scores: Mapping[str, OptionsScored] = field(
        default_factory=lambda: MappingProxyType({})
    )
    objections: Mapping[int, Objection] = field(
        default_factory=lambda: MappingProxyType({})
    )
    delivered: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    entries: Mapping[str, EnteredOnBehalf] = field(
        default_factory=lambda: MappingProxyType({})
    )
    prepared: Mapping[str, Prepared] = field(
        default_factory=lambda: MappingProxyType({})
    )
    councils: Mapping[CouncilKey, Council] = field(
        default_factory=lambda: MappingProxyType({})
    )
    conditions: Mapping[ConditionKey, Condition] = field(
        default_factory=lambda: MappingProxyType({})
    )
    started: date | None = None  # when it was last given to the bodies
    bound: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    reviewed: frozenset[str] = frozenset()
    review_on: date | None = None
    councils_by: date | None = None
    taking_up: CouncilKey | None = None
    before: File | None = None

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook under which it was opened (rule V1)."""
        return self.opened.rulebook if self.opened else FOUNDING

    @property
    def entitled(self) -> tuple[Member, ...]:
        """Whoever is on the list and not recused (rule D7)."""
        return tuple(m for m in self.roster if m.org not in self.recused)

    @property
    def silent(self) -> tuple[str, ...]:
        """Whoever has said nothing at all to the newest version; entries are said."""
        objecting = {self.objections[n].raised.org for n in self.open_objections}
        said = self.votes.keys() | self.scores.keys() | self.entries.keys()
        heard = said | objecting
        return tuple(m.org for m in self.entitled if m.org not in heard)

    @property
    def open_objections(self) -> tuple[int, ...]:
        """The numbers of the objections that still hinder."""
        each = self.objections.items()
        return tuple(number for number, one in each if one.work is Work.OPEN)
