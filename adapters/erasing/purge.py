"""Purge: carries erasures out, until nothing is left of them (*Vollzug*).

::

    events --what else goes gets events--> vault and office --> memory --> views
           --> vault and office once more --> files --> the mark is set

The mark is a cursor beside the log: up to which entry all is done. Whatever fails or
dies on the way is begun again by the next tick or the next start. At the start the
whole vault is compared: it may be older than the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from threading import Lock
from typing import Final

import sqlalchemy as sa
import structlog

from adapters.desk import Desk
from adapters.erasing import derived
from adapters.erasing.gone import goings, lost, newest
from adapters.erasing.vault import cut, is_clean, take_out
from adapters.store import Store
from adapters.views import scour
from core.ports import Order
from projections.worker import Worker

NAME: Final = "erasures"  # of the cursor

log = structlog.get_logger()


class Purge:
    """Carries erasures out in one open region."""

    def __init__(
        self,
        store: Store,
        engine: sa.Engine,
        worker: Worker,
        desk: Desk,
        memories: Sequence[Callable[[], None]],
    ) -> None:
        """Let ``memories`` empty all that is kept in memory beside the writer's."""
        self._store = store
        self._engine = engine
        self._worker = worker
        self._desk = desk
        self._memories = memories
        self._known = 0  # up to which entry memory was emptied
        self._looked = 0  # up to which entry nothing was left to do
        self._turn = Lock()

    def begin(self) -> None:
        """Do again what an older vault undid, and what was left; before serving."""
        with self._store.reading() as db:
            clean = is_clean(db)
        if not clean:
            log.warning("the vault held what had been erased; it is erased again")
            self._mark(0)
            self._store.writer.run(take_out).result()
        if self._worker.renewing() is None:
            self.carry_out()  # else the views are being built of what is left

    def carry_out(self) -> bool:
        """Do what is to be done; return whether all of it is done now.

        Raises:
            Refusal: the store is away; the next tick goes on.
        """
        with self._turn:
            head = self._store.journal.head()
            with self._store.reading() as db:
                last, done = newest(db, self._looked), self._done()
            if last <= done:
                self._looked = head
                self.follow()
                return True
            return self._do(done)

    def tick(self, _now: datetime) -> None:
        """Go on with what was begun; raises as ``carry_out``."""
        self.carry_out()

    def follow(self) -> None:
        """Empty the memory of this process when another one has erased something."""
        done = self._done()
        if done > self._known:
            self._known = done
            self._forget()

    def _do(self, done: int) -> bool:
        """Do what came behind ``done``; whether it is done now."""
        self._order_the_rest(done)
        with self._store.reading() as db:
            last = newest(db)
        run = self._store.writer.run
        taken = run(take_out).result()
        self._forget()
        self._worker.rebuild()
        self._forget()
        run(partial(cut, taken=taken)).result()
        if not (self._store.writer.scour().result() and scour(self._engine)):
            log.warning("somebody reads; the files are emptied at the next tick")
            return False
        self._mark(last)
        self._known = last
        log.info("erased", up_to=last, texts=len(taken.texts))
        return True

    def _forget(self) -> None:
        self._store.writer.forget().result()
        for memory in self._memories:
            memory()

    def _mark(self, entry: int) -> None:
        self._store.office.outbox.put([], self._desk.now(), (NAME, entry)).result()

    def _done(self) -> int:
        return self._store.office.outbox.cursor(NAME) or 0

    def _order_the_rest(self, done: int) -> None:
        """Give orders for what else goes with what came behind ``done``."""
        today, now = self._desk.today(), self._desk.now()
        orders: list[Order] = []
        with self._store.reading() as db:
            for going in goings(db):
                if going.entry > done:
                    orders += derived.of_text(db, going, today, now)
            for one in lost(db):
                if one.entry > done:
                    orders += derived.of_person(db, one, today, now)
        for future in [self._store.journal.submit(order) for order in orders]:
            future.result()  # what is gone already is refused, and that is well
