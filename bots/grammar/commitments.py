"""Intents about commitments (German: *Zusage*), requests and offers.

Days are the last day of what was named; ``session`` says "bis zur nächsten Sitzung"
and comes without a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bots.grammar.answers import OnBehalf
from bots.grammar.said import OfItem, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Said):
    """``Bitte an …``: request a commitment, one per organisation of ``audience``.

    ``measure`` is what follows "Fertig heißt:", ``forum`` where it is asked, ``cites``
    the decision from which it follows.
    """

    NAME: ClassVar[str] = "request"
    BINDS: ClassVar[bool] = True
    audience: tuple[str, ...]
    text: str
    due: date | None = None
    session: bool = False
    measure: str = ""
    forum: str = ""
    cites: str = ""
    on_behalf: OnBehalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Said):
    """``Angebot: …``: offered by oneself (German: *Selbstverpflichtung*).

    ``cites`` is the decision from which it follows: ``wegen B7``.
    """

    NAME: ClassVar[str] = "offer"
    BINDS: ClassVar[bool] = True
    text: str
    audience: tuple[str, ...] = ()
    due: date | None = None
    session: bool = False
    measure: str = ""
    forum: str = ""
    cites: str = ""
    on_behalf: OnBehalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(OfItem):
    """``Z34 machen wir``. A ``due`` other than the requested one is a counter."""

    NAME: ClassVar[str] = "promise"
    BINDS: ClassVar[bool] = True
    due: date | None = None
    session: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter(OfItem):
    """``Z34 erst bis …``: another day or scope, on a request or on a promise."""

    NAME: ClassVar[str] = "counter"
    BINDS: ClassVar[bool] = True
    due: date | None = None
    session: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(OfItem):
    """``Z34 geht nicht, …``: a full answer; ``text`` is the reason."""

    NAME: ClassVar[str] = "decline"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agree(OfItem):
    """``Z34 passt``: accept the counter-proposal, the offer or the completion."""

    NAME: ClassVar[str] = "agree"
    BINDS: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking(OfItem):
    """``Z34 fehlt noch: …``: the completion is not accepted, or disputed later."""

    NAME: ClassVar[str] = "lacking"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDone(OfItem):
    """``Z34 erledigt: …``; ``on`` is never after today."""

    NAME: ClassVar[str] = "report_done"
    BINDS: ClassVar[bool] = True
    text: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(OfItem):
    """``Z34 Zwischenstand: …``."""

    NAME: ClassVar[str] = "progress"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(OfItem):
    """``Z34 zurückziehen``: the requester needs it no longer."""

    NAME: ClassVar[str] = "withdraw"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(OfItem):
    """``Z34 erlassen``: the promiser is set free (German: *entbinden*)."""

    NAME: ClassVar[str] = "release"
    BINDS: ClassVar[bool] = True
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uphold(OfItem):
    """``Z34 bleibt``: it stands although its decision holds no more."""

    NAME: ClassVar[str] = "uphold"
    BINDS: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze(OfItem):
    """``Z34 später 2 Wochen``: be reminded on ``until``, or at the next good time."""

    NAME: ClassVar[str] = "snooze"
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(OfItem):
    """``Z34 übergeben an …``: ``to`` is a person or an organisation, as typed.

    ``organisation`` is the canonical name when ``to`` is a known organisation.
    """

    NAME: ClassVar[str] = "hand_over"
    BINDS: ClassVar[bool] = True
    to: str
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve(OfItem):
    """``Gremienvorbehalt``: a council has to agree first; ``body`` as typed."""

    NAME: ClassVar[str] = "reserve"
    BINDS: ClassVar[bool] = True
    body: str = ""
    due: date | None = None
    session: bool = False
