"""Library: the peer ``eventsourcing``, its own application on its own recorders.

It is synchronous, so a caller in an event loop goes through a thread. On SQLite it
has no subscriptions, so neither views nor anything to wait for.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate
from psycopg.conninfo import conninfo_to_dict

from tests.bench.contender import BATCH, TEXT, one_by_one, together

NAME: Final = "eventsourcing"
LACKS: Final = {
    "sqlite": "no views on SQLite, and nothing to wait for",
    "postgresql": "its views and waiting are not measured",
}


class Note(Aggregate):
    """A note with what our events say, too."""

    def __init__(self, text: str, actor: str, effective: str) -> None:
        """Write it down."""
        self.text = text
        self.actor = actor
        self.effective = effective


class Notes(Application[UUID]):
    """Everything written down."""

    def write(self) -> None:
        """Open a note."""
        self.save(Note(text=TEXT, actor="p-1", effective="2026-11-23"))


class Library:
    """``Contender``."""

    def __init__(self, environment: dict[str, str]) -> None:
        """Open the application as ``environment`` says."""
        self._app = Notes(env=environment)

    @classmethod
    def on_sqlite(cls, folder: Path) -> Library:
        """Open it on a file."""
        name = str(folder / "library.db")
        module = "eventsourcing.sqlite"
        return cls({"PERSISTENCE_MODULE": module, "SQLITE_DBNAME": name})

    @classmethod
    def on_postgres(cls, url: str) -> Library:
        """Open it in an empty database."""
        where = conninfo_to_dict(url)
        return cls(
            {
                "PERSISTENCE_MODULE": "eventsourcing.postgres",
                "POSTGRES_DBNAME": str(where["dbname"]),
                "POSTGRES_HOST": str(where["host"]),
                "POSTGRES_PORT": str(where["port"]),
                "POSTGRES_USER": str(where["user"]),
                "POSTGRES_PASSWORD": "none",
            }
        )

    def write(self, times: int) -> None:
        """See ``Contender``."""
        asyncio.run(one_by_one(self._give, times))

    def write_together(self, times: int) -> None:
        """See ``Contender``."""
        asyncio.run(together(self._give, times))

    def replay(self, times: int) -> None:
        """See ``Contender``."""
        for start in range(1, times + 1, BATCH):
            stored = self._app.recorder.select_notifications(start, BATCH)
            for notification in stored:
                self._app.mapper.to_domain_event(notification)

    def close(self) -> None:
        """See ``Contender``."""
        self._app.close()

    async def _give(self) -> None:
        await asyncio.to_thread(self._app.write)
