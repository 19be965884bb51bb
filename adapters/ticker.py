"""Ticker: lets the hour act, by the injected clock (German: *Taktgeber*).

::

    tick: the views know everything --> every turn, one after the other, with ``now``
          (one that has stopped is not waited for)

Only the process that leads ticks. A turn may be cut off anywhere and done again:
what it orders is known by its command ids, and what is done is no longer due.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, TypeAlias

import structlog

from adapters.store import Store
from core.errors import Refusal
from core.ports import Clock
from projections.worker import Worker

EVERY: Final = 60.0  # seconds between two ticks
PATIENCE: Final = 10.0  # seconds a tick waits for the views, then leaves it to the next

Turn: TypeAlias = Callable[[datetime], None]
"""Does what is due at an instant (aware, UTC)."""

log = structlog.get_logger()


class Ticker:
    """Takes the turns, in a thread of its own."""

    def __init__(
        self, store: Store, worker: Worker, clock: Clock, turns: Sequence[Turn]
    ) -> None:
        """Take note; nothing happens before ``start`` or ``tick``."""
        self._store = store
        self._worker = worker
        self._clock = clock
        self._turns = turns
        self._closing = threading.Event()
        self._turn = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="ticker", daemon=True)

    def start(self) -> None:
        """Begin to tick."""
        self._thread.start()

    def close(self) -> None:
        """Stop after the turn at hand."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def tick(self, now: datetime | None = None) -> bool:
        """Do what is due at ``now``, else by the clock; ``False``: not yet possible.

        Raises:
            Refusal: the store is away; the next tick goes on.
            Exception: a turn failed, the first one that did; all were taken.
        """
        at = self._clock() if now is None else now
        failed: list[Exception] = []
        with self._turn:
            for turn in self._turns:
                head = self._store.journal.head()
                if not self._worker.wait(head, PATIENCE, self._worker.going()):
                    return False
                try:
                    turn(at)
                except Refusal:
                    raise
                except Exception as error:  # noqa: BLE001  (the others take theirs)
                    failed.append(error)
        if failed:
            raise failed[0]
        return True

    def _run(self) -> None:
        while not self._closing.wait(EVERY):
            try:
                if self._store.leads():
                    self.tick()
            except Refusal as refusal:  # the store is away; it is tried again
                log.warning("ticking waits", code=refusal.code.value)
            except Exception:  # the thread must outlive it
                log.exception("ticking failed")
