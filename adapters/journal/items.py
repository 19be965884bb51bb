"""Items: what waits for the writer, and how whoever asked gets the result."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Generic, TypeVar

from adapters.journal.batch import Batch
from core.errors import Refusal

T = TypeVar("T")


class Item(Generic[T]):
    """A piece of work and the future of its result.

    ``refused`` makes a result out of a refusal by the store or the queue; without
    it the refusal comes through the future as an exception.
    """

    def __init__(
        self,
        work: Callable[[Batch], T],
        future: Future[T] | asyncio.Future[T],
        refused: Callable[[Refusal], T] | None = None,
        command_id: str | None = None,
    ) -> None:
        """Wait for the writer; ``command_id`` is that of an order."""
        self.command_id = command_id
        self._work = work
        self._future = future
        self._refused = refused
        self._settle: Callable[[], None] = lambda: None

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
        """Do it in the transaction of ``batch``.

        Raises:
            Exception: the whole transaction is lost.
        """
        try:
            result = self._work(batch)
        except Exception as error:
            if batch.is_lost(error):
                raise
            self.fail(error)
        else:
            self._settle = lambda: self._future.set_result(result)

    def fail(self, error: BaseException) -> None:
        """Take ``error`` for the outcome."""
        if isinstance(error, Refusal) and self._refused is not None:
            result = self._refused(error)
            self._settle = lambda: self._future.set_result(result)
        else:
            self._settle = lambda: self._future.set_exception(error)

    def settle(self) -> None:
        """Hand the outcome over; in the loop of whoever asked, if there is one."""
        if isinstance(self._future, Future) or not self._future.done():
            self._settle()


def settle(items: Iterable[Item[object]]) -> None:
    """Hand all outcomes over, waking each event loop once."""
    waiting: dict[asyncio.AbstractEventLoop, list[Item[object]]] = {}
    for item in items:
        if item.loop is None:
            item.settle()
        else:
            waiting.setdefault(item.loop, []).append(item)
    for loop, its in waiting.items():
        try:
            loop.call_soon_threadsafe(_settle_all, its)
        except RuntimeError:  # it was closed meanwhile: nobody waits any more
            continue


def _settle_all(items: Iterable[Item[object]]) -> None:
    for item in items:
        item.settle()
