"""Store: a data folder, opened by one process at a time.

Every error says which folder it is about and what is wrong with it; the words
for people are the caller's. ``faden.lock`` is locked for as long as the store is
open, so that a second server on the same folder is refused.
"""

from __future__ import annotations

import errno
import fcntl
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Final

import sqlalchemy as sa

from adapters.clock import system_clock
from adapters.journal.batch import Decide, Desk
from adapters.journal.codec import Codec, Upcasters
from adapters.journal.database import VERSION_ROW, Database, ForeignError
from adapters.journal.journal import SqlJournal
from adapters.journal.recorder import Recorder
from adapters.journal.sqlite import SqliteDatabase, error_name, refusal_code
from adapters.journal.tables import VERSION, kind, meta
from adapters.journal.world import Memory, Nouns
from adapters.journal.writer import Writer
from adapters.office import Office
from adapters.vault import SqlVault
from core import catalogue, desk
from core.decider import Decider
from core.errors import Code
from core.event import Event
from core.ports import Clock

FILE: Final = "faden.db"
LOCK: Final = "faden.lock"


class StoreError(Exception):
    """A data folder cannot be opened; ``folder`` says which."""

    def __init__(self, folder: Path, detail: str = "") -> None:
        """Keep what is needed to put it into words."""
        super().__init__(f"{folder}: {detail or (self.__doc__ or '').splitlines()[0]}")
        self.folder = folder


class StoreInUseError(StoreError):
    """Another process has this folder open."""


class StoreReadOnlyError(StoreError):
    """The folder or the disk it lies on can only be read."""


class StoreForbiddenError(StoreError):
    """The account that runs the program may not write here."""


class NotAFolderError(StoreError):
    """There is something else under this name, or nothing could be made there."""


class StoreCorruptError(StoreError):
    """``faden.db`` is damaged or is not a database of ours."""


class StoreFullError(StoreError):
    """The disk is full."""


class StoreNewerError(StoreError):
    """The folder was written by a newer version of the program."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open data folder and everything in it."""

    folder: Path
    journal: SqlJournal
    recorder: Recorder
    vault: SqlVault
    office: Office
    codec: Codec
    writer: Writer
    _database: Database
    _lock: IO[bytes]

    def blaming(self) -> AbstractContextManager[None]:
        """Turn errors of the database's kind into refusals, wherever they come from."""
        return self._database.blaming()

    def close(self) -> None:
        """Write what waits, then let go of the folder. Twice does no harm."""
        self.writer.close()
        self._database.close()
        self._lock.close()


def open_store(  # noqa: PLR0913  (the parts that a test may replace)
    folder: Path,
    *,
    clock: Clock = system_clock,
    events: Iterable[type[Event]] = catalogue.EVENTS,
    deciders: Mapping[str, Decider[Any, Any, Any]] = catalogue.DECIDERS,
    letters: Mapping[str, str] = catalogue.LETTERS,
    decide: Decide = desk.decide,
    upcasters: Upcasters = MappingProxyType({}),
    capacity: int = 2_000,
) -> Store:
    """Open ``folder``, making it if it does not exist (mode 0700).

    Raises:
        StoreError: one of its kinds says why not.
    """
    codec = Codec(events, upcasters)
    lock = _locked(folder)
    try:
        database = _opened(folder, codec)
    except BaseException:
        lock.close()
        raise
    recorder = Recorder(database, clock)
    nouns = Nouns(deciders, letters)
    parts = Desk(database, recorder, codec, nouns, decide, Memory())
    writer = Writer(parts, capacity=capacity)
    return Store(
        folder=folder,
        journal=SqlJournal(database, writer, codec),
        recorder=recorder,
        vault=SqlVault(database),
        office=Office(database, writer),
        codec=codec,
        writer=writer,
        _database=database,
        _lock=lock,
    )


def _locked(folder: Path) -> IO[bytes]:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (folder / LOCK).open("ab")
    except OSError as error:
        raise _of_system(folder, error) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StoreInUseError(folder) from error
    return lock


def _of_system(folder: Path, error: OSError) -> StoreError:
    match error.errno:
        case errno.EROFS:
            return StoreReadOnlyError(folder)
        case errno.EACCES | errno.EPERM:
            return StoreForbiddenError(folder)
        case errno.ENOSPC | errno.EDQUOT:
            return StoreFullError(folder)
        case _:
            return NotAFolderError(folder, error.strerror or "")


def _opened(folder: Path, codec: Codec) -> Database:
    file = folder / FILE
    try:
        file.touch(mode=0o600)  # names lie in it; SQLite's side files get its mode
        database = SqliteDatabase(file)
    except OSError as error:
        raise _of_system(folder, error) from error
    except (sqlite3.Error, sa.exc.DBAPIError) as error:
        raise _of_sqlite(folder, error) from error
    try:
        _prepare(folder, database)
        _understood(folder, database, codec)
    except ForeignError as error:
        database.close()
        raise StoreCorruptError(folder, str(error)) from error
    except (sqlite3.Error, sa.exc.DBAPIError) as error:
        database.close()
        raise _of_sqlite(folder, error) from error
    except BaseException:
        database.close()
        raise
    return database


def _prepare(folder: Path, database: Database) -> None:
    """Make the tables if they are missing; refuse those of a newer version."""
    with database.undoing():
        database.start()
        found = database.version()
        if found is not None and found > VERSION:
            detail = f"tables of version {found}; known are those of {VERSION}"
            raise StoreNewerError(folder, detail)
        if found is not None:  # what can only be read shows here
            database.find(database.statements.touch_version)
        database.make()  # those that came later, too
        if found is None:
            database.connection.execute(
                meta.insert().values(name=VERSION_ROW, value=str(VERSION))
            )
        database.commit(0)


def _understood(folder: Path, database: Database, codec: Codec) -> None:
    """Refuse a log with kinds of events that this program does not know."""
    stored = database.connection.execute(sa.select(kind.c.kind)).scalars()
    if unknown := sorted(name for name in stored if not codec.knows(name)):
        detail = f"events of unknown kinds: {', '.join(unknown)}"
        raise StoreNewerError(folder, detail)


def _of_sqlite(folder: Path, error: Exception) -> StoreError:
    match refusal_code(error):
        case Code.DISK_FULL:
            return StoreFullError(folder)
        case Code.STORE_READ_ONLY:
            return StoreReadOnlyError(folder)
        case _ if error_name(error) == "SQLITE_CANTOPEN":
            return StoreForbiddenError(folder)
        case _:
            return StoreCorruptError(folder, error_name(error))
