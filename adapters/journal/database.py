"""Database: one region's log, vault and office, whatever server they lie on.

One writing connection, used raw on the hot path and through SQLAlchemy by the
office, both in the same transaction; and a small pool of reading connections.
Transactions are begun and ended here, in words; SQLAlchemy believes that it is
in autocommit. ``sqlite.py`` and ``postgres.py`` fill in what differs.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import BoundedSemaphore
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

import sqlalchemy as sa

from adapters.journal.library import Driver
from adapters.journal.schema import tables
from adapters.journal.statements import Statements
from core.errors import Code, Refusal

READERS: Final = 4  # reading connections at most
_LENDING: Final = 30.0  # seconds to wait for one of them
VERSION_ROW: Final = "schema version"

Row: TypeAlias = tuple[Any, ...]


class ForeignError(Exception):
    """There are tables, but not ours."""


class Opened(NamedTuple):
    """What is seen under the lock: end of the log, and which commands are known.

    ``recorded`` is in microseconds since 1970.
    """

    position: int
    recorded: int
    known: frozenset[str]


class Database(ABC):
    """The connections to one region's store."""

    statements: Statements
    _reading: sa.Engine
    _reading_as: Mapping[str, bool] = MappingProxyType({})  # options of a cursor

    def __init__(self) -> None:
        """Lend ``READERS`` connections at most."""
        self._loans = BoundedSemaphore(READERS)
        self._closed = False

    @property
    @abstractmethod
    def driver(self) -> Driver:
        """The module of the driver, for its errors."""

    @property
    @abstractmethod
    def connection(self) -> sa.Connection:
        """The writing connection, for tables outside the hot path."""

    @abstractmethod
    def start(self) -> None:
        """Begin a transaction under the lock of all writers, tables or not."""

    @abstractmethod
    def begin(self, command_ids: Sequence[str] = ()) -> Opened:
        """Begin a transaction under the lock of all writers, and look around."""

    @abstractmethod
    def find(self, statement: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return what the writing connection finds."""

    @abstractmethod
    def write(self, statement: str, rows: Sequence[Row]) -> None:
        """Run ``statement`` for each of ``rows``, at the latest in ``commit``."""

    @abstractmethod
    def commit(self, position: int) -> None:
        """Make everything durable; tell other processes that ``position`` is new."""

    @abstractmethod
    def rollback(self) -> None:
        """Forget the transaction; a connection that cannot is replaced."""

    @property
    @abstractmethod
    def in_transaction(self) -> bool:
        """Whether what was written so far can still be committed."""

    @abstractmethod
    def refusal_code(self, error: BaseException) -> Code | None:
        """Return what to tell whoever asked; ``None`` if the store is not to blame."""

    @abstractmethod
    def version(self) -> int | None:
        """Return the version of the tables, ``None`` if there are none.

        Raises:
            ForeignError: there are tables of another program.
        """

    def make(self) -> None:
        """Make all tables and indexes that are missing, in the transaction begun."""
        tables.create_all(self.connection)
        for table in tables.sorted_tables:
            for index in table.indexes:  # of a table that was there before it
                index.create(self.connection, checkfirst=True)

    def leads(self) -> bool:
        """Whether this process is the one that works off what waits; ask often.

        Of the processes that have the store open one leads, another when it ends.
        """
        return True

    @abstractmethod
    def scour(self) -> bool:
        """Leave nothing in the files of what was deleted, outside of a transaction.

        Returns ``False`` if somebody who reads is in the way; then try again.
        """

    @abstractmethod
    def listen(self, heard: Callable[[int], None]) -> None:
        """Call ``heard`` with positions that other processes commit."""

    @contextmanager
    def undoing(self) -> Iterator[None]:
        """Let whatever fails inside undo the transaction that was begun there."""
        try:
            yield
        except BaseException:
            self.rollback()
            raise

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Let what fails inside undo only itself."""
        self.connection.exec_driver_sql("SAVEPOINT job")
        try:
            yield
        except BaseException:
            if self.in_transaction:
                self.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT job")
                self.connection.exec_driver_sql("RELEASE SAVEPOINT job")
            raise
        self.connection.exec_driver_sql("RELEASE SAVEPOINT job")

    def rows(self, statement: str, *parameters: object) -> list[Row]:
        """Return what a reading connection finds. From any thread."""
        with self._lent():
            borrowed = self._reading.raw_connection()
            try:
                cursor = borrowed.cursor(**self._reading_as)
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
        with self.blaming(), self._lent(), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def blaming(self) -> Iterator[None]:
        """Turn errors of the store into refusals."""
        try:
            yield
        except Exception as error:
            code = self.refusal_code(error)
            if code is None:
                raise
            raise Refusal(code) from error

    def close(self) -> None:
        """Close all connections, those that are lent once they are given back."""
        self._closed = True
        given_back = [self._loans.acquire(timeout=_LENDING) for _ in range(READERS)]
        self._end_reading()
        self._loans.release(given_back.count(True))

    def _end_reading(self) -> None:
        """Close the reading connections, all of which are given back."""
        self._reading.dispose()

    @contextmanager
    def _lent(self) -> Iterator[None]:
        """Take one of the reading connections, unless all are being closed."""
        if not self._loans.acquire(timeout=_LENDING):
            raise sa.exc.TimeoutError("all reading connections are lent")
        try:
            if self._closed:
                raise Refusal(Code.STORE_UNAVAILABLE)
            yield
        finally:
            self._loans.release()
