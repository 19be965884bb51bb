"""Writer: the one thread that writes to ``faden.db`` (German: *Schreiber*).

Orders and the jobs of the office queue here. Whatever waits is written in one
transaction with one commit; each keeps its own answer. When the store fails,
exactly the orders concerned are refused, nothing is half-written, and the
thread goes on.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Thread
from typing import Final, TypeAlias, TypeVar, cast

from adapters.journal.batch import Batch, Desk, Foreseen
from adapters.journal.items import Apart, Asked, Errand, Item, Job, Weighed, settle
from adapters.journal.waiting import FullError, Waiting
from core.errors import Code, Refusal
from core.ports import Answer, Order

T = TypeVar("T")
Listener: TypeAlias = Callable[[int], None]

CAPACITY: Final = 2_000  # orders and jobs that may wait
PATIENCE: Final = 0.25  # seconds to wait for room in the queue
GROUP: Final = 256  # orders and jobs in one commit at most
_PAUSE: Final = 0.005  # seconds between two looks at a full queue

_log = logging.getLogger(__name__)


class Writer:
    """Takes orders and jobs from any thread, writes them in its own."""

    def __init__(
        self, desk: Desk, *, capacity: int = CAPACITY, patience: float = PATIENCE
    ) -> None:
        """Start the thread; at most ``capacity`` may wait, ``patience`` in seconds."""
        self._desk = desk
        self._patience = patience
        self._waiting: Waiting[Item[object]] = Waiting(capacity)
        self._listeners: list[Listener] = []
        self._ended = False
        self._thread = Thread(target=self._live, name="faden-writer", daemon=True)
        self._thread.start()

    def submit(self, order: Order) -> Future[Answer]:
        """Queue ``order``; the future holds its answer once it is durable.

        A full queue is waited for ``PATIENCE`` at most, then the answer is the
        refusal ``OVERLOADED``. From any thread but that of an event loop.
        """
        future: Future[Answer] = Future()
        self._queue(Asked(order, future))
        return future

    async def give(self, order: Order) -> Answer:
        """Give ``order`` and wait for its answer, without blocking the event loop."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        await self._room()
        self._put(Asked(order, future))
        return await future

    def foresee(self, order: Order) -> Future[Foreseen]:
        """Say what would follow from ``order`` just now, without giving it."""
        future: Future[Foreseen] = Future()
        self._queue(Weighed(order, future))
        return future

    def run(self, job: Job[T]) -> Future[T]:
        """Queue ``job``: it gets the connection inside a transaction of the writer.

        It must not commit or roll back. Its exception, or a ``Refusal`` of the
        store, comes through the future; then nothing of it was written.
        """
        future: Future[T] = Future()
        self._queue(Errand(job, future))
        return future

    async def do(self, job: Job[T]) -> T:
        """Let ``job`` write as ``run`` does, without blocking the event loop."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        await self._room()
        self._put(Errand(job, future))
        return await future

    def on_commit(self, listener: Listener) -> None:
        """Call ``listener`` with the newest position after every commit.

        It runs in the writer's thread, also after commits of the office alone,
        before the futures are resolved: it must only set a signal.
        """
        self._listeners.append(listener)

    def forget(self) -> Future[None]:
        """Drop all states in memory: texts in them may have been erased."""
        return self.run(lambda _: self._desk.memory.forget())

    def scour(self) -> Future[bool]:
        """Leave nothing in the files of what was deleted; see ``Database.scour``."""
        future: Future[bool] = Future()
        self._queue(Apart(future))
        return future

    def close(self) -> None:
        """Write what waits, then stop. What comes later is refused."""
        self._waiting.close()
        self._thread.join()

    async def _room(self) -> None:
        until = time.monotonic() + self._patience
        while not self._waiting.has_room() and time.monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(_PAUSE)

    def _queue(self, item: Item[T]) -> None:
        until = time.monotonic() + self._patience
        while not self._waiting.has_room() and time.monotonic() < until:
            time.sleep(_PAUSE)
        self._put(item)

    def _put(self, item: Item[T]) -> None:
        try:
            self._waiting.put(cast("Item[object]", item))
        except FullError:
            item.fail(Refusal(Code.OVERLOADED))
            item.settle()
        if self._ended:  # nobody else looks there any more
            self._refuse_the_rest()

    def _refuse_the_rest(self) -> None:
        rest = self._waiting.rest()
        for item in rest:
            item.fail(Refusal(Code.STORE_UNAVAILABLE))
        settle(rest)

    def _live(self) -> None:
        while items := self._waiting.take(GROUP):
            wanted = [item for item in items if item.begin()]
            self._write([item for item in wanted if not isinstance(item, Apart)])
            for item in wanted:
                if isinstance(item, Apart):
                    item.alone(self._desk.database)
            settle(wanted)
        self._ended = True
        self._refuse_the_rest()

    def _write(self, items: Sequence[Item[object]]) -> None:
        """Give every item its outcome, in one transaction where that is possible."""
        if not items:
            return
        try:
            position = self._transact(items)
        except BaseException as error:  # noqa: BLE001  (the thread must go on)
            code = self._desk.database.refusal_code(error)
            if len(items) > 1 and code in {None, Code.DISK_FULL}:
                for item in items:  # one may be to blame: the others must not suffer
                    self._write([item])
                return
            if code is None or code is Code.STORE_UNAVAILABLE:
                _log.exception("a group of %d was not written", len(items))
            for item in items:
                item.fail(error if code is None else Refusal(code))
            return
        self._announce(position)

    def _transact(self, items: Sequence[Item[object]]) -> int:
        database = self._desk.database
        with database.undoing():
            wanted = [item.command_id for item in items if item.command_id]
            batch = Batch(self._desk, database.begin(wanted))
            for item in items:
                item.work(batch)
            batch.flush()
            database.commit(batch.position)
        batch.committed()
        self._desk.recorder.committed()
        return batch.position

    def _announce(self, position: int) -> None:
        for listener in self._listeners:
            try:
                listener(position)
            except Exception:  # noqa: BLE001  (no reason to stop writing)
                _log.exception("a listener failed")
