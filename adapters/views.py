"""Views: the database in which the present lies; it may be deleted (*Ansichten*).

``views.db`` in the data folder, or a schema of its own beside the log on a server.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.schema import CreateSchema

from adapters.settings import Server

READERS: Final = 8  # connections kept open
_MORE: Final = 16  # connections that come and go
_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",  # rebuilt from the log if it is ever damaged
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=10000",
)


def open_views(file: Path, server: Server | None = None) -> Engine:
    """Open ``file``, making it if it does not exist (mode 0600); or ``server``.

    Whoever reads sees one moment, however many tables are read.
    """
    if server is not None:
        return _on_server(server)
    file.touch(mode=0o600)
    engine = create_engine(
        f"sqlite:///{file}",
        pool_size=READERS,
        max_overflow=_MORE,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def close_views(engine: Engine, server: Server | None = None) -> None:
    """Let go of what ``open_views`` opened."""
    if server is None:
        engine.dispose()
    else:
        from adapters.journal import pool

        pool.leave_viewing(server.url)


def scour(engine: Engine) -> bool:
    """Leave nothing in the files of what was deleted or built anew.

    On a server the old tables went with their files. Returns ``False`` if somebody
    who reads is in the way.
    """
    if engine.dialect.name != "sqlite":
        return True
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        (busy, _, _) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        raw.close()


def _on_server(server: Server) -> Engine:
    from adapters.journal import pool

    schema = f"{server.region}_views"
    engine = pool.viewing(server.url, schema)
    try:
        with engine.begin() as db:
            if schema not in inspect(db).get_schema_names():
                db.execute(CreateSchema(schema))
    except (IntegrityError, ProgrammingError):
        with engine.begin() as db:
            if schema not in inspect(db).get_schema_names():
                raise  # else another process was faster
    return engine


def _begin(connection: Connection) -> None:
    """Begin in words: the driver would begin only at the first write."""
    connection.exec_driver_sql("BEGIN")


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        raw.execute(pragma)
