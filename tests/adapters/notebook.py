"""Notebook: the smallest aggregate there is, to try the store on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Final, TypeAlias

from adapters.clock import SetClock
from adapters.settings import Server
from adapters.store import Store, open_store
from core.decider import Decider
from core.desk import Decided
from core.errors import Code, Refusal
from core.event import Event
from core.facts import Facts
from core.ports import Answer, Card, Order, StreamMoved, Via
from core.sealed import Sealed
from core.world import World

TODAY: Final = date(2026, 11, 23)
MORNING: Final = datetime(2026, 11, 23, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Event):
    """Something was written down."""

    KIND = "note.noted.v1"
    text: Sealed


@dataclass(frozen=True, slots=True)
class Write:
    """Write ``texts`` down, one event each."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Insist:
    """Write only if nobody else wrote behind what the caller saw."""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A rule says no."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The program is wrong here."""


Command: TypeAlias = Write | Insist | Forbidden | Broken
Pages: TypeAlias = tuple[str | None, ...]


def _write(command: Command, _pages: Pages, _facts: Facts) -> Sequence[Noted]:
    match command:
        case Write(texts=texts):
            return [Noted(text=Sealed(text)) for text in texts]
        case Insist():
            return [Noted(text=Sealed("insisted"))]
        case Forbidden():
            raise Refusal(Code.DUE_IN_THE_PAST, due=TODAY, org="day:", orgs=("a", "b"))
        case Broken():
            raise RuntimeError("a mistake in decide")


NOTEBOOK: Final[Decider[Command, Pages, Noted]] = Decider(
    initial=(), decide=_write, evolve=lambda pages, event: (*pages, event.text.text)
)

FACTS: Final = Facts(actor="p-1", org="a", powers=frozenset(), today=TODAY, now=MORNING)


def decide(order: Order, world: World) -> Decided:
    """Decide without any authority."""
    assert isinstance(order.command, Command)
    stream = order.stream or f"note:{world.next_reference('N')}"
    loaded = world.load(stream)
    if order.after is not None and order.after != loaded.version:
        raise StreamMoved(stream)
    pages = loaded.state
    assert isinstance(pages, tuple)
    events = NOTEBOOK.decide(order.command, pages, FACTS)
    return Decided(stream, tuple(events), "a/clerk")


_ids = count()


def order(
    command: Command,
    stream: str | None = None,
    *,
    id: str | None = None,  # noqa: A002  (reads best)
    after: int | None = None,
    card: Card | None = None,
) -> Order:
    """Return an order from the clerk of ``a``; without ``id`` it is a new one."""
    return Order(
        command_id=f"c{next(_ids)}" if id is None else id,
        command=command,
        stream=stream,
        actor="p-1",
        org="a",
        today=TODAY,
        now=MORNING,
        via=Via.WEB,
        after=after,
        card=card,
    )


def open_notebook(
    folder: Path,
    clock: SetClock | None = None,
    capacity: int = 2_000,
    server: Server | None = None,
) -> Store:
    """Open a store that knows notebooks only."""
    return open_store(
        folder,
        server=server,
        clock=clock or SetClock(MORNING),
        events=(Noted,),
        deciders={"note": NOTEBOOK, "region": NOTEBOOK},
        letters={"note": "N"},
        decide=decide,
        capacity=capacity,
    )


def tell(store: Store, asked: Order) -> Answer:
    """Submit ``asked`` and wait for the answer."""
    return store.journal.submit(asked).result(timeout=20)


def texts(store: Store) -> list[str | None]:
    """Return everything written down, in order."""
    return [
        entry.event.text.text
        for entry in store.journal.since(0)
        if isinstance(entry.event, Noted)
    ]
