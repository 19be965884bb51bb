"""Source: a folder or server, opened so that nothing can be changed (*Vorlage*).

A folder that nobody has open leaves no side files behind when it is read as what
cannot change; one that is served is read beside its server.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import quote

import sqlalchemy as sa

from adapters.journal.sqlite import SCHEMAS
from adapters.settings import Server
from adapters.store import Store

LOG: Final = "faden.db"
VIEWS: Final = "views.db"
_READ_ONLY: Final = "-cdefault_transaction_read_only=on"
_BUSY: Final = 10.0  # seconds to wait for a lock somebody else holds


class MovedError(Exception):
    """The folder was opened by somebody else while it was read."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is compared: the log with vault and office, and the views if any."""

    log: sa.Engine
    views: sa.Engine | None


def of_store(store: Store) -> AbstractContextManager[Source]:
    """Open what this process has open once more, for reading."""
    return of_server(store.server) if store.server else of_folder(store.folder)


@contextmanager
def of_folder(folder: Path) -> Iterator[Source]:
    """Open a data folder, or a copy of one, for reading.

    Raises:
        MovedError: at the end, when it was written to in a way that was not seen.
    """
    files = [folder / name for name in (LOG, VIEWS) if (folder / name).exists()]
    still = [file for file in files if not _beside(file).exists()]
    before = [file.stat() for file in still]
    engines = [_engine(file, still=file in still) for file in files]
    try:
        yield Source(engines[0], engines[1] if engines[1:] else None)
    finally:
        for engine in engines:
            engine.dispose()
    for file, stat in zip(still, before, strict=True):
        now = file.stat()
        if (now.st_mtime_ns, now.st_size) != (stat.st_mtime_ns, stat.st_size):
            raise MovedError(str(file))


@contextmanager
def of_server(server: Server) -> Iterator[Source]:
    """Open a region on PostgreSQL for reading."""
    views = f"{server.region}_views"
    schemas = {part: f"{server.region}_{part}" for part in SCHEMAS}
    engines = [
        sa.create_engine(
            sa.make_url(server.url).set(drivername="postgresql+psycopg"),
            connect_args={"options": f"{_READ_ONLY} -csearch_path={views}"},
            isolation_level="REPEATABLE READ",
            poolclass=sa.NullPool,
            execution_options=options,
        )
        for options in ({"schema_translate_map": schemas}, {})
    ]
    with engines[1].connect() as db:
        there = views in sa.inspect(db).get_schema_names()
    yield Source(engines[0], engines[1] if there else None)


def _beside(file: Path) -> Path:
    """Return where SQLite writes first, for as long as somebody has it open."""
    return file.with_name(f"{file.name}-wal")


def _engine(file: Path, *, still: bool) -> sa.Engine:
    mode = "mode=ro&immutable=1" if still else "mode=ro"
    engine = sa.create_engine(
        "sqlite://",
        creator=partial(_connect, f"file:{quote(str(file.resolve()))}?{mode}"),
        poolclass=sa.NullPool,
        execution_options={"schema_translate_map": SCHEMAS},
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _connect(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address, uri=True, timeout=_BUSY, isolation_level=None, check_same_thread=False
    )


def _begin(connection: sa.Connection) -> None:
    """Begin in words, so that whoever reads several tables sees one moment."""
    connection.exec_driver_sql("BEGIN")
