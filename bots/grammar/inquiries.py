"""Questions to the record: who, what, how it stands (*Auskünfte*).

Nothing is written when they are answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from bots.grammar.asks import WhoHas
from bots.grammar.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatDecided(Said):
    """``Was haben wir zum … entschieden?``: ``text`` is the topic."""

    NAME: ClassVar[str] = "what_decided"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatHolds(Said):
    """``Was gilt für Mühlau?``, ``Was gilt?``: whom or what it is about, if named."""

    NAME: ClassVar[str] = "what_holds"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoDoes(Said):
    """``Wer macht …?``: ``text`` is the topic."""

    NAME: ClassVar[str] = "who_does"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoTakesPart(Said):
    """``Wer macht mit?``, perhaps with what ``text`` names."""

    NAME: ClassVar[str] = "who_takes_part"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatPromised(Said):
    """``Was hat Steintal zugesagt?``; without an ``organisation`` one's own.

    ``to`` is to whom, ``text`` the topic, both perhaps empty. What was promised
    ``to_us`` is that to the speaker, without an ``organisation`` by anybody.
    """

    NAME: ClassVar[str] = "what_promised"
    organisation: str = ""
    to: str = ""
    to_us: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatKnown(Said):
    """``Was wissen wir zu …?``: ``text`` is the topic."""

    NAME: ClassVar[str] = "what_known"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIsOpen(Said):
    """``Was ist offen?``, about ``text``, until ``due``, or what is ``late``."""

    NAME: ClassVar[str] = "what_is_open"
    text: str = ""
    due: date | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf(Said):
    """``Stand am 1.10.2026: …``; ``on`` is never after today."""

    NAME: ClassVar[str] = "as_of"
    on: date
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatHeld(Said):
    """``Was galt am 1.3.2027 zu B7?``: what counted on ``on``, as known on ``known``.

    Without ``known`` as it is known today; neither is ever after today.
    """

    NAME: ClassVar[str] = "what_held"
    on: date
    text: str
    known: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatBenefit(Said):
    """``Was bringt uns das?``, perhaps about ``text``."""

    NAME: ClassVar[str] = "what_benefit"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Said):
    """``Stand B7``: show the card of an item."""

    NAME: ClassVar[str] = "status"
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest(Said):
    """``Überblick``, perhaps of one ``forum``."""

    NAME: ClassVar[str] = "digest"
    forum: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Help(Said):
    """``Hilfe``, perhaps with what ``text`` or the item ``ref`` is about."""

    NAME: ClassVar[str] = "help"
    text: str = ""
    ref: str = ""


Asking: TypeAlias = (
    WhatDecided
    | WhatHeld
    | WhatHolds
    | WhoDoes
    | WhoHas
    | WhoTakesPart
    | WhatPromised
    | WhatIsOpen
    | WhatKnown
    | AsOf
    | WhatBenefit
    | Status
    | Digest
    | Help
)
