"""What can be asked of a decision while the forum has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.decision.kinds import Benefit, Score, Share
from core.effect import Rule, Stance
from core.rulebook import Mode
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose:
    """Propose to decide ``text``; see ``Drafted`` for the fields."""

    forum: str
    title: str
    text: Sealed
    mode: Mode | None = None
    effect: Rule | None = None
    council: bool = True
    options: tuple[str, ...] = ()
    reasons: Sealed | None = None
    alternatives: Sealed | None = None
    otherwise: Sealed | None = None
    costs: tuple[Share, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    goals: tuple[str, ...] = ()
    review_on: date | None = None
    no_review: Sealed | None = None
    instead_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise:
    """Put another text in the place of the last one, taking up objections.

    ``replaces`` is the version that its author saw, with ``integrates`` as all that
    hindered it, if nothing may have changed since.
    """

    text: Sealed
    integrates: tuple[int, ...] = ()
    until: date | None = None
    replaces: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain:
    """Say more for the paper of the councils; see ``Explained`` for the fields."""

    reasons: Sealed | None = None
    alternatives: Sealed | None = None
    otherwise: Sealed | None = None
    costs: tuple[Share, ...] = ()
    benefits: tuple[Benefit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTerm:
    """Say up to which day the bodies of all are to resolve, once they have it."""

    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Let the forum decide up to ``until``; without a day, as soon as rules allow."""

    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliver:
    """Prove that the newest version has reached ``org``."""

    org: str
    channel: str
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivePosition:
    """Say yes or no, or abstain."""

    stance: Stance
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreOptions:
    """Say how much one resists each option."""

    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """Object, and say what would help."""

    reason: Sealed
    goal: str | None = None
    proposal: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclareRecusal:
    """Take no part."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptIntegration:
    """Say that the newest version takes up one's objection."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawObjection:
    """Let one's objection go."""

    number: int
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNotParamount:
    """Rule that an objection does not hinder; ``by`` says who ruled."""

    number: int
    by: str
    reason: Sealed


@dataclass(frozen=True, slots=True)
class ConfirmPrepared:
    """Say what somebody prepared for one's organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DropPrepared:
    """Do not say what somebody prepared."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True)
class ConfirmOnBehalf:
    """Confirm what coordination entered for one's organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestOnBehalf:
    """Contest what coordination entered for one's organisation."""

    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetOnBehalfStand:
    """Establish that ``org`` did not contest the entry in its period."""

    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalate:
    """Give the objections to somebody else."""

    to: str
    reason: Sealed


@dataclass(frozen=True, slots=True)
class Close:
    """Count, and say what comes of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconvene:
    """Call a matter again for which too few took part."""

    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Do not pursue it any more."""

    reason: Sealed


Working: TypeAlias = AcceptIntegration | WithdrawObjection | RuleNotParamount
Settling: TypeAlias = (
    ConfirmPrepared
    | DropPrepared
    | ConfirmOnBehalf
    | ContestOnBehalf
    | LetOnBehalfStand
)
Running: TypeAlias = (
    Revise
    | Explain
    | SetTerm
    | Open
    | Deliver
    | Escalate
    | Close
    | Reconvene
    | Withdraw
)
Saying: TypeAlias = GivePosition | ScoreOptions | Object | DeclareRecusal
