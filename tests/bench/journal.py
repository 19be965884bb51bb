"""The journal against raw sqlite3: the same rows into the same tables.

A command writes one event with one sealed text. Raw has the rows ready and only
inserts them, with one commit each.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

import msgspec

from adapters.journal import sqlite, statements
from adapters.journal.sqlite import Database
from adapters.journal.tables import tables
from adapters.store import FILE, Store
from tests.adapters.notebook import Write, open_notebook, order
from tests.bench.measure import Row, ratio

_TEXT: Final = "Die Tabelle je Kläranlage liegt im Ordner Wasser, Anlage Nord fehlt. "
_TASKS: Final = 64


class Raw:
    """Somebody who has the rows ready and inserts them."""

    def __init__(self, database: Database, event: sqlite.Row, text: sqlite.Row) -> None:
        """Insert rows like ``event`` and ``text``, numbered from one."""
        self.database = database
        self._event = event
        self._text = text
        self._numbers = count(1)

    def write(self, times: int) -> None:
        """Insert the rows of one command, with one commit each."""
        raw = self.database.raw
        _, _, version, kind, at, effective, _, n, state, hashed = self._event
        for _ in range(times):
            number = next(self._numbers)
            stream, id_ = f"note:N{number}", f"raw{number}"
            row = (number, stream, version, kind, at, effective, id_, n, state, hashed)
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(statements.INSERT_EVENT, row)
            raw.execute(statements.INSERT_TEXT, (stream, *self._text[1:]))
            raw.execute("COMMIT")


def _write(store: Store, times: int) -> None:
    async def one_after_the_other() -> None:
        for _ in range(times):
            asked = order(Write((_TEXT,)))
            await store.journal.give(asked)

    asyncio.run(one_after_the_other())


def _write_together(store: Store, times: int) -> None:
    async def task() -> None:
        for _ in range(times // _TASKS):
            asked = order(Write((_TEXT,)))
            await store.journal.give(asked)

    async def all_at_once() -> None:
        await asyncio.gather(*(task() for _ in range(_TASKS)))

    asyncio.run(all_at_once())


def _replay(store: Store, times: int) -> None:
    for _ in zip(range(times), store.journal.since(0), strict=False):
        pass


def _decode(raw: Database, times: int) -> None:
    """Read the same rows and parse their JSON, texts joined."""
    read = 0
    while read < times:
        for row in raw.rows(statements.BETWEEN, read, min(read + 500, times)):
            parsed = msgspec.json.decode(row[5])
            parsed["body"][row[6]] = row[7]
            read += 1


def _opened(folder: Path, store: Store) -> Raw:
    """Return a raw writer with the rows of one command of ``store``."""
    store.journal.submit(order(Write((_TEXT,)))).result(20)
    database = Database(folder / FILE)
    with database.transaction():
        tables.create_all(database.connection)
    source = sqlite3.connect(store.folder / FILE)
    (event,) = source.execute("SELECT * FROM event")
    (text,) = source.execute("SELECT stream, version, field, salt, text FROM text")
    source.close()
    return Raw(database, event, text)


def rows() -> Iterator[Row]:
    """Yield every case of the journal."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "raw").mkdir()
        store = open_notebook(Path(name) / "ours")
        raw = _opened(Path(name) / "raw", store)
        reader = Database(store.folder / FILE)
        yield ratio(
            "command, sequential, from asyncio",
            "sqlite",
            (lambda times: _write(store, times), 300),
            (raw.write, 300),
        )
        yield ratio(
            "command, 64 concurrent",
            "sqlite",
            (lambda times: _write_together(store, times), _TASKS * 40),
            (raw.write, 300),
        )
        yield ratio(
            "replay, texts joined, against JSON parsed",
            "sqlite",
            (lambda times: _replay(store, times), 5_000),
            (lambda times: _decode(reader, times), 5_000),
        )
        reader.close()
        raw.database.close()
        store.close()
