"""Intents about decisions (German: *Beschluss*), positions and councils."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from bots.grammar.answers import OnBehalf
from bots.grammar.parts import Parts
from bots.grammar.said import OfItem, Said

_NO_PARTS: Final = Parts()


class Result(StrEnum):
    """What a council said (German: *Gremienergebnis*)."""

    APPROVED = "approved"
    CONDITIONAL = "conditional"
    REFUSED = "refused"
    POSTPONED = "postponed"
    REFERRED = "referred"
    NOT_QUORATE = "not_quorate"


class Mode(StrEnum):
    """How a forum decides; the names are those of the rulebook."""

    CONSENT = "konsent"
    MAJORITY = "mehrheit"
    TWO_THIRDS = "zweidrittel"
    UNANIMOUS = "einstimmig"
    TACIT = "schweigefrist"
    RESISTANCE = "widerstand"
    ADVICE = "empfehlung"


class Whom(StrEnum):
    """Whom a decision is to bind (German: *Wirkung*)."""

    ALL = "alle"
    EACH = "jede für sich"
    FROM = "ab"  # from a number of members on


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeDecision(Said):
    """``Beschlussvorschlag: …``: ``review_on`` is the *Wiedervorlage*.

    ``due`` is for the forum, ``councils`` for the councils after it.

    ``text`` is the decision itself, without forum, mode, effect and days. ``at_least``
    goes with the effect FROM. ``options`` are what can be chosen from, ``parts`` what a
    council reads beside the text.
    """

    NAME: ClassVar[str] = "propose_decision"
    BINDS: ClassVar[bool] = True
    text: str
    forum: str = ""
    due: date | None = None
    councils: date | None = None
    session: bool = False
    mode: Mode | None = None
    review_on: date | None = None
    no_review: bool = False
    why_no_review: str = ""
    effect: Whom | None = None
    at_least: int = 0
    options: tuple[str, ...] = ()
    parts: Parts = _NO_PARTS
    on_behalf: OnBehalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviseDecision(OfItem):
    """``B7 neue Fassung: …``."""

    NAME: ClassVar[str] = "revise_decision"
    BINDS: ClassVar[bool] = True
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(OfItem):
    """``B7 einverstanden``."""

    NAME: ClassVar[str] = "consent"
    BINDS: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(OfItem):
    """``B7 Einwand: …``; never without its reason.

    ``goal`` suffers, ``proposal`` would help, if that was said at once.
    ``against`` tells that it was called a no: what that means, the rule says by which
    it is decided.
    """

    NAME: ClassVar[str] = "object"
    BINDS: ClassVar[bool] = True
    text: str
    goal: str = ""
    proposal: str = ""
    against: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawObjection(OfItem):
    """``B7 Einwand erledigt``."""

    NAME: ClassVar[str] = "withdraw_objection"
    BINDS: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstain(OfItem):
    """``B7 Enthaltung``; ``text`` is the reason, if given after a colon."""

    NAME: ClassVar[str] = "abstain"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recuse(OfItem):
    """``B7 befangen``; ``text`` is the reason, if given after a colon."""

    NAME: ClassVar[str] = "recuse"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratification(OfItem):
    """``B7 Gemeindevertretung: zugestimmt am 3.6., TOP 7``.

    ``on`` is the day of the meeting, never after today; for POSTPONED it is the day
    to which it was put off, if said. ``item`` is the agenda item (German: *TOP*),
    ``text`` the condition, the reason, the body it was referred to or the wording that
    was approved, ``paper`` the number of the paper or the minutes, ``mark`` the one
    printed on the paper; ``edition`` is the version that an earlier approval covers.
    """

    NAME: ClassVar[str] = "ratification"
    BINDS: ClassVar[bool] = True
    body: str
    result: Result
    on: date | None = None
    item: str = ""
    text: str = ""
    paper: str = ""
    mark: str = ""
    edition: int = 0
