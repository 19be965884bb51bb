"""Intents of whoever asks, and about entries made for somebody (German: *Abfrage*)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from bots.grammar.said import OfItem, Said


class Outcome(StrEnum):
    """What follows from a result."""

    DECISION = "decision"
    MEASURE = "measure"
    REQUEST = "request"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAsk(OfItem):
    """``F12 schließen``."""

    NAME: ClassVar[str] = "close_ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendAsk(OfItem):
    """``F12 verlängern bis 7.5.``."""

    NAME: ClassVar[str] = "extend_ask"
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishResult(OfItem):
    """``F12 veröffentlichen``, perhaps with a summary behind a colon."""

    NAME: ClassVar[str] = "publish_result"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclude(OfItem):
    """``F12 daraus folgt: Beschluss, …``; ``leads_to`` is the item that follows."""

    NAME: ClassVar[str] = "conclude"
    BINDS: ClassVar[bool] = True
    outcome: Outcome
    text: str
    leads_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmEntry(OfItem):
    """``F12 Eintrag stimmt``: what coordination entered is the own answer."""

    NAME: ClassVar[str] = "confirm_entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestEntry(OfItem):
    """``F12 Eintrag stimmt nicht``."""

    NAME: ClassVar[str] = "contest_entry"
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDevices(Said):
    """``Geräte: Lecksuchgerät, Spülwagen``: all that one's organisation can lend."""

    NAME: ClassVar[str] = "name_devices"
    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoHas(Said):
    """``Wer hat eine Pumpe?``, ``Geräte?``: ``text`` is the device, "" means all."""

    NAME: ClassVar[str] = "who_has"
    text: str = ""
