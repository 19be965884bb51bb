"""Views: the database in which the present lies (``views.db``); may be deleted."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event

READERS: Final = 8  # connections kept open
_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",  # rebuilt from the log if it is ever damaged
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=10000",
)


def open_views(file: Path) -> Engine:
    """Open ``file``, making it if it does not exist (mode 0600)."""
    file.touch(mode=0o600)
    engine = create_engine(f"sqlite:///{file}", pool_size=READERS, max_overflow=16)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin in words: the driver would begin only at the first write.

    So a page that reads several tables sees one moment.
    """
    connection.exec_driver_sql("BEGIN")


def _prepare(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        raw.execute(pragma)
