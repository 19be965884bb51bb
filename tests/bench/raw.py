"""Raw: somebody who has the rows ready and knows nothing but the driver.

The same rows go into the same tables; what is read is parsed by orjson and the
texts are joined. A view is written 500 events at a time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Final, TypeAlias

import orjson

from adapters.store import FILE
from tests.adapters.notebook import Write, open_notebook, order, tell
from tests.bench.contender import BATCH, TEXT

Cells: TypeAlias = tuple[object, ...]

_EVENT: Final = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?)"
_TEXT: Final = (
    "INSERT INTO text (stream, version, field, salt, text) VALUES (?,?,?,?,?)"
)
_READ: Final = (
    "SELECT e.position, e.stream, e.version, e.kind, e.recorded_at, e.state, "
    "t.field, t.text FROM event e "
    "LEFT JOIN text t ON t.stream = e.stream AND t.version = e.version "
    "WHERE e.position > ? AND e.position <= ? ORDER BY e.position"
)
_WRITTEN: Final = "INSERT INTO written VALUES (?,?)"
_SEEN: Final = "UPDATE seen SET position = ?"
_VIEW: Final = """
    DROP TABLE IF EXISTS written;
    DROP TABLE IF EXISTS seen;
    CREATE TABLE written (stream TEXT PRIMARY KEY, text TEXT);
    CREATE TABLE seen (position INTEGER);
    INSERT INTO seen VALUES (0);
"""


class Raw:
    """``Contender`` and ``Projecting`` on sqlite3 itself."""

    def __init__(self, folder: Path) -> None:
        """Make the tables of a store in ``folder``, with one command in them."""
        store = open_notebook(folder)
        tell(store, order(Write((TEXT,))))
        store.close()
        self._log = _opened(folder / FILE, "FULL")
        self._views = _opened(folder / "views.db", "NORMAL")
        (self._event,) = self._log.execute("SELECT * FROM event")
        (self._text,) = self._log.execute(
            "SELECT stream, version, field, salt, text FROM text"
        )
        self._numbers = count(2)

    def write(self, times: int) -> None:
        """Insert the rows of one command after the other, with one commit each."""
        for event, text in self._rows(times):
            self._log.execute("BEGIN IMMEDIATE")
            self._log.execute(_EVENT, event)
            self._log.execute(_TEXT, text)
            self._log.execute("COMMIT")

    def fill(self, events: Iterable[Cells], texts: Iterable[Cells]) -> None:
        """Insert many rows in one transaction."""
        self._log.execute("BEGIN IMMEDIATE")
        self._log.executemany(_EVENT, events)
        self._log.executemany(_TEXT, texts)
        self._log.execute("COMMIT")

    def replay(self, times: int) -> None:
        """Read the rows, parse them, and put the text in its place."""
        for start in range(0, times, BATCH):
            for _ in self._parsed(start, start + BATCH):
                pass

    def catch_up(self, times: int) -> None:
        """Read and write, and commit after every batch."""
        self._views.executescript(_VIEW)
        for start in range(0, times, BATCH):
            read = self._parsed(start, start + BATCH)
            self._views.execute("BEGIN")
            self._views.execute(_SEEN, (start + BATCH,))
            self._views.executemany(_WRITTEN, read)
            self._views.execute("COMMIT")

    def close(self) -> None:
        """See ``Contender``."""
        self._log.close()
        self._views.close()

    def _rows(self, times: int) -> Iterator[tuple[Cells, Cells]]:
        _, _, version, kind, at, effective, _, n, state, hashed = self._event
        for number in (next(self._numbers) for _ in range(times)):
            stream, id_ = f"note:N{number}", f"raw{number}"
            row = (number, stream, version, kind, at, effective, id_, n, state, hashed)
            yield row, (stream, *self._text[1:])

    def _parsed(self, after: int, until: int) -> Iterator[tuple[str, str]]:
        rows = self._log.execute(_READ, (after, until)).fetchall()
        for _, stream, _, _, _, state, field, text in rows:
            parsed = orjson.loads(state)
            parsed["body"][field] = text
            yield stream, parsed["body"]["text"]


def _opened(file: Path, synchronous: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute("PRAGMA secure_delete=ON")
    return connection
