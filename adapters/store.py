"""Store: a data folder, opened by one process at a time; or a server, by several.

Why one cannot be opened says ``unopened.py``; the words for people are the
caller's. ``faden.lock`` is locked for as long as the store is
open, so that a second server on the same folder is refused.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

import sqlalchemy as sa

from adapters import unopened
from adapters.clock import system_clock
from adapters.journal.batch import Decide, Desk
from adapters.journal.codec import Codec
from adapters.journal.database import VERSION_ROW, Database, ForeignError
from adapters.journal.journal import SqlJournal
from adapters.journal.recorder import Recorder
from adapters.journal.sqlite import SqliteDatabase
from adapters.journal.tables import VERSION, kind, meta
from adapters.journal.upcasters import UPCASTERS, Upcasters
from adapters.journal.world import Memory, Nouns
from adapters.journal.writer import Writer
from adapters.office import Office
from adapters.settings import REGION, Server
from adapters.unopened import (
    StoreCorruptError,
    StoreError,
    StoreInUseError,
    StoreNewerError,
)
from adapters.vault import SqlVault
from core import catalogue, desk
from core.decider import Decider
from core.event import Event
from core.ports import Clock

FILE: Final = "faden.db"
LOCK: Final = "faden.lock"


@dataclass(frozen=True, slots=True)
class Store:
    """An open data folder and everything in it."""

    folder: Path
    server: Server | None
    journal: SqlJournal
    recorder: Recorder
    vault: SqlVault
    office: Office
    codec: Codec
    writer: Writer
    _database: Database
    _lock: IO[bytes] | None

    def blaming(self) -> AbstractContextManager[None]:
        """Turn errors of the database's kind into refusals, wherever they come from."""
        return self._database.blaming()

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """Lend a reading connection to log, vault and office. From any thread."""
        return self._database.reading()

    def leads(self) -> bool:
        """Whether this process is the one that works off what waits; ask often."""
        return self._database.leads()

    def listen(self, heard: Callable[[int], None]) -> None:
        """Call ``heard`` with the newest position when another process wrote."""
        self._database.listen(heard)

    def close(self) -> None:
        """Write what waits, then let go of the folder. Twice does no harm."""
        self.writer.close()
        self._database.close()
        if self._lock is not None:
            self._lock.close()


def open_store(  # noqa: PLR0913  (the parts that a test may replace)
    folder: Path,
    *,
    server: Server | None = None,
    clock: Clock = system_clock,
    events: Iterable[type[Event]] = catalogue.EVENTS,
    deciders: Mapping[str, Decider[Any, Any, Any]] = catalogue.DECIDERS,
    letters: Mapping[str, str] = catalogue.LETTERS,
    decide: Decide = desk.decide,
    upcasters: Upcasters = UPCASTERS,
    capacity: int = 2_000,
) -> Store:
    """Open ``folder``, making it if it does not exist (mode 0700).

    With ``server`` everything lies there, several processes may
    have it open, and nothing is written into the folder.

    Raises:
        StoreError: one of its kinds says why not.
    """
    codec = Codec(events, upcasters)
    lock = locked(folder) if server is None else None
    try:
        database = _opened(folder, server, codec)
    except BaseException:
        if lock is not None:
            lock.close()
        raise
    recorder = Recorder(database, clock)
    nouns = Nouns(deciders, letters)
    parts = Desk(database, recorder, codec, nouns, decide, Memory())
    writer = Writer(parts, capacity=capacity)
    return Store(
        folder=folder,
        server=server,
        journal=SqlJournal(database, writer, codec),
        recorder=recorder,
        vault=SqlVault(database),
        office=Office(database, writer),
        codec=codec,
        writer=writer,
        _database=database,
        _lock=lock,
    )


def locked(folder: Path) -> IO[bytes]:
    """Return what keeps others out of ``folder`` until it is closed.

    Raises:
        StoreError: somebody else has it, or it cannot be written to.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (folder / LOCK).open("ab")
    except OSError as error:
        raise unopened.of_system(folder, error) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StoreInUseError(folder) from error
    return lock


def _opened(folder: Path, server: Server | None, codec: Codec) -> Database:
    where = folder if server is None else shown(server)
    try:
        database = _connected(folder, server)
        try:
            _prepare(where, database)
            _understood(where, database, codec)
        except BaseException:
            database.close()
            raise
    except StoreError:
        raise
    except ForeignError as error:
        raise StoreCorruptError(where, str(error)) from error
    except OSError as error:
        raise unopened.of_system(folder, error) from error
    except Exception as error:
        found = (
            unopened.of_sqlite(folder, error)
            if isinstance(where, Path)
            else unopened.of_postgres(where, error)
        )
        if found is None:
            raise
        raise found from error
    return database


def _connected(folder: Path, server: Server | None) -> Database:
    if server is not None:
        from adapters.journal.postgres import PostgresDatabase

        return PostgresDatabase(server.url, server.region)
    file = folder / FILE
    file.touch(mode=0o600)  # names lie in it; SQLite's side files get its mode
    return SqliteDatabase(file)


def shown(server: Server) -> str:
    """Return the address of a server as people may see it: without a password."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        said = conninfo_to_dict(server.url)
    except ProgrammingError:  # nobody can read it, and a password may be in it
        return "?"
    where = f"{said.get('host') or 'localhost'}:{said.get('port') or 5432}"
    beside = "" if server.region == REGION else f" ({server.region})"
    return f"{where}/{said.get('dbname') or ''}{beside}"


def _prepare(where: Path | str, database: Database) -> None:
    """Make the tables if they are missing; refuse those of a newer version."""
    with database.undoing():
        database.start()
        found = database.version()
        if found is not None and found > VERSION:
            detail = f"tables of version {found}; known are those of {VERSION}"
            raise StoreNewerError(where, detail)
        if found is not None:  # what can only be read shows here
            database.find(database.statements.touch_version)
        database.make()  # those that came later, too
        if found is None:
            database.connection.execute(
                meta.insert().values(name=VERSION_ROW, value=str(VERSION))
            )
        database.commit(0)


def _understood(where: Path | str, database: Database, codec: Codec) -> None:
    """Refuse a log with kinds of events that this program does not know."""
    stored = database.connection.execute(sa.select(kind.c.kind)).scalars()
    if unknown := sorted(name for name in stored if not codec.knows(name)):
        detail = f"events of unknown kinds: {', '.join(unknown)}"
        raise StoreNewerError(where, detail)
