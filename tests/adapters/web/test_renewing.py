"""After an update the views are put in order; the page says so, and nothing is lost."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp.test_utils import TestServer

from adapters.main import FILE, Faden
from adapters.web.app import build
from bots.heard import TextSaid
from core.ports import Via
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


@contextmanager
def updated(here: Auenland) -> Iterator[None]:
    """Open the folder with views of another version, which cannot be renewed yet."""
    folder = here.faden.store.folder
    here.faden.close()
    views = sqlite3.connect(folder / FILE, isolation_level=None)
    views.execute("UPDATE view SET version = 'v0' WHERE name = 'people'")
    views.execute("BEGIN IMMEDIATE")
    here.faden = Faden.open(folder, clock=here.watch, demo=True)
    yield
    views.execute("ROLLBACK")
    views.close()
    assert here.faden.worker.wait(here.faden.store.journal.head(), 20)


async def test_the_page_says_how_far_it_is_and_comes_back(here: Auenland) -> None:
    with updated(here):
        server = TestServer(build(here.faden))
        await server.start_server()
        async with Visitor(here, server) as visitor:
            async with visitor.session.get(visitor.url("/")) as answer:
                assert answer.status == 503
                assert answer.headers["Refresh"] == answer.headers["Retry-After"] == "3"
                page = await answer.text()
            assert "Gleich wieder da" in page
            assert "0 % sind fertig" in page
            said = {"ref": "a", "text": "Hilfe"}
            answer = await visitor.send("/say", said)
            assert answer.status == 503
            assert "Refresh" not in answer.headers
    async with Visitor(here, server) as visitor:
        assert (await visitor.get("/"))[0] == 200
    await server.close()


async def test_what_was_heard_waits_for_the_views(here: Auenland) -> None:
    with updated(here):
        heard = TextSaid(ref="m", person="p-kern", via=Via.WEB, text="Hilfe")
        assert here.faden.hear(heard)
        assert not here.faden.settled("m", 1.5)
    assert await asyncio.to_thread(here.faden.settled, "m", 10)
    assert here.faden.store.office.stuck.all() == []
