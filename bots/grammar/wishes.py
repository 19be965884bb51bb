"""What somebody wants for oneself: to be brought or not, or to come in (*Wünsche*)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bots.grammar.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefer(Said):
    """What is wanted: a ``rhythm``, or a ``subject`` switched "on" or "off".

    ``subject`` is digest, nudge or summary; without a ``channel`` it is meant for all.
    A weekly digest may have its ``day``, "thursday".
    """

    NAME: ClassVar[str] = "preferences"
    subject: str
    rhythm: str = ""
    day: str = ""
    switch: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Back(Said):
    """``Bin wieder da``: an absence is over."""

    NAME: ClassVar[str] = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Said):
    """When, how often: ``Erreichbar von 9 bis 15 Uhr``, ``eine Erinnerung die Woche``.

    Full hours of a day, of which ``end`` is the first one without messages.
    """

    NAME: ClassVar[str] = "limit"
    start: int | None = None
    end: int | None = None
    weekly: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest(Said):
    """``Diese Woche Ruhe``: ``until`` is the last day; ``None`` ends it."""

    NAME: ClassVar[str] = "rest"
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn(Said):
    """``anmelden``."""

    NAME: ClassVar[str] = "sign_in"
