"""Items: what waits for the writer, and how whoever asked gets the result."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Generic, TypeAlias, TypeVar

import sqlalchemy as sa

from adapters.journal.batch import Batch, Foreseen
from adapters.journal.database import Database
from core.errors import Refusal
from core.ports import Answer, Order

T = TypeVar("T")
Job: TypeAlias = Callable[[sa.Connection], T]
Promise: TypeAlias = Future[T] | asyncio.Future[T]

_log = logging.getLogger(__name__)


class Item(ABC, Generic[T]):
    """A piece of work and the future of its result."""

    command_id: str | None = None

    def __init__(self, future: Promise[T]) -> None:
        """Wait for the writer."""
        self._future = future
        self._result: T | None = None
        self._error: BaseException | None = None

    @abstractmethod
    def do(self, batch: Batch) -> T:
        """Do it in the transaction of ``batch``."""

    @property
    def loop(self) -> asyncio.AbstractEventLoop | None:
        """The event loop in which whoever asked waits, if it is one."""
        return None if isinstance(self._future, Future) else self._future.get_loop()

    def begin(self) -> bool:
        """Return whether the result is still wanted; then it cannot be called off."""
        if isinstance(self._future, Future):
            return self._future.set_running_or_notify_cancel()
        return not self._future.cancelled()

    def work(self, batch: Batch) -> None:
        """Do it and keep the outcome.

        Raises:
            Exception: the whole transaction is lost.
        """
        try:
            self._result, self._error = self.do(batch), None
        except Exception as error:
            if batch.is_lost(error):
                raise
            self.fail(error)

    def fail(self, error: BaseException) -> None:
        """Take ``error`` for the outcome."""
        self._error = error

    def settle(self) -> None:
        """Hand the outcome over; in the loop of whoever asked, if there is one."""
        if not isinstance(self._future, Future) and self._future.done():
            return  # called off
        if self._error is not None:
            self._future.set_exception(self._error)
        else:
            self._future.set_result(self._result)  # type: ignore[arg-type]  # a T now


class Asked(Item[Answer]):
    """An order; a refusal by the store or the queue is an answer like any other."""

    def __init__(self, order: Order, future: Promise[Answer]) -> None:
        """Wait with ``order``."""
        super().__init__(future)
        self._order = order
        self.command_id = order.command_id

    def do(self, batch: Batch) -> Answer:
        """Decide it."""
        return batch.answer(self._order)

    def fail(self, error: BaseException) -> None:
        """Answer with a refusal; whatever else it is, the program is wrong."""
        if isinstance(error, Refusal):
            self._result = Answer(stream=self._order.stream or "", refusal=error)
            self._error = None
        else:
            _log.error("an order failed", exc_info=error)
            self._error = error


class Weighed(Item[Foreseen]):
    """An order that is not given, only looked at."""

    def __init__(self, order: Order, future: Promise[Foreseen]) -> None:
        """Wait with ``order``."""
        super().__init__(future)
        self._order = order

    def do(self, batch: Batch) -> Foreseen:
        """Return what would follow, or why it would be refused."""
        return batch.foresee(self._order)

    def fail(self, error: BaseException) -> None:
        """Take a refusal of the store for the result."""
        if isinstance(error, Refusal):
            self._result, self._error = error, None
        else:
            self._error = error


class Errand(Item[T]):
    """A job of the office."""

    def __init__(self, job: Job[T], future: Promise[T]) -> None:
        """Wait with ``job``."""
        super().__init__(future)
        self._job = job

    def do(self, batch: Batch) -> T:
        """Let it write."""
        return batch.do(self._job)


class Apart(Item[bool]):
    """Something that cannot be done inside a transaction."""

    def do(self, batch: Batch) -> bool:
        """Refuse: it is not for a batch."""
        raise TypeError(batch)

    def alone(self, database: Database) -> None:
        """Leave nothing of what was deleted in the files; keep the outcome."""
        try:
            self._result, self._error = database.scour(), None
        except Exception as error:  # noqa: BLE001  (whoever asked gets it)
            code = database.refusal_code(error)
            self.fail(error if code is None else Refusal(code))


def settle(items: Iterable[Item[object]]) -> None:
    """Hand all outcomes over, waking each event loop once."""
    waiting: dict[asyncio.AbstractEventLoop, list[Item[object]]] = {}
    for item in items:
        loop = item.loop
        if loop is None:
            item.settle()
        else:
            waiting.setdefault(loop, []).append(item)
    for loop, its in waiting.items():
        try:
            loop.call_soon_threadsafe(_settle_all, its)
        except RuntimeError:  # it was closed meanwhile: nobody waits any more
            continue


def _settle_all(items: Iterable[Item[object]]) -> None:
    for item in items:
        item.settle()
