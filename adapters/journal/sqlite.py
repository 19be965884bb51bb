"""SQLite: everything about the store that is particular to this database.

One writing connection, used raw on the hot path and through SQLAlchemy by the
office, both in the same transaction; and a small pool of reading connections.
Transactions are begun and ended here, in words; SQLAlchemy believes that it is
in autocommit. Source of the settings: ``architecture.md``, "The journal".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

import sqlalchemy as sa

from core.errors import Code, Refusal

READERS: Final = 4  # reading connections at most
_BUSY: Final = 10_000  # milliseconds to wait for a lock somebody else holds
_WAL_LIMIT: Final = 64 * 2**20  # bytes the write-ahead log keeps after a checkpoint
_SCHEMAS: Final = {"log": None, "vault": None, "office": None}
_WRITING: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA journal_size_limit={_WAL_LIMIT}",
)
_READING: Final = ("PRAGMA query_only=ON",)

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

Row: TypeAlias = tuple[Any, ...]


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


@contextmanager
def blaming() -> Iterator[None]:
    """Turn errors of the store into refusals."""
    try:
        yield
    except (sqlite3.Error, sa.exc.SQLAlchemyError) as error:
        code = refusal_code(error)
        if code is None:
            raise
        raise Refusal(code) from error


class Database:
    """The connections to one ``faden.db``."""

    def __init__(self, file: Path) -> None:
        """Open ``file``; it is made if it does not exist.

        Raises:
            sqlite3.Error: it cannot be opened or is not a database.
        """
        self._writing = sa.create_engine(
            "sqlite://",
            creator=partial(_connect, file, _WRITING),
            poolclass=sa.NullPool,
            isolation_level="AUTOCOMMIT",
            execution_options={"schema_translate_map": _SCHEMAS},
        )
        self._reading = sa.create_engine(
            "sqlite://",
            creator=partial(_connect, file, _READING),
            poolclass=sa.QueuePool,
            pool_size=READERS,
            max_overflow=0,
            isolation_level="AUTOCOMMIT",
            execution_options={"schema_translate_map": _SCHEMAS},
        )
        self.connection, self.raw = self._open()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write under the lock; everything or nothing. One thread at a time."""
        if self.raw.in_transaction:
            self.rollback()
        self.raw.execute("BEGIN IMMEDIATE")
        try:
            yield self.raw
            self.raw.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Forget the transaction; a connection that cannot is replaced."""
        try:
            if self.raw.in_transaction:
                self.raw.execute("ROLLBACK")
        except sqlite3.Error:
            self.connection.invalidate()
            self.connection.close()
            self.connection, self.raw = self._open()

    def rows(self, statement: str, *parameters: object) -> list[Row]:
        """Return what a reading connection finds. From any thread."""
        borrowed = self._reading.raw_connection()
        try:
            cursor = borrowed.cursor()
            cursor.execute(statement, parameters)
            return list(cursor.fetchall())
        finally:
            borrowed.close()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Lend a reading connection of SQLAlchemy. From any thread.

        Raises:
            Refusal: ``STORE_UNAVAILABLE``.
        """
        with blaming(), self._reading.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections; the last one tidies the write-ahead log."""
        self._reading.dispose()
        self.connection.close()
        self._writing.dispose()

    def _open(self) -> tuple[sa.Connection, sqlite3.Connection]:
        connection = self._writing.connect()
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError(raw)
        return connection, raw


def rows(
    raw: sqlite3.Connection, statement: str, parameters: Sequence[object] = ()
) -> list[Row]:
    """Return what the writing connection finds."""
    return raw.execute(statement, parameters).fetchall()


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


VERSION_ROW: Final = "schema version"


def version(raw: sqlite3.Connection) -> int | None:
    """Return the version of the tables, ``None`` in an empty database.

    Raises:
        sqlite3.DatabaseError: the file is a database, but not one of ours.
    """
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema")}
    if not names:
        return None
    if "meta" not in names:
        raise sqlite3.DatabaseError("tables of another program")
    found = raw.execute("SELECT value FROM meta WHERE name = ?", (VERSION_ROW,))
    return int(found.fetchone()[0])
