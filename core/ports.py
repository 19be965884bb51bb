"""What passes between core and the world, and what core needs from it.

``adapters`` provides the ports; the fake of each is an in-memory adapter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, unique
from typing import NamedTuple, Protocol

from core.errors import Refusal
from core.event import Event
from core.facts import Basis, OnBehalf
from core.sealed import Sealed


@unique
class Via(StrEnum):
    """Through which channel somebody acted."""

    WEB = "web"
    API = "api"
    CLI = "cli"
    SLACK = "slack"
    MAIL = "mail"
    MATRIX = "matrix"
    IMPORT = "import"
    POLICY = "policy"


@unique
class Circle(StrEnum):
    """Who may see an item (*Vertraulichkeit*); values are the stored ``class``."""

    PUBLIC = "öffentlich"
    INTERNAL = "intern"  # the members of the region
    CLOSED = "nichtöffentlich"  # both parties, coordination, whoever examines


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A person's directory entry; it lies in the vault only (*Karteikarte*)."""

    name: str
    salutation: str = ""  # "Herr", "Frau" or nothing


class Order(NamedTuple):
    """One command as it reaches the writer, with everything said around it.

    ``stream`` is ``None`` when the command opens an item whose reference number
    the writer hands out. ``command_id`` makes a repeated order harmless: it gets
    the earlier answer. ``after`` is the version the caller saw, if it insists.
    """

    command_id: str
    command: object
    stream: str | None
    actor: str
    org: str  # for which organisation the actor speaks; "" for the operator
    today: date
    now: datetime  # aware, UTC
    via: Via
    source: Sealed | None = None  # permalink of the message
    effective_on: date | None = None  # None: today
    on_behalf: OnBehalf | None = None
    circle: Circle = Circle.INTERNAL
    cause: int | None = None  # position of the event that led to this order
    after: int | None = None
    card: Card | None = None  # kept in the vault if the order is accepted
    holidays: frozenset[date] = frozenset()  # around today, of the Land


class Origin(NamedTuple):  # made once per event that is read, at half the cost
    """Who said it, for whom, by which right, when it counts, through what."""

    actor: str
    mandate: str  # organisation/function, e.g. "lindgrund/clerk"
    effective_on: date
    via: Via
    command_id: str
    circle: Circle = Circle.INTERNAL
    on_behalf_org: str | None = None
    basis: Basis | None = None
    cause: int | None = None
    source: Sealed | None = None

    @property
    def org(self) -> str:
        """The organisation for which the actor spoke."""
        return self.mandate.partition("/")[0]


class Recorded(NamedTuple):
    """An event with its place in history."""

    position: int  # in the whole log, 1-based, gap-free
    stream: str
    version: int  # in its stream, 1-based
    recorded_at: datetime  # aware, UTC, monotone
    event: Event
    origin: Origin

    @property
    def ref(self) -> str:
        """The part of the stream name that people type: ``Z34``, ``lindgrund``."""
        return self.stream.partition(":")[2]


class Answer(NamedTuple):
    """What became of an order; the same order gets the same answer again.

    ``events`` is empty when nothing had to happen; ``refusal`` says why not.
    """

    stream: str
    version: int = 0
    position: int = 0
    events: tuple[Event, ...] = ()
    refusal: Refusal | None = None

    @property
    def ref(self) -> str:
        """The part of the stream name that people type."""
        return self.stream.partition(":")[2]


class StreamMoved(Exception):  # noqa: N818
    """Somebody else wrote first and the caller insisted on a version."""


class Journal(Protocol):
    """The append-only history and its one writer."""

    def submit(self, order: Order) -> Future[Answer]:
        """Queue ``order``; the future holds its answer once it is durable."""
        ...

    def stream(self, name: str) -> Sequence[Recorded]:
        """Return the events of one stream with their texts, oldest first."""
        ...

    def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
        """Yield everything recorded behind ``position``, in order, with texts."""
        ...

    def head(self) -> int:
        """Return the newest position, or 0."""
        ...


class Vault(Protocol):
    """Names of persons; texts come with the events."""

    def cards(self, persons: Iterable[str]) -> Mapping[str, Card]:
        """Return the directory entries that exist."""
        ...


class Clock(Protocol):
    """The time of day; injected everywhere."""

    def __call__(self) -> datetime:
        """Return now, aware, in UTC."""
        ...
