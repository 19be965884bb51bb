"""As of: the views as they were at an earlier position (*Stand*).

::

    asked for --> built in memory --> read, by many at once --> dropped for others

The same folds and queries as live, over the log up to the position and *today's*
vault: a text that was erased since is not there either. Building is paid for once
per position; the last few that were asked for are kept.
"""

from __future__ import annotations

import sqlite3
import threading
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Final, Protocol
from uuid import uuid4

from sqlalchemy import Connection, Engine, QueuePool, create_engine

from core.ports import Journal, Recorded
from projections import view as views_
from projections.view import View

KEPT: Final = 4  # positions in memory; each takes about as much as the live views
BATCH: Final = 2_000  # events per fold; nobody waits for one of them
_READERS: Final = 24  # connections to one position; more wait


class Feed(Protocol):
    """Where what was recorded comes from."""

    def since(self, position: int, until: int) -> Iterator[Recorded]:
        """Yield what is behind ``position``, up to and with ``until``."""
        ...


class Past:
    """Views as they were; asked from many threads."""

    def __init__(
        self, journal: Journal, views: Sequence[View], kept: int = KEPT
    ) -> None:
        """Read ``journal``, keep the ``kept`` positions that were asked for last."""
        self._journal = journal
        self._views = views
        self._limit = kept
        self._shelves: OrderedDict[int, Shelf] = OrderedDict()
        self._empty: Shelf | None = None  # a copy is had sooner than its tables made
        self._turn = threading.Lock()
        self._building = threading.Lock()  # one at a time, whoever asks

    @contextmanager
    def reading(self, position: int) -> Iterator[Connection]:
        """Open the views as they were at ``position``, at most the head of the log."""
        shelf = self._take(position)
        try:
            with shelf.engine.connect() as db:
                yield db
        finally:
            self._give_back(shelf)

    def forget(self) -> None:
        """Drop everything kept, as texts in it may have been erased."""
        with self._turn:
            for position in list(self._shelves):
                self._drop(position)

    def _take(self, position: int) -> Shelf:
        found = self._found(position)
        if found is not None:
            return found
        with self._building:
            found = self._found(position)  # somebody else may have built it
            if found is not None:
                return found
            shelf = Shelf(self._blank())
            try:
                build(self._journal, shelf.engine, self._views, position)
            except BaseException:
                shelf.close()
                raise
            with self._turn:
                self._shelves[position] = shelf
                shelf.readers += 1
                while len(self._shelves) > self._limit:
                    self._drop(next(iter(self._shelves)))
            return shelf

    def _blank(self) -> Shelf:
        if self._empty is None:
            self._empty = Shelf()
            for view in self._views:
                views_.prepare(self._empty.engine, view)
        return self._empty

    def _found(self, position: int) -> Shelf | None:
        with self._turn:
            shelf = self._shelves.get(position)
            if shelf is not None:
                self._shelves.move_to_end(position)
                shelf.readers += 1
            return shelf

    def _give_back(self, shelf: Shelf) -> None:
        with self._turn:
            shelf.readers -= 1
            if shelf.dropped and not shelf.readers:
                shelf.close()

    def _drop(self, position: int) -> None:
        shelf = self._shelves.pop(position)
        shelf.dropped = True
        if not shelf.readers:
            shelf.close()


class Shelf:
    """A database in memory; it lives until it is closed, whoever reads it."""

    def __init__(self, like: Shelf | None = None) -> None:
        """Make an empty one under a name of its own, or a copy of another."""
        self._name = f"file:faden-{uuid4().hex}?mode=memory&cache=shared"
        self._keeper = self._connect()
        if like is not None:
            like._keeper.backup(self._keeper)  # noqa: SLF001  (of our own kind)
        self.readers = 0
        self.dropped = False
        self.engine: Final[Engine] = create_engine(
            "sqlite://",
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=_READERS,
            max_overflow=0,
        )

    def close(self) -> None:
        """Free the memory."""
        self.engine.dispose()
        self._keeper.close()

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._name, uri=True, check_same_thread=False)


def build(
    feed: Feed,
    engine: Engine,
    views: Sequence[View],
    position: int,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Bring the tables of ``views``, which know the same, to ``position``.

    Tables that are not there are made.
    """
    stands = [views_.prepare(engine, view).position for view in views]
    seen = min(stands, default=position)
    while seen < position:
        batch = list(feed.since(seen, min(seen + BATCH, position)))
        if not batch:
            return
        for view in views:
            views_.advance(engine, view, seen, batch)
        seen = batch[-1].position
        progress(seen)


def known_before(journal: Journal, until: datetime) -> int:
    """Return the last position recorded before ``until``; 0 if there was none yet.

    ``recorded_at`` never falls along the log, so a few looks are enough.
    """

    def recorded_at(position: int) -> datetime:
        return next(journal.since(position - 1, position)).recorded_at

    return bisect_left(range(1, journal.head() + 1), until, key=recorded_at)
