"""Raw on a server: the same rows by somebody who knows nothing but psycopg."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

import orjson
import psycopg

from adapters.settings import Server
from tests.adapters.notebook import Write, open_notebook, order, tell
from tests.bench.contender import BATCH, TEXT
from tests.bench.raw import Cells

_EVENT: Final = "INSERT INTO faden_log.event VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)"
_TEXT: Final = (
    "INSERT INTO faden_vault.text (stream, version, field, salt, text) "
    "VALUES (%s,%s,%s,%s,%s)"
)
_EVENTS: Final = "COPY faden_log.event FROM STDIN"
_TEXTS: Final = "COPY faden_vault.text (stream, version, field, salt, text) FROM STDIN"
_READ: Final = (
    "SELECT e.position, e.stream, e.version, e.kind, e.recorded_at, e.state, "
    "t.field, t.text FROM faden_log.event e "
    "LEFT JOIN faden_vault.text t ON t.stream = e.stream AND t.version = e.version "
    "WHERE e.position > %s AND e.position <= %s ORDER BY e.position"
)
_VIEW: Final = (
    "DROP TABLE IF EXISTS written, seen",
    "CREATE TABLE written (stream TEXT PRIMARY KEY, text TEXT)",
    "CREATE TABLE seen (position INTEGER)",
    "INSERT INTO seen VALUES (0)",
)


class RawServer:
    """``Basis`` on psycopg itself."""

    def __init__(self, folder: Path, url: str) -> None:
        """Make the tables of a store at ``url``, with one command in them."""
        store = open_notebook(folder, server=Server(url))
        tell(store, order(Write((TEXT,))))
        store.close()
        self._db: psycopg.Connection[tuple[Any, ...]] = psycopg.connect(url)
        (self._event,) = self._db.execute("SELECT * FROM faden_log.event")
        (self._text,) = self._db.execute(
            "SELECT stream, version, field, salt, text FROM faden_vault.text"
        )
        self._db.commit()
        self._numbers = count(2)

    def write(self, times: int) -> None:
        """See ``Basis``."""
        _, _, version, kind, at, effective, _, n, state, hashed = self._event
        for number in (next(self._numbers) for _ in range(times)):
            stream, id_ = f"note:N{number}", f"raw{number}"
            row = (number, stream, version, kind, at, effective, id_, n, state, hashed)
            self._db.execute(_EVENT, row)
            self._db.execute(_TEXT, (stream, *self._text[1:]))
            self._db.commit()

    def fill(self, events: Iterable[Cells], texts: Iterable[Cells]) -> None:
        """Copy many rows in one transaction."""
        with self._db.cursor() as cursor:
            for into, rows in ((_EVENTS, events), (_TEXTS, texts)):
                with cursor.copy(into) as copy:
                    for row in rows:
                        copy.write_row(row)
        self._db.commit()

    def replay(self, times: int) -> None:
        """See ``Basis``."""
        for start in range(0, times, BATCH):
            for _ in self._parsed(start, start + BATCH):
                pass

    def catch_up(self, times: int) -> None:
        """See ``Basis``."""
        for statement in _VIEW:
            self._db.execute(statement.encode())
        self._db.commit()
        for start in range(0, times, BATCH):
            read = [*self._parsed(start, start + BATCH)]
            self._db.execute("UPDATE seen SET position = %s", (start + BATCH,))
            with self._db.cursor() as cursor:
                cursor.executemany("INSERT INTO written VALUES (%s,%s)", read)
            self._db.commit()

    def close(self) -> None:
        """Let go of everything."""
        self._db.close()

    def _parsed(self, after: int, until: int) -> Iterator[tuple[str, str]]:
        rows = self._db.execute(_READ, (after, until)).fetchall()
        self._db.commit()
        for _, stream, _, _, _, state, field, text in rows:
            parsed = orjson.loads(state)
            parsed["body"][field] = text
            yield stream, parsed["body"]["text"]
