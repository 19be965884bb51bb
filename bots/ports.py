"""What the bot needs from the world; ``adapters`` provides it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from bots.message import Message
from bots.speech import Speech
from core.calendar import Calendar
from core.errors import Refusal
from core.person import Unasked
from core.ports import Answer, Order
from projections.viewer import Reader, Viewer

HOME: Final = "home"
CHANGE: Final = "change"  # the choice by which somebody changes what was said back
_REPLY: Final = "/reply/"


def reply_key(ref: str, n: int) -> str:
    """Return the key of the ``n``-th answer to the message ``ref``, from 0."""
    return f"{ref}{_REPLY}{n}"


def answered_by(key: str) -> str | None:
    """Return to which message the post ``key`` is an answer, if it is one."""
    ref, sign, _ = key.rpartition(_REPLY)
    return ref if sign else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """What somebody is about to bind themselves to, waiting for a yes.

    ``number`` is what they may type to mean this one ("ja 3").
    """

    ref: str
    person: str
    number: int
    orders: tuple[Order, ...]
    message: Message
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Something to say to a person; ``key`` makes saying it twice harmless.

    What is said unasked waits for the end of quiet hours, unless it is ``urgent``.
    ``kind`` says what nobody asked for; it can be unwanted in a channel.
    ``place`` is where, if not where the person always is told: ``HOME`` is the page
    that a platform keeps for them.
    """

    key: str
    person: str
    message: Message
    kind: Unasked | None = None
    urgent: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of something heard, to be kept in one transaction."""

    posts: tuple[Post, ...] = ()
    echoes: tuple[Echo, ...] = ()
    answered: tuple[tuple[str, str], ...] = ()  # echo, choice


class Office(Protocol):
    """Everything a conversation asks of the program around it."""

    def submit(self, order: Order) -> Answer:
        """Give an order and wait for its answer and, shortly, for the views."""
        ...

    def weigh(self, order: Order) -> Refusal | None:
        """Return why ``order`` would be refused just now, if it would."""
        ...

    def reading(self) -> AbstractContextManager[Reader]:
        """Open the views for reading."""
        ...

    def past(self, position: int) -> AbstractContextManager[Reader]:
        """Open the views as they were behind the entry ``position``."""
        ...

    def known_at(self, day: date) -> int:
        """Return the last entry that was recorded by the end of ``day``, or 0."""
        ...

    def speech(self, person: str | None, language: str | None = None) -> Speech:
        """Return how to speak to ``person``."""
        ...

    def viewer(self, person: str | None) -> Viewer:
        """Return what ``person`` may see."""
        ...

    def echoes(self, person: str) -> Sequence[Echo]:
        """Return the echoes that wait for ``person``, oldest first."""
        ...

    def next_echo(self, person: str) -> int:
        """Return the next number for an echo to ``person``."""
        ...

    def posted(self, key: str) -> Post | None:
        """Return what was said under ``key``."""
        ...

    def heard_before(self, ref: str, person: str) -> bool:
        """Whether the message ``ref`` of ``person`` has been worked off."""
        ...

    def zone(self) -> ZoneInfo:
        """Return the region's time zone."""
        ...

    def notice(
        self, position: int, persons: Sequence[str] = ()
    ) -> tuple[str, date] | None:
        """Return the first message about the event at ``position`` that got there.

        With its key comes the local day on which it did. With ``persons`` only what
        one of them was told counts.
        """
        ...

    def holidays(self, day: date) -> frozenset[date]:
        """Return the public holidays of the Land around ``day``."""
        ...

    def calendar(self, day: date, person: str = "") -> Calendar:
        """Return working days and hours around ``day``, where ``person`` is."""
        ...
