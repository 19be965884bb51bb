"""The world of the writer without a writer: states in memory, a list of events."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from core import desk
from core.catalogue import DECIDERS
from core.errors import Refusal
from core.event import Event
from core.facts import OPERATOR, Entry, LastAct
from core.ports import Answer, Order, Origin, Recorded, Via
from core.world import Loaded
from tests.projections.chance import Chance
from tests.projections.forgetting import paths

BEGIN: Final = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)


@dataclass
class Log:
    """A journal that is a list; it grows when told to."""

    events: list[Recorded]

    def submit(self, order: Order) -> Future[Answer]:
        """Refuse: nobody writes here."""
        raise NotImplementedError(order)

    def stream(self, name: str) -> Sequence[Recorded]:
        """Return the events of one stream."""
        return [recorded for recorded in self.events if recorded.stream == name]

    def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
        """Yield what comes behind ``position``, up to and with ``until``."""
        yield from self.events[position:until]

    def head(self) -> int:
        """Return the newest position."""
        return len(self.events)


class Theatre:
    """Where commands are decided and what follows is written down."""

    region = "aue"

    def __init__(self, seed: int) -> None:
        """Begin with nothing."""
        self.chance = Chance(seed)
        self.log: list[Recorded] = []
        self.now = BEGIN
        self._known: dict[str, Loaded] = {}
        self._numbers: dict[str, int] = {}

    @property
    def today(self) -> date:
        """The day, as if UTC were the local time."""
        return self.now.date()

    def load(self, stream: str) -> Loaded:
        """Return the state of a stream."""
        initial = DECIDERS[stream.partition(":")[0]].initial
        return self._known.get(stream, Loaded(initial, 0, None))

    def next_reference(self, letter: str) -> str:
        """Return the next free number."""
        return f"{letter}{self._numbers.get(letter, 0) + 1}"

    def streams(self, noun: str) -> Iterable[str]:
        """Return all streams of a noun."""
        return [name for name in self._known if name.startswith(f"{noun}:")]

    def entry(self, position: int) -> Entry | None:
        """Return what is stored at ``position``."""
        if not 0 < position <= len(self.log):
            return None
        one = self.log[position - 1]
        entered, sealed = one.recorded_at.date(), frozenset(paths(one.event))
        return Entry(position, one.event.KIND, sealed, one.stream, entered)

    def give(self, order: Order) -> None:
        """Decide and record; a refusal records nothing."""
        with contextlib.suppress(Refusal):
            decided = desk.decide(order, self)
            ref = decided.stream.partition(":")[2]
            if order.stream is None and decided.events:
                self._numbers[ref[0]] = int(ref[1:])
            for event in decided.events:
                self._record(order, decided, event)

    def _record(self, order: Order, decided: desk.Decided, event: Event) -> None:
        stream = decided.stream
        before = self.load(stream)
        decider = DECIDERS[stream.partition(":")[0]]
        version = before.version + 1
        last = LastAct(order.actor, order.now, version)
        state = decider.evolve(before.state, event)
        self._known[stream] = Loaded(state, version, last)
        entry = order.on_behalf
        origin = Origin(
            actor=order.actor,
            mandate=decided.mandate,
            effective_on=order.effective_on or order.today,
            via=order.via,
            command_id=order.command_id,
            circle=order.circle,
            on_behalf_org=entry.org if entry else None,
            basis=entry.basis if entry else None,
            source=order.source,
        )
        self.log.append(
            Recorded(
                position=len(self.log) + 1,
                stream=stream,
                version=version,
                recorded_at=order.now,
                event=event,
                origin=origin,
            )
        )

    def order(self, command: object, stream: str | None, **more: object) -> Order:
        """Return an order of the operator."""
        self.now += timedelta(minutes=self.chance.dice.choice((1, 7, 20)))
        plain = Order(
            command_id=f"c{self.now:%m%d%H%M}",
            command=command,
            stream=stream,
            actor=OPERATOR,
            org="",
            today=self.today,
            now=self.now,
            via=Via.CLI,
        )
        return plain._replace(**more)  # type: ignore[arg-type]  # its own fields
