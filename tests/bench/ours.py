"""Ours: store, writer and worker, as the program uses them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Column, MetaData, String, Table, select

from adapters.store import Store
from adapters.views import close_views, open_views
from core.ports import Answer, Recorded
from projections import view as views
from projections.rows import Rows
from projections.view import View
from projections.worker import Worker
from tests.adapters.notebook import Noted, Write, order
from tests.bench.contender import TEXT, one_by_one, together

_WRITTEN: Final = Table(
    "written",
    MetaData(),
    Column("stream", String, primary_key=True),
    Column("text", String),
)


def _fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    for recorded in batch:
        if isinstance(recorded.event, Noted):
            text = recorded.event.text.text
            rows.add(_WRITTEN, {"stream": recorded.stream, "text": text})


WRITTEN: Final = View("written.v1", (_WRITTEN,), _fold)


class Ours:
    """``Contender``, ``Projecting`` and ``Waiting``."""

    def __init__(self, store: Store, views_file: Path) -> None:
        """Write into ``store``; keep one view."""
        self.store = store
        self._engine = open_views(views_file, store.server)
        views.prepare(self._engine, WRITTEN)

    def write(self, times: int) -> None:
        """See ``Contender``."""
        asyncio.run(one_by_one(self._give, times))

    def write_together(self, times: int) -> None:
        """See ``Contender``."""
        asyncio.run(together(self._give, times))

    def replay(self, times: int) -> None:
        """See ``Contender``."""
        for _ in zip(range(times), self.store.journal.since(0), strict=False):
            pass

    def catch_up(self, times: int) -> None:
        """See ``Projecting``."""
        views.reset(self._engine, WRITTEN)
        assert Worker(self.store.journal, self._engine, [WRITTEN]).catch_up() == times

    def read_back(self, times: int) -> None:
        """See ``Waiting``."""
        worker = Worker(self.store.journal, self._engine, [WRITTEN])
        worker.catch_up()
        worker.start()
        self.store.journal.on_commit(lambda _position: worker.wake())
        for _ in range(times):
            answer = self.store.journal.submit(order(Write((TEXT,)))).result(20)
            assert worker.wait(answer.position, 20)
            with self._engine.connect() as db:
                wanted = select(_WRITTEN.c.text).where(
                    _WRITTEN.c.stream == answer.stream
                )
                assert db.scalar(wanted) == TEXT
        worker.close()

    def close(self) -> None:
        """See ``Contender``."""
        close_views(self._engine, self.store.server)
        self.store.close()

    async def _give(self) -> Answer:
        return await self.store.journal.give(order(Write((TEXT,))))
