"""Restoring: what a file holds becomes the store, as a whole or not at all.

::

    file --into a folder--> a file beside ----> what was erased since goes --> in place
         --onto a server--> one transaction --> what was erased since goes --> in place

Nobody may have the store open meanwhile. Old views go, and are built anew at the
next start.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import sqlalchemy as sa

from adapters.audit.entries import UNFIT
from adapters.audit.leaves import shared
from adapters.audit.source import VIEWS, of_folder, of_server
from adapters.backup.form import LEFT_OUT, BackupNewerError, Head, parameter
from adapters.backup.links import Link, end, links
from adapters.backup.reading import head, read
from adapters.backup.since import Since, give, since
from adapters.journal.codec import Codec, UnknownKindError, UnreadableError
from adapters.journal.database import Database
from adapters.journal.schema import tables
from adapters.journal.sqlite import SqliteDatabase
from adapters.journal.tables import VERSION, event, kind
from adapters.journal.upcasters import UPCASTERS
from adapters.placing import settle
from adapters.settings import Server
from adapters.store import FILE, locked, shown
from adapters.unopened import StoreInUseError
from core.catalogue import EVENTS
from core.ports import Clock

Progress = Callable[[int], None]
_BEFORE: Final = (  # what belongs to the old file, and must not meet the new one
    *(f"{FILE}{side}" for side in ("-wal", "-shm")),
    *(f"{VIEWS}{side}" for side in ("", "-wal", "-shm")),
)
_BESIDE: Final = ".restore-"
_CODEC: Final = Codec(EVENTS, UPCASTERS)


@dataclass(frozen=True, slots=True)
class Ready:
    """Read and compared, but not in its place yet."""

    head: Head
    there: int | None  # entries that lie there now; None: they cannot be read
    common: int  # with how many entries both begin
    erased: Sequence[Since]  # what was erased there behind those
    ended: frozenset[Link]  # links of people that hold there no more
    place: Callable[[Clock], Sequence[Since]]
    """Puts it in place; returns what could not be erased again."""

    @property
    def lost(self) -> int:
        """How many of the entries that lie there are not in the file."""
        return (self.there or 0) - self.common

    @property
    def is_parted(self) -> bool:
        """Whether each has entries that the other has not."""
        return self.lost > 0 and self.common < self.head.entries

    @property
    def is_older(self) -> bool:
        """Whether what lies there is not just an earlier state of the same log."""
        return self.there is None or self.lost > 0 or self.there >= self.head.entries


class _Old(NamedTuple):
    """What lies there now, as in ``Ready``."""

    there: int | None
    common: int
    erased: Sequence[Since]
    ended: frozenset[Link] = frozenset()


@contextmanager
def into_folder(folder: Path, file: Path, progress: Progress) -> Iterator[Ready]:
    """Lend what ``file`` holds, ready to be put into ``folder``.

    ``progress`` gets the number of entries read.

    Raises:
        StoreError: the folder is in use, or cannot be written to.
        BackupDamagedError: the file is not as it was written.
        BackupNewerError: a newer version of the program wrote it.
    """
    found = head(file)
    with locked(folder):
        for left in folder.glob(f"{_BESIDE}*"):  # by one that was killed
            rmtree(left)
        with TemporaryDirectory(dir=folder, prefix=_BESIDE) as beside:
            yield _loaded(folder, file, found, Path(beside), progress)


def _loaded(
    folder: Path, file: Path, found: Head, beside: Path, progress: Progress
) -> Ready:
    """Put what ``file`` holds into a file in the folder ``beside``."""
    made = beside / FILE
    made.touch(mode=0o600)
    with closing(SqliteDatabase(made)) as database:
        with database.undoing():
            _fill(database, file, progress)
            database.commit(0)
        with database.reading() as new:
            old = _in_folder(folder, new, found.entries)

    def place(clock: Clock) -> Sequence[Since]:
        with closing(SqliteDatabase(made)) as database, database.undoing():
            database.start()
            end(database.connection, old.ended)
            refused = give(database, found.entries, old.erased, clock)
            database.commit(0)
        for name in _BEFORE:
            (folder / name).unlink(missing_ok=True)
        made.replace(folder / FILE)
        settle(folder)
        return refused

    return Ready(found, *old, place)


@contextmanager
def into_server(server: Server, file: Path, progress: Progress) -> Iterator[Ready]:
    """Lend what ``file`` holds, ready to be put on ``server``; raises as the other."""
    from adapters.journal.postgres import PostgresDatabase

    found = head(file)
    with closing(PostgresDatabase(server.url, server.region)) as database:
        if not database.leads():
            raise StoreInUseError(shown(server))
        with database.undoing():
            _fill(database, file, progress)
            with of_server(server) as source:
                old = _behind(source.log, database.connection, found.entries)

            def place(clock: Clock) -> Sequence[Since]:
                views = f"{server.region}_views"
                gone = sa.schema.DropSchema(views, cascade=True, if_exists=True)
                database.connection.execute(gone)
                end(database.connection, old.ended)
                refused = give(database, found.entries, old.erased, clock)
                database.commit(0)
                database.scour()
                return refused

            yield Ready(found, *old, place)
            if database.in_transaction:
                database.rollback()


def _fill(database: Database, file: Path, progress: Progress) -> None:
    """Put what ``file`` holds in place of all rows; the transaction is left open.

    Raises:
        BackupNewerError: there are kinds of entries that this program does not know,
            or what lies there is of a newer version.
    """
    database.start()
    if (database.version() or 0) > VERSION:
        raise BackupNewerError
    database.make()
    db = database.connection
    for table in reversed(tables.sorted_tables):
        db.execute(sa.delete(table))
    entries = 0
    for table, columns, rows in read(file):
        if table.name in LEFT_OUT:
            continue
        names = [column.name for column in columns]
        insert = sa.insert(table).values({c.name: parameter(c) for c in columns})
        db.execute(insert, [dict(zip(names, row, strict=True)) for row in rows])
        if table is event:
            entries += len(rows)
            progress(entries)
    if not all(_CODEC.knows(name) for name in db.scalars(sa.select(kind.c.kind))):
        raise BackupNewerError
    _count_on(db)


def _count_on(db: sa.Connection) -> None:
    """Let numbers rise from what is there; SQLite does so by itself."""
    if db.dialect.name != "postgresql":
        return
    schemas = db.get_execution_options()["schema_translate_map"]
    for table in tables.sorted_tables:
        if "seq" in table.columns:
            named = f'"{schemas[table.schema]}"."{table.name}"'
            highest = sa.select(sa.func.max(table.c.seq)).scalar_subquery()
            counter = sa.func.pg_get_serial_sequence(named, "seq")
            # without rows nothing is set
            db.execute(sa.select(sa.func.setval(counter, highest)))


def _in_folder(folder: Path, new: sa.Connection, entries: int) -> _Old:
    """Compare with what lies in ``folder``."""
    file = folder / FILE
    if not file.exists():
        return _Old(0, 0, [])
    try:
        with closing(sqlite3.connect(file)) as raw:  # what a killed process left
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with of_folder(folder) as source:
            return _behind(source.log, new, entries)
    except (*UNFIT, sqlite3.Error):
        return _Old(None, 0, [])


def _behind(old: sa.Engine, new: sa.Connection, entries: int) -> _Old:
    """Return what is there, and what was erased and ended behind what the file has.

    An earlier state of the log ends nothing: it does not know yet what came later.
    """
    with old.connect() as db:
        schemas = db.get_execution_options()["schema_translate_map"]
        if not sa.inspect(db).has_table(event.name, schema=schemas[event.schema]):
            return _Old(0, 0, [])
        there = db.scalar(sa.select(sa.func.max(event.c.position))) or 0
        common = shared(db, new)
        try:
            erased = since(db, common, _CODEC)
        except (UnreadableError, UnknownKindError):
            return _Old(None, 0, [])
        tells = common and not common == there < entries
        ended = links(new) - links(db) if tells else frozenset()
        return _Old(there, common, erased, ended)
