"""What the forum does with a decision, from the draft to the count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.decision.kinds import Benefit, Share, Tally
from core.effect import Member, Rule
from core.event import Event
from core.rulebook import Mode, Rulebook
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Event):
    """``org`` proposes to decide ``text``, which is version 1.

    ``mode`` and ``effect`` are those of the rulebook unless they are named. With
    ``council`` it binds each municipality only after its body has resolved.
    ``instead_of`` is the failed decision whose place it takes.
    """

    KIND = "decision.drafted.v1"
    forum: str
    org: str
    title: str
    text: Sealed
    mode: Mode | None = None
    effect: Rule | None = None
    council: bool = True
    options: tuple[str, ...] = ()
    reasons: Sealed | None = None
    alternatives: Sealed | None = None
    otherwise: Sealed | None = None  # what happens if one does not join
    costs: tuple[Share, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    goals: tuple[str, ...] = ()
    review_on: date | None = None
    no_review: Sealed | None = None  # why it is not looked at again (rule D9)
    instead_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised(Event):
    """There is another text; what was said to the old one rests (rule D1).

    ``integrates`` are the objections that it takes up.
    """

    KIND = "decision.revised.v1"
    version: int
    text: Sealed
    integrates: tuple[int, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained(Event):
    """``org`` said more for the paper of the councils (*Vorlage*).

    Each part takes the place of the former one, of ``costs`` and ``benefits`` that of
    the same organisation. The text that is resolved stays as it is.
    """

    KIND = "decision.explained.v1"
    org: str
    reasons: Sealed | None = None
    alternatives: Sealed | None = None
    otherwise: Sealed | None = None
    costs: tuple[Share, ...] = ()
    benefits: tuple[Benefit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSet(Event):
    """The bodies of all are to resolve up to ``deadline``, once they have it."""

    KIND = "decision.term_set.v1"
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    """The forum decides about version ``text`` up to ``until``; all is frozen here."""

    KIND = "decision.opened.v1"
    text: int
    on: date
    until: date
    mode: Mode
    effect: Rule
    roster: tuple[Member, ...]
    rulebook: Rulebook
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered(Event):
    """``text`` has provably reached ``org`` (rule D4)."""

    KIND = "decision.delivered.v1"
    org: str
    text: int
    channel: str
    proof: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalated(Event):
    """The objections go to ``to``, as the forum alone does not get on."""

    KIND = "decision.escalated.v1"
    to: str
    reason: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(Event):
    """The forum accepted version ``text``, counted under ``rulebook`` (rule D10)."""

    KIND = "decision.accepted.v1"
    text: int
    rulebook: int
    tally: Tally
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected(Event):
    """The forum did not accept it."""

    KIND = "decision.rejected.v1"
    text: int
    rulebook: int
    tally: Tally
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed(Event):
    """Too few took part."""

    KIND = "decision.lapsed.v1"
    text: int
    rulebook: int
    tally: Tally
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondCallAnnounced(Event):
    """It is called again, up to ``until``; now nobody has to take part."""

    KIND = "decision.second_call_announced.v1"
    on: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """It is not pursued any more."""

    KIND = "decision.withdrawn.v1"
    reason: Sealed


Counted: TypeAlias = Accepted | Rejected | Lapsed
Running: TypeAlias = (
    Revised
    | Explained
    | TermSet
    | Opened
    | Delivered
    | Escalated
    | Counted
    | SecondCallAnnounced
    | Withdrawn
)
InForum: TypeAlias = Drafted | Running
