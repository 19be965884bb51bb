"""Writer: the one thread that writes to ``faden.db`` (German: *Schreiber*).

Orders and the jobs of the office queue here. Whatever waits is written in one
transaction with one commit; each keeps its own answer. When the store fails,
exactly the orders concerned are refused, nothing is half-written, and the
thread goes on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Thread
from typing import Final, TypeAlias, TypeVar

import sqlalchemy as sa

from adapters.journal import sqlite
from adapters.journal.batch import Batch, Desk
from adapters.journal.waiting import ClosedError, FullError, Waiting
from core.errors import Code, Refusal
from core.ports import Answer, Order

T = TypeVar("T")
Job: TypeAlias = Callable[[sa.Connection], T]
Listener: TypeAlias = Callable[[int], None]

CAPACITY: Final = 2_000  # orders and jobs that may wait
PATIENCE: Final = 0.25  # seconds to wait for room in the queue
GROUP: Final = 256  # orders and jobs in one commit at most

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Ask:
    """An order that waits, and what became of it."""

    order: Order
    future: Future[Answer]
    answer: Answer | None = None
    error: BaseException | None = None

    def work(self, batch: Batch) -> None:
        self.answer = self.error = None
        try:
            self.answer = batch.answer(self.order)
        except Exception as error:
            if batch.is_lost(error):
                raise
            _log.exception("an order failed")
            self.error = error

    def settle(self) -> None:
        if self.answer is not None:
            self.future.set_result(self.answer)
        else:
            self.future.set_exception(self.error)

    def refuse(self, error: BaseException) -> None:
        self.answer, self.error = None, error
        if isinstance(error, Refusal):
            self.answer = Answer(stream=self.order.stream or "", refusal=error)


@dataclass(slots=True)
class _Task:
    """A job of the office that waits, and what it returned."""

    job: Job[object]
    future: Future[object]
    result: object = None
    error: BaseException | None = None

    def work(self, batch: Batch) -> None:
        self.result = self.error = None
        try:
            self.result = batch.do(self.job)
        except Exception as error:
            if batch.is_lost(error):
                raise
            self.error = error

    def settle(self) -> None:
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(self.error)

    def refuse(self, error: BaseException) -> None:
        self.error = error


@dataclass(slots=True)
class _Weighing:
    """An order that is only tried, and what would become of it."""

    order: Order
    future: Future[Refusal | None]
    refusal: Refusal | None = None
    error: BaseException | None = None

    def work(self, batch: Batch) -> None:
        self.refusal = self.error = None
        try:
            self.refusal = batch.weigh(self.order)
        except Exception as error:
            if batch.is_lost(error):
                raise
            self.error = error

    def settle(self) -> None:
        if self.error is None:
            self.future.set_result(self.refusal)
        else:
            self.future.set_exception(self.error)

    def refuse(self, error: BaseException) -> None:
        self.error = error


_Item: TypeAlias = _Ask | _Task | _Weighing


class Writer:
    """Takes orders and jobs from any thread, writes them in its own."""

    def __init__(
        self, desk: Desk, *, capacity: int = CAPACITY, patience: float = PATIENCE
    ) -> None:
        """Start the thread; at most ``capacity`` may wait, ``patience`` in seconds."""
        self._desk = desk
        self._patience = patience
        self._waiting: Waiting[_Item] = Waiting(capacity)
        self._listeners: list[Listener] = []
        self._thread = Thread(target=self._live, name="faden-writer", daemon=True)
        self._thread.start()

    def submit(self, order: Order) -> Future[Answer]:
        """Queue ``order``; the future holds its answer once it is durable.

        A full queue is waited for ``PATIENCE`` at most, then the answer is the
        refusal ``OVERLOADED``. From any thread.
        """
        future: Future[Answer] = Future()
        self._queue(_Ask(order, future))
        return future

    def weigh(self, order: Order) -> Future[Refusal | None]:
        """Say whether ``order`` would be refused just now, without giving it."""
        future: Future[Refusal | None] = Future()
        self._queue(_Weighing(order, future))
        return future

    def run(self, job: Job[T]) -> Future[T]:
        """Queue ``job``: it gets the connection inside a transaction of the writer.

        It must not commit or roll back. Its exception, or a ``Refusal`` of the
        store, comes through the future; then nothing of it was written.
        """
        future: Future[T] = Future()
        self._queue(_Task(job, future))  # type: ignore[arg-type]  # T goes through
        return future

    def on_commit(self, listener: Listener) -> None:
        """Call ``listener`` with the newest position after every commit.

        It runs in the writer's thread, also after commits of the office alone,
        before the futures are resolved: it must only set a signal.
        """
        self._listeners.append(listener)

    def forget(self) -> Future[None]:
        """Drop all states in memory: texts in them may have been erased."""
        return self.run(lambda _: self._desk.memory.forget())

    def close(self) -> None:
        """Write what waits, then stop. What comes later is refused."""
        self._waiting.close()
        self._thread.join()

    def _queue(self, item: _Item) -> None:
        try:
            self._waiting.put(item, self._patience)
        except FullError:
            item.refuse(Refusal(Code.OVERLOADED))
            item.settle()
        except ClosedError:
            item.refuse(Refusal(Code.STORE_UNAVAILABLE))
            item.settle()

    def _live(self) -> None:
        while items := self._waiting.take(GROUP):
            items = [i for i in items if i.future.set_running_or_notify_cancel()]
            self._write(items)
            for item in items:
                item.settle()

    def _write(self, items: Sequence[_Item]) -> None:
        """Give every item its outcome, in one transaction where that is possible."""
        try:
            position = self._transact(items)
        except BaseException as error:  # noqa: BLE001  (the thread must go on)
            code = sqlite.refusal_code(error)
            if len(items) > 1 and code in {None, Code.DISK_FULL}:
                for item in items:  # one may be to blame: the others must not suffer
                    self._write([item])
                return
            if code is None or code is Code.STORE_UNAVAILABLE:
                _log.exception("a group of %d was not written", len(items))
            for item in items:
                item.refuse(error if code is None else Refusal(code))
            return
        self._announce(position)

    def _transact(self, items: Sequence[_Item]) -> int:
        database = self._desk.database
        with database.transaction():
            batch = Batch(self._desk)
            for item in items:
                item.work(batch)
            batch.flush()
        batch.committed()
        self._desk.recorder.committed()
        return batch.position

    def _announce(self, position: int) -> None:
        for listener in self._listeners:
            try:
                listener(position)
            except Exception:  # noqa: BLE001  (no reason to stop writing)
                _log.exception("a listener failed")
