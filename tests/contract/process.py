"""One process and what it has of a store: writer, journal, memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from adapters.clock import SetClock
from adapters.journal.batch import Desk
from adapters.journal.codec import Codec
from adapters.journal.database import Database
from adapters.journal.journal import SqlJournal
from adapters.journal.recorder import Recorder
from adapters.journal.world import Memory, Nouns
from adapters.journal.writer import Writer
from core.ports import Answer, Order
from tests.adapters.notebook import MORNING, NOTEBOOK, Noted, decide

PATIENCE: Final = 30  # seconds


@dataclass(frozen=True)
class Process:
    """What one process has of a store."""

    journal: SqlJournal
    memory: Memory

    def tell(self, asked: Order) -> Answer:
        """Give ``asked`` and wait for the answer."""
        return self.journal.submit(asked).result(PATIENCE)


@contextmanager
def running(database: Database) -> Iterator[Process]:
    """Run a process on ``database``, which is closed with it."""
    codec = Codec((Noted,))
    nouns = Nouns({"note": NOTEBOOK, "region": NOTEBOOK}, {"note": "N"})
    recorder = Recorder(database, SetClock(MORNING))
    memory = Memory()
    writer = Writer(Desk(database, recorder, codec, nouns, decide, memory))
    yield Process(SqlJournal(database, writer, codec), memory)
    writer.close()
    database.close()


def made(database: Database) -> Database:
    """Return ``database`` with its tables."""
    database.start()
    database.make()
    database.commit(0)
    return database


def notes(process: Process) -> list[tuple[int, str, int]]:
    """Return position, stream and version of everything written."""
    return [(e.position, e.stream, e.version) for e in process.journal.since(0)]
