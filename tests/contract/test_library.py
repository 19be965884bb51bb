"""The library's own tests of a recorder, unmodified, run against ours."""

# mypy: disable-error-code="explicit-override"

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import uuid4

import pytest
from eventsourcing.tests import persistence

from adapters.clock import system_clock
from adapters.journal.database import Database
from adapters.journal.postgres import PostgresDatabase
from adapters.journal.recorder import Recorder
from adapters.journal.sqlite import SqliteDatabase


def _made(database: Database) -> Recorder:
    database.start()
    database.make()
    database.commit(0)
    return Recorder(database, system_clock)


class TestSqlite(persistence.ApplicationRecorderTestCase[Recorder]):
    """Streams have string names; that is the hook the library offers for it."""

    def create_recorder(self) -> Recorder:
        """Return a recorder on an empty file."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        database = SqliteDatabase(Path(folder.name) / "faden.db")
        self.addCleanup(database.close)
        return _made(database)

    def new_originator_id(self) -> str:
        """Return the name of a new stream."""
        return str(uuid4())

    def test_insert_subscribe(self) -> None:
        """Run what the library leaves to recorders that can subscribe."""
        self.optional_test_insert_subscribe()


class TestPostgres(persistence.ApplicationRecorderTestCase[Recorder]):
    """The same on a real server."""

    @pytest.fixture(autouse=True)
    def _on(self, database: str) -> None:
        self.url = database

    def create_recorder(self) -> Recorder:
        """Return a recorder in an empty database."""
        database = PostgresDatabase(self.url)
        self.addCleanup(database.close)
        return _made(database)

    def new_originator_id(self) -> str:
        """Return the name of a new stream."""
        return str(uuid4())

    def test_insert_subscribe(self) -> None:
        """Run what the library leaves to recorders that can subscribe."""
        self.optional_test_insert_subscribe()
