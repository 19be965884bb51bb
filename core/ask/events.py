"""What can happen to an ask. Dates are calendar days; organisations are ids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.ask.kinds import AskKind, Disclosure, Follows, Meant
from core.ask.questions import Question, Value
from core.event import Event
from core.facts import Basis
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Event):
    """``org`` asks ``audience``, which is frozen with it.

    ``needs`` are the devices and skills that a call for help is about; ``override``
    says why ``over`` may be asked for more minutes than the week allows.
    """

    KIND = "ask.opened.v1"
    kind: AskKind
    forum: str
    org: str
    meant: Meant
    audience: tuple[str, ...]
    questions: tuple[Question, ...]
    text: Sealed
    on: date
    deadline: date
    promised: date  # the day by which the result is promised
    minutes: int
    disclosure: Disclosure = Disclosure.NAMED
    purpose: Sealed | None = None
    horizon: int | None = None  # the year up to which a need is asked for
    needs: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    override: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """``org`` answered; ``remark`` is what goes beyond the questions."""

    KIND = "ask.answered.v1"
    org: str
    values: tuple[Value, ...]
    late: bool = False
    remark: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised(Event):
    """``org`` put another answer in the place of its earlier one (Q1)."""

    KIND = "ask.revised.v1"
    org: str
    values: tuple[Value, ...]
    late: bool = False
    remark: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingReported(Event):
    """``org`` has nothing to report (*Fehlanzeige*)."""

    KIND = "ask.nothing_reported.v1"
    org: str
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDeclined(Event):
    """``org`` does not answer. No is a full answer."""

    KIND = "ask.answer_declined.v1"
    org: str
    late: bool = False
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTakenBack(Event):
    """The newest answer of ``org`` was a slip; the one before it counts again."""

    KIND = "ask.answer_taken_back.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegated(Event):
    """At ``org`` it is ``person`` who looks after the answer."""

    KIND = "ask.delegated.v1"
    org: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(Event):
    """There is more time; a closed ask is open again."""

    KIND = "ask.extended.v1"
    deadline: date
    promised: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOn(Event):
    """A call for help runs on behind its day, for nobody has closed it.

    Whoever called is asked whether help is still needed; again on ``deadline``.
    """

    KIND = "ask.went_on.v1"
    deadline: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Event):
    """Answers that come from here on are late; the result is owed."""

    KIND = "ask.closed.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many said ``said`` to a question; ``""`` stands for all who answered it.

    ``more`` stands for several answers put together because each has too few.
    ``total`` is the sum of the numbers, in canonical form, where there is one;
    ``about``: what somebody said of it was only about right.
    """

    question: str
    said: str
    count: int
    more: bool = False
    total: str = ""
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Event):
    """The result is out: ``answered`` of ``asked`` have answered.

    The figures are frozen here. ``kept`` are questions whose figures stayed as they
    were published before, because so few answers changed that the difference would
    tell whose (Q2).
    """

    KIND = "ask.published.v1"
    answered: int
    asked: int
    figures: tuple[Figure, ...]
    kept: tuple[str, ...] = ()
    summary: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Concluded(Event):
    """What follows from the result, and why; the loop is closed."""

    KIND = "ask.concluded.v1"
    follows: Follows
    why: Sealed
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(Event):
    """It is not asked any more."""

    KIND = "ask.cancelled.v1"
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredOnBehalf(Event):
    """Coordination entered ``event`` for ``org``: shown, and not yet its word (D5)."""

    KIND = "ask.entered_on_behalf.v1"
    org: str
    basis: Basis
    holder: str
    contest_until: date
    event: Event
    note: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfConfirmed(Event):
    """``org`` confirmed the entry; what it says follows."""

    KIND = "ask.on_behalf_confirmed.v1"
    org: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfContested(Event):
    """``org`` contested the entry; its answer is as before."""

    KIND = "ask.on_behalf_contested.v1"
    org: str
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnBehalfStood(Event):
    """``org`` did not contest the entry in its period; what it says follows."""

    KIND = "ask.on_behalf_stood.v1"
    org: str


Reply: TypeAlias = Answered | Revised | NothingReported | AnswerDeclined
OnEntry: TypeAlias = (
    EnteredOnBehalf | OnBehalfConfirmed | OnBehalfContested | OnBehalfStood
)
Happening: TypeAlias = (
    Opened
    | Reply
    | AnswerTakenBack
    | Delegated
    | Extended
    | WentOn
    | Closed
    | Published
    | Concluded
    | Cancelled
    | OnEntry
)
