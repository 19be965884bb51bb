"""A county on one database or the other, and everything that is to be kept of it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from adapters.audit.source import of_folder, of_server
from adapters.backup.form import SAVED, Head, plain
from adapters.backup.restoring import Ready, into_folder, into_server
from adapters.backup.writing import write
from adapters.main import Faden
from adapters.settings import Server
from adapters.store import Store
from tests.auenland import Auenland, Watch, found


class Home(NamedTuple):
    """Where a region lies, or will lie."""

    folder: Path
    server: Server | None

    def founded(self) -> Auenland:
        """Found Auenland there."""
        return found(self.folder, server=self.server)

    def opened(self, watch: Watch) -> Auenland:
        """Open what was put back."""
        faden = Faden.open(self.folder, server=self.server, clock=watch)
        return Auenland(faden, watch, said=10_000)

    def saved(self, file: Path, watch: Watch) -> Head:
        """Write a backup, whether or not somebody has it open."""
        source = of_server(self.server) if self.server else of_folder(self.folder)
        with source as opened:
            return write(opened.log, file, watch(), lambda *_: None)

    def restored(self, file: Path, watch: Watch) -> Ready:
        """Put a backup in place, whatever is there."""
        with self.loaded(file) as ready:
            assert not ready.place(watch)
        return ready

    def loaded(self, file: Path) -> AbstractContextManager[Ready]:
        """Read a backup, ready to be put in place."""
        if self.server is None:
            return into_folder(self.folder, file, lambda _: None)
        return into_server(self.server, file, lambda _: None)


def kept(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows that a backup is to hold, as they are stored."""
    rows = {}
    with store.reading() as db:
        for table in SAVED:
            wanted = sa.select(*(plain(column) for column in table.columns))
            ordered = wanted.order_by(*table.primary_key.columns)
            rows[table.name] = [tuple(row) for row in db.execute(ordered)]
    return rows


def closed(here: Auenland) -> None:
    """End the program when all is told."""
    here.faden.reactor.settle()
    here.faden.close()
