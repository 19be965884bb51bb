"""Sealing: signs the log of an open store, on demand and every night (*Prüfstand*).

What is settled is signed at once (``adapters/settled.py``), the rest at night.

::

    tick --two o'clock is past, the day is not done--> checkpoint --> the day is done
         --it cannot be signed--> noted in the program's log; the next tick tries again

Nothing new makes no new checkpoint.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from threading import Lock
from typing import Final

import structlog

from adapters.audit.checkpoints import (
    OtherKeyError,
    Signed,
    add,
    at_hand,
    chain_of,
    covering,
    newest,
    signed,
)
from adapters.audit.leaves import DamagedError, grow
from adapters.audit.signing import Place
from adapters.desk import Desk
from adapters.store import Store
from core.checkpoint import Checkpoint
from core.note import Key, MalformedError
from core.tree import Tree
from core.witness import Request

NAME: Final = "checkpoint"  # of the cursor: the last day that is done
HOUR: Final = 2  # o'clock

log = structlog.get_logger()


class Sealing:
    """Signs for one open region."""

    def __init__(self, store: Store, desk: Desk, place: Place) -> None:
        """Sign what ``store`` holds with the key at ``place``."""
        self._store = store
        self._desk = desk
        self.place = place
        self._tree = Tree()
        self._lock = Lock()

    def make(self) -> Signed:
        """Return the checkpoint of all entries so far, stored.

        Raises:
            DamagedError: the log is not what was signed of it before.
            OtherKeyError: it was signed with another key.
            MalformedError: there is no key at the place.
            OSError: the key cannot be read, or not be made.
            Refusal: the store is away.
        """
        with self._lock, self._store.reading() as db:
            last = newest(db)
            found = signed(grow(self._tree, db), last, chain_of(db), self.place)
        if found is last:
            return found
        return self._store.writer.run(partial(add, new=found)).result()

    def at_hand(self) -> Key:
        """Return the key at the place, which may sign next; raises as ``make``."""
        with self._store.reading() as db:
            return at_hand(newest(db), chain_of(db), self.place).key

    def covering(self, position: int) -> Checkpoint | None:
        """Return the first checkpoint that covers an entry, made now if there is none.

        ``None``: nothing can be signed; why is noted in the program's log.

        Raises:
            Refusal: the store is away.
        """
        with self._store.reading() as db:
            found = covering(db, position)
        made = found or self._tried()
        return None if made is None else made.checkpoint

    def request(self, made: Signed, old: int) -> Request:
        """Return what a witness signs who signed ``old`` entries last.

        Raises:
            DamagedError: an entry is missing.
        """
        with self._lock, self._store.reading() as db:
            tree = grow(self._tree, db)
        proof = tree.consistency_proof(old, made.checkpoint.size) if old else ()
        return Request(made.note, old, tuple(proof))

    def tick(self, now: datetime) -> None:
        """Sign once a night; ``now`` is aware.

        Raises:
            Refusal: the store is away.
        """
        calendar = self._desk.calendar(now.date())
        day = calendar.day(now).toordinal()
        done = self._store.office.outbox.cursor(NAME) or 0
        if calendar.hour(now) < HOUR or day <= done:
            return
        if self._tried() is not None:
            self._store.office.outbox.put([], now, (NAME, day)).result()

    def _tried(self) -> Signed | None:
        try:
            found = self.make()
        except (DamagedError, OtherKeyError, MalformedError, OSError) as error:
            log.error("no checkpoint", reason=repr(error))  # noqa: TRY400  (no path)
            return None
        log.info("checkpoint", size=found.checkpoint.size)
        return found
