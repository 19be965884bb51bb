"""The real application with all its ways in, and what goes out to people."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp.test_utils import TestServer

from adapters.office.entering import token_for
from adapters.web.app import build
from adapters.web.door import Door
from adapters.web.signin import end_errands
from bots.message import Message
from tests.auenland import Auenland

MAIL = "Kern@Kreis-Auenland.example"


@asynccontextmanager
async def open_door(
    here: Auenland, door: Door, *, behind_proxy: bool = False
) -> AsyncIterator[TestServer]:
    """Serve the application, with ``door``."""
    app = build(here.faden, door=door, behind_proxy=behind_proxy)
    server = TestServer(app)
    await server.start_server()
    try:
        yield server
    finally:
        await server.close()


async def errands(server: TestServer) -> None:
    """Wait until all that was promised is done."""
    await end_errands(server.app)


def letters(here: Auenland, person: str, channel: str) -> list[str]:
    """Return what lies in the outbox for somebody, as it is stored."""
    posted = here.faden.store.office.outbox.thread(person, 0, 100, channel)
    return [str(one.letter.payload) for one in posted]


def link_in(here: Auenland, person: str, channel: str) -> str:
    """Return the token in the newest letter, as whoever brings it makes it."""
    office = here.faden.store.office
    posted = office.outbox.thread(person, 0, 100, channel)[-1]
    message = Message.model_validate(posted.letter.payload)
    return token_for(message, person, office.sessions, here.watch())


def forms(page: str) -> list[tuple[str, dict[str, str]]]:
    """Return where each form of a page goes, and its fields."""
    found = re.findall(r'<form[^>]*action="([^"]*)"[^>]*>(.*?)</form>', page, re.DOTALL)
    return [
        (action, dict(re.findall(r'name="([^"]+)" value="([^"]*)"', inside)))
        for action, inside in found
    ]
