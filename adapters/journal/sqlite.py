"""SQLite: the store in one file, ``faden.db``.

Source of the settings: ``architecture.md``, "The journal".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from adapters.journal import leaf
from adapters.journal.database import (
    READERS,
    VERSION_ROW,
    Database,
    ForeignError,
    Opened,
    Row,
)
from adapters.journal.library import Driver
from adapters.journal.statements import SQLITE
from core.errors import Code

_BUSY: Final = 10_000  # milliseconds to wait for a lock somebody else holds
_WAL_LIMIT: Final = 64 * 2**20  # bytes the write-ahead log keeps after a checkpoint
SCHEMAS: Final = {"log": None, "vault": None, "office": None}
_WRITING: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA journal_size_limit={_WAL_LIMIT}",
)
_READING: Final = ("PRAGMA query_only=ON",)
_ROWS: Final = (64, 8, 1)  # in one statement; few sizes, so that they stay prepared

_OF_THE_STORE: Final = (  # the others are mistakes of the program
    "SQLITE_BUSY",
    "SQLITE_CANTOPEN",
    "SQLITE_CORRUPT",
    "SQLITE_IOERR",
    "SQLITE_LOCKED",
    "SQLITE_NOMEM",
    "SQLITE_NOTADB",
    "SQLITE_PERM",
    "SQLITE_PROTOCOL",
)

STATEMENTS: Final = SQLITE.written("?", dict.fromkeys(SCHEMAS, ""))


def error_name(error: BaseException) -> str:
    """Return the database's name for an error, such as ``SQLITE_FULL``."""
    if isinstance(error, sa.exc.DBAPIError) and error.orig is not None:
        error = error.orig
    return str(getattr(error, "sqlite_errorname", "")) or type(error).__name__


def refusal_code(error: BaseException) -> Code | None:
    """Return what to tell whoever asked; ``None`` if the store is not to blame."""
    if isinstance(error, sa.exc.TimeoutError):  # all reading connections are lent
        return Code.STORE_UNAVAILABLE
    name = error_name(error)
    if name == "SQLITE_FULL":
        return Code.DISK_FULL
    if name.startswith("SQLITE_READONLY"):
        return Code.STORE_READ_ONLY
    blamed = name.startswith(_OF_THE_STORE)
    return Code.STORE_UNAVAILABLE if blamed else None


class SqliteDatabase(Database):
    """The connections to one ``faden.db``."""

    statements = STATEMENTS

    def __init__(self, file: Path) -> None:
        """Open ``file``; it is made if it does not exist.

        Raises:
            sqlite3.Error: it cannot be opened or is not a database.
        """
        super().__init__()
        self._writing = sa.create_engine(
            "sqlite://",
            creator=partial(_connect, file, _WRITING),
            hide_parameters=True,
            poolclass=sa.NullPool,
            isolation_level="AUTOCOMMIT",
            execution_options={"schema_translate_map": SCHEMAS},
        )
        self._reading = sa.create_engine(
            "sqlite://",
            creator=partial(_connect, file, _READING),
            hide_parameters=True,
            poolclass=sa.QueuePool,
            pool_size=READERS,
            max_overflow=0,
            isolation_level="AUTOCOMMIT",
            execution_options={"schema_translate_map": SCHEMAS},
        )
        self._connection, self.raw = self._open()

    @property
    def driver(self) -> Driver:
        """The driver of the standard library."""
        return sqlite3

    @property
    def connection(self) -> sa.Connection:
        """The writing connection."""
        return self._connection

    def start(self) -> None:
        """Begin a transaction; nobody else writes before it ends."""
        if self._connection.closed:  # the file could not be opened last time
            self._connection, self.raw = self._open()
        if self.raw.in_transaction:
            self.rollback()
        self.raw.execute("BEGIN IMMEDIATE")

    def begin(self, command_ids: Sequence[str] = ()) -> Opened:
        """Begin a transaction, and look around."""
        self.start()
        one = command_ids[0] if len(command_ids) == 1 else None
        found = self.raw.execute(STATEMENTS.opening, (one, one)).fetchone()
        position, recorded, is_known = found
        known = frozenset(command_ids) if is_known else frozenset[str]()
        if len(command_ids) > 1:
            wanted = leaf.canonical(command_ids).decode()
            rows = self.raw.execute(STATEMENTS.known_of_many, (wanted,))
            known = frozenset(id_ for (id_,) in rows)
        return Opened(position or 0, recorded or 0, known)

    def find(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return what the writing connection finds."""
        return self.raw.execute(statement, parameters).fetchall()

    def write(self, statement: str, rows: Sequence[Row]) -> None:
        """Run ``statement`` for each of ``rows``, many at a time.

        The driver lets other threads run at every statement and then has to wait for
        its turn; one statement for 64 rows makes a group of orders twice as fast.
        """
        done = 0
        for size in _ROWS:
            while len(rows) - done >= size:
                chunk = rows[done : done + size]
                values = chunk[0] if size == 1 else [v for row in chunk for v in row]
                self.raw.execute(_of_many(statement, size), values)
                done += size

    def commit(self, position: int) -> None:  # noqa: ARG002  (nobody else listens)
        """Make everything durable."""
        self.raw.execute("COMMIT")

    def scour(self) -> bool:
        """Write the file anew, and empty the write-ahead log."""
        self.raw.execute("VACUUM")
        ((busy, _, _),) = self.find("PRAGMA wal_checkpoint(TRUNCATE)")
        return not busy

    def listen(self, heard: Callable[[int], None]) -> None:
        """Do nothing: one process has the file."""

    def rollback(self) -> None:
        """Forget the transaction; a connection that cannot is replaced."""
        try:
            if self.raw.in_transaction:
                self.raw.execute("ROLLBACK")
        except sqlite3.Error:
            if not self._connection.closed:
                self._connection.invalidate()
                self._connection.close()
            self._connection, self.raw = self._open()

    @property
    def in_transaction(self) -> bool:
        """Whether what was written so far can still be committed."""
        return self.raw.in_transaction

    def refusal_code(self, error: BaseException) -> Code | None:
        """Return what to tell whoever asked; ``None`` if the store is not to blame."""
        return refusal_code(error)

    def version(self) -> int | None:
        """Return the version of the tables, ``None`` in an empty database."""
        names = {name for (name,) in self.find("SELECT name FROM sqlite_schema")}
        if not names:
            return None
        if "meta" not in names:
            raise ForeignError("tables of another program")
        found = self.find("SELECT value FROM meta WHERE name = ?", (VERSION_ROW,))
        return int(found[0][0])

    def close(self) -> None:
        """Close all connections; the last one tidies the write-ahead log."""
        super().close()
        self._connection.close()
        self._writing.dispose()

    def _open(self) -> tuple[sa.Connection, sqlite3.Connection]:
        connection = self._writing.connect()
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError(raw)
        return connection, raw


@lru_cache(maxsize=64)
def _of_many(statement: str, size: int) -> str:
    """Return the ``INSERT`` of one row as one of ``size`` rows."""
    head, _, rest = statement.partition(" VALUES ")
    row, _, tail = rest.partition(")")
    return f"{head} VALUES {','.join([row + ')'] * size)}{tail}"


def _connect(file: Path, settings: Sequence[str]) -> sqlite3.Connection:
    raw = sqlite3.connect(
        file, timeout=_BUSY / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        for setting in settings:
            raw.execute(setting)
    except sqlite3.Error:
        raw.close()
        raise
    return raw
