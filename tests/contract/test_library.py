"""The library's own tests of a recorder, unmodified, run against ours."""

# mypy: disable-error-code="explicit-override"

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import uuid4

from eventsourcing.tests import persistence

from adapters.clock import system_clock
from adapters.journal.recorder import Recorder
from adapters.journal.sqlite import SqliteDatabase


class TestRecorder(persistence.ApplicationRecorderTestCase[Recorder]):
    """Streams have string names; that is the hook the library offers for it."""

    def create_recorder(self) -> Recorder:
        """Return a recorder on an empty file."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        database = SqliteDatabase(Path(folder.name) / "faden.db")
        self.addCleanup(database.close)
        database.start()
        database.make()
        database.commit(0)
        return Recorder(database, system_clock)

    def new_originator_id(self) -> str:
        """Return the name of a new stream."""
        return str(uuid4())

    def test_insert_subscribe(self) -> None:
        """Run what the library leaves to recorders that can subscribe."""
        self.optional_test_insert_subscribe()
