"""eventsource-py: the peer of that name, asynchronous throughout.

It has nothing to wait with for a view, so no read-your-writes.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Coroutine
from contextlib import closing
from pathlib import Path
from typing import Final, TypeVar
from uuid import uuid4

from eventsource import (
    AggregateRepository,
    AggregateRoot,
    DomainEvent,
    InMemoryEventBus,
    PostgreSQLEventStore,
    SQLiteEventStore,
    create_async_engine,
    handles,
    register_event,
)
from eventsource.adapters.sql import DatabaseProjection, SQLCheckpointRepository
from eventsource.application.subscriptions import (
    SubscriptionConfig,
    SubscriptionManager,
)
from eventsource.migrations import get_schema
from psycopg.conninfo import conninfo_to_dict
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, async_sessionmaker

from tests.bench.contender import BATCH, TEXT, one_by_one, together

T = TypeVar("T")

NAME: Final = "eventsource-py"
LACKS: Final = {
    "sqlite": "nothing to wait for a view with",
    "postgresql": "no views, as PostgreSQL refuses its script for their positions",
}


@register_event
class Noted(DomainEvent):
    """Something was written down."""

    event_type: str = "Noted"
    aggregate_type: str = "Note"
    text: str
    effective: str


class Page(BaseModel):
    """What is written on a note."""

    text: str = ""


class Note(AggregateRoot[Page]):
    """A note."""

    aggregate_type = "Note"

    def write(self) -> None:
        """Write it down."""
        noted = Noted(
            aggregate_id=self.aggregate_id,
            aggregate_version=self.get_next_version(),
            actor_id="p-1",
            text=TEXT,
            effective="2026-11-23",
        )
        self.apply_event(noted)

    def _get_initial_state(self) -> Page:
        return Page()

    def _apply(self, event: DomainEvent) -> None:
        if isinstance(event, Noted):
            self._state = Page(text=event.text)


class Written(DatabaseProjection):
    """One row per note."""

    @handles(Noted)
    async def _noted(self, connection: AsyncConnection, event: Noted) -> None:
        row = {"stream": str(event.aggregate_id), "text": event.text}
        await connection.execute(
            text("INSERT INTO written VALUES (:stream, :text)"), row
        )


class EventsourcePy:
    """``Contender``; its connections live in one event loop."""

    def __init__(self, store: SQLiteEventStore | PostgreSQLEventStore) -> None:
        """Write to ``store``."""
        self._loop = asyncio.new_event_loop()
        self._store = store
        self._notes = AggregateRepository(
            event_store=self._store, aggregate_factory=Note, aggregate_type="Note"
        )

    @classmethod
    def on_postgres(cls, url: str) -> EventsourcePy:
        """Open it in an empty database."""
        where = conninfo_to_dict(url)
        place = f"{where['user']}@127.0.0.1:{where['port']}/{where['dbname']}"
        engine = create_async_engine(f"postgresql+asyncpg://{place}")
        return cls(PostgreSQLEventStore(engine, create_schema=True, owns_engine=True))

    def write(self, times: int) -> None:
        """See ``Contender``."""
        self._run(one_by_one(self._give, times))

    def write_together(self, times: int) -> None:
        """See ``Contender``."""
        self._run(together(self._give, times))

    def replay(self, times: int) -> None:
        """See ``Contender``."""

        async def read() -> None:
            seen = 0
            async for _ in self._store.read_all():
                seen += 1
            assert seen == times

        self._run(read())

    def close(self) -> None:
        """See ``Contender``."""
        self._run(self._store.close())
        self._loop.close()

    def _run(self, work: Coroutine[object, object, T]) -> T:
        return self._loop.run_until_complete(work)

    async def _give(self) -> None:
        note = self._notes.create_new(uuid4())
        note.write()
        await self._notes.save(note)


class OnFile(EventsourcePy):
    """``Projecting``, too."""

    def __init__(self, folder: Path) -> None:
        """Open it on a file, with views in another."""
        super().__init__(SQLiteEventStore(str(folder / "eventsource_py.db")))
        self._views = folder / "eventsource_py_views.db"

    def catch_up(self, times: int) -> None:
        """See ``Projecting``."""

        async def follow() -> None:
            engine = create_async_engine(f"sqlite+aiosqlite:///{self._views}")
            checkpoints = SQLCheckpointRepository(engine)
            manager = SubscriptionManager(self._store, InMemoryEventBus(), checkpoints)
            config = SubscriptionConfig(start_from="beginning", batch_size=BATCH)
            await manager.subscribe(Written(async_sessionmaker(engine)), config)
            await manager.start()  # returns when it has caught up
            async with engine.connect() as db:
                assert await db.scalar(text("SELECT count(*) FROM written")) == times
            await manager.stop()
            await engine.dispose()

        _empty(self._views)
        self._run(follow())


def _empty(file: Path) -> None:
    for old in file.parent.glob(f"{file.name}*"):
        old.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(get_schema("checkpoints", backend="sqlite"))
        connection.execute("CREATE TABLE written (stream TEXT PRIMARY KEY, text TEXT)")
