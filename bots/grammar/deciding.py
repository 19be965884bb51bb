"""Intents with which a decision is moved on, from the draft to its review.

What organisations say of it lies in ``decisions``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from bots.grammar.said import OfItem


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDecision(OfItem):
    """``B7 eröffnen bis 12.5.``: the forum decides from now on.

    ``councils`` is by when the councils are to resolve after it.
    """

    NAME: ClassVar[str] = "open_decision"
    BINDS: ClassVar[bool] = True
    due: date | None = None
    councils: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilsUntil(OfItem):
    """``B7 Räte bis 30.9.``: by when the councils of all are to resolve."""

    NAME: ClassVar[str] = "councils_until"
    BINDS: ClassVar[bool] = True
    councils: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDecision(OfItem):
    """``B7 auszählen``."""

    NAME: ClassVar[str] = "count_decision"
    BINDS: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAgain(OfItem):
    """``B7 zweiter Aufruf bis …``, after too few took part."""

    NAME: ClassVar[str] = "call_again"
    BINDS: ClassVar[bool] = True
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceDecision(OfItem):
    """``B7 ersetzt durch B12``; ``by`` is the newer one.

    ``release`` names those whom it leaves out, and who are to be released.
    """

    NAME: ClassVar[str] = "replace_decision"
    BINDS: ClassVar[bool] = True
    by: str
    release: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinDecision(OfItem):
    """``B7 beitreten``: somebody says yes after the count."""

    NAME: ClassVar[str] = "join_decision"
    BINDS: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDecision(OfItem):
    """``B7 austreten: …``; never without its reason."""

    NAME: ClassVar[str] = "leave_decision"
    BINDS: ClassVar[bool] = True
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDecision(OfItem):
    """``B7 überprüfen: …``; ``text`` is the reason, if given."""

    NAME: ClassVar[str] = "review_decision"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepDecision(OfItem):
    """``B7 bleibt, Wiedervorlage 2 Jahre``; ``text`` says why never again."""

    NAME: ClassVar[str] = "keep_decision"
    BINDS: ClassVar[bool] = True
    review_on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUp(OfItem):
    """``B7 Maßgabe Birkfeld übernehmen: …``; ``text`` is the new text, if given."""

    NAME: ClassVar[str] = "take_up"
    BINDS: ClassVar[bool] = True
    organisation: str = ""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseTerms(OfItem):
    """``B7 Maßgabe Birkfeld nicht übernehmen: …``; never without its reason."""

    NAME: ClassVar[str] = "refuse_terms"
    BINDS: ClassVar[bool] = True
    organisation: str = ""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(OfItem):
    """``B7 Vorlage 12/2027 eingereicht am 19.5.``; ``item`` is the paper's number."""

    NAME: ClassVar[str] = "paper"
    BINDS: ClassVar[bool] = True
    body: str = ""
    on: date | None = None
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(OfItem):
    """``B7 Gemeindevertretung: Sitzung am 17.6., TOP 4``."""

    NAME: ClassVar[str] = "agenda"
    BINDS: ClassVar[bool] = True
    body: str = ""
    on: date
    item: str = ""


RunningDecision: TypeAlias = (
    OpenDecision
    | CouncilsUntil
    | CountDecision
    | CallAgain
    | ReplaceDecision
    | JoinDecision
    | LeaveDecision
    | ReviewDecision
    | KeepDecision
    | TakeUp
    | RefuseTerms
    | Paper
    | Agenda
)
