"""Intents about asks, bookings, knowledge, links and the person itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bots.grammar.answers import OnBehalf
from bots.grammar.said import OfItem, Said


class LinkKind(StrEnum):
    """How two things hang together (German: *Querbezug*)."""

    CONFLICT = "conflict"
    COMPETITION = "competition"
    SYNERGY = "synergy"
    DEPENDENCY = "dependency"
    DUPLICATE = "duplicate"
    PARALLEL = "parallel"
    SUPPORTS = "supports"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAsk(Said):
    """``Abfrage an …: …`` (German: *Abfrage*); ``promised`` is for its result."""

    NAME: ClassVar[str] = "open_ask"
    BINDS: ClassVar[bool] = False
    audience: tuple[str, ...]
    text: str
    forum: str = ""
    due: date | None = None
    promised: date | None = None
    session: bool = False
    on_behalf: OnBehalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(OfItem):
    """``F12: …``."""

    NAME: ClassVar[str] = "answer"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToReport(OfItem):
    """``F12 Fehlanzeige``."""

    NAME: ClassVar[str] = "nothing_to_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate(OfItem):
    """``F12 an Frau Y``: ``to`` as typed."""

    NAME: ClassVar[str] = "delegate"
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(Said):
    """``Buche … vom … bis …``: whole days, both included."""

    NAME: ClassVar[str] = "book"
    BINDS: ClassVar[bool] = True
    text: str
    start: date
    end: date
    on_behalf: OnBehalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency(Said):
    """``Notfall: …``, ``Notfall an alle: …``."""

    NAME: ClassVar[str] = "emergency"
    text: str
    everybody: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inform(Said):
    """``Info: …``."""

    NAME: ClassVar[str] = "inform"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkChange(Said):
    """``Rahmenbedingung geändert: …, betrifft B7``; ``refs`` are what it touches."""

    NAME: ClassVar[str] = "framework_change"
    text: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingExperience(Said):
    """``Fördererfahrung: …``."""

    NAME: ClassVar[str] = "funding_experience"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Said):
    """``Sorge: …``; ``refs`` are the items named in it."""

    NAME: ClassVar[str] = "concern"
    text: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Said):
    """``Zielkonflikt: B7 gegen M3, …``; ``refs`` in the order typed."""

    NAME: ClassVar[str] = "link"
    kind: LinkKind
    text: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Said):
    """``Urlaub bis …``: ``until`` is the last day away, ``start`` None means today."""

    NAME: ClassVar[str] = "absence"
    until: date
    start: date | None = None
    deputy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflect(Said):
    """``Rückblick: …``."""

    NAME: ClassVar[str] = "reflect"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Said):
    """``zurücknehmen``; ``ref`` is empty for the last thing said."""

    NAME: ClassVar[str] = "undo"
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Said):
    """``korrigieren: …``; ``ref`` is empty for the last thing said."""

    NAME: ClassVar[str] = "correct"
    text: str
    ref: str = ""
