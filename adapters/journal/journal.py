"""Journal: ``core.ports.Journal`` on the writer and the reading connections."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Final, TypeAlias, TypeVar

from adapters.journal.batch import Foreseen
from adapters.journal.codec import Codec
from adapters.journal.database import Database, Row
from adapters.journal.items import Job
from adapters.journal.reading import recorded
from adapters.journal.writer import Listener, Writer
from core.ports import Answer, Order, Recorded

T = TypeVar("T")
Answered: TypeAlias = Callable[[Order, Answer, float], None]

_PAGE: Final = 1_000  # positions per read


class SqlJournal:
    """The append-only history and its one writer."""

    def __init__(self, database: Database, writer: Writer, codec: Codec) -> None:
        """Write through ``writer``, read on connections of its own."""
        self._database = database
        self._writer = writer
        self._codec = codec
        self._answered: list[Answered] = []

    def submit(self, order: Order) -> Future[Answer]:
        """See ``Writer.submit``."""
        begun = time.perf_counter()
        future = self._writer.submit(order)
        if self._answered:
            future.add_done_callback(partial(self._tell, order, begun))
        return future

    async def give(self, order: Order) -> Answer:
        """See ``Writer.give``."""
        begun = time.perf_counter()
        answer = await self._writer.give(order)
        for told in self._answered:
            told(order, answer, time.perf_counter() - begun)
        return answer

    def on_answer(self, told: Answered) -> None:
        """Call ``told`` with every order, its answer, and the seconds it took."""
        self._answered.append(told)

    def _tell(self, order: Order, begun: float, future: Future[Answer]) -> None:
        if future.cancelled() or future.exception() is not None:
            return
        for told in self._answered:
            told(order, future.result(), time.perf_counter() - begun)

    def foresee(self, order: Order) -> Future[Foreseen]:
        """See ``Writer.foresee``."""
        return self._writer.foresee(order)

    def run(self, job: Job[T]) -> Future[T]:
        """See ``Writer.run``."""
        return self._writer.run(job)

    def on_commit(self, listener: Listener) -> None:
        """See ``Writer.on_commit``."""
        self._writer.on_commit(listener)

    def stream(self, name: str) -> Sequence[Recorded]:
        """Return the events of one stream with their texts, oldest first.

        Raises:
            Refusal: ``STORE_UNAVAILABLE``; likewise for all that is read here.
        """
        return list(
            recorded(self._codec, self._rows(self._database.statements.of_stream, name))
        )

    def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
        """Yield everything recorded behind ``position``, in order, with texts.

        ``until`` is the last position wanted; without it, all there is.
        """
        while until is None or position < until:
            last = position + _PAGE if until is None else min(until, position + _PAGE)
            rows = self._rows(self._database.statements.between, position, last)
            yield from recorded(self._codec, rows)
            if not rows or (position := rows[-1][0]) < last:
                return

    def head(self) -> int:
        """Return the newest position, or 0."""
        found = self._rows(self._database.statements.tail)
        return int(found[0][0]) if found else 0

    def _rows(self, statement: str, *parameters: object) -> list[Row]:
        with self._database.blaming():
            return self._database.rows(statement, *parameters)
