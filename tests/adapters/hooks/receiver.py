"""A receiver, which checks signatures with the library of the standard."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession, TCPConnector, web
from aiohttp.test_utils import TestServer
from standardwebhooks import Webhook

from adapters.hooks.caller import Caller
from adapters.hooks.reach import Reach, Resolver
from tests.auenland import Auenland

LOOPBACK = Reach(frozenset({"http"}), lambda address: address.is_loopback)


@dataclass
class Receiver:
    """What it got, and what it answers."""

    here: Auenland
    status: int = 200
    got: list[tuple[Mapping[str, str], bytes]] = field(default_factory=list)
    secret: str = ""
    url: str = ""
    came: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    ready: asyncio.Event = field(default_factory=asyncio.Event)  # to answer

    def __post_init__(self) -> None:
        self.ready.set()
        app = web.Application()
        app.router.add_post("/in", self._take)
        self.server = TestServer(app)

    async def start(self) -> None:
        """Listen, and be made known."""
        await self.server.start_server()
        self.url = str(self.server.make_url("/in"))
        office, head = (
            self.here.faden.store.office,
            self.here.faden.store.journal.head(),
        )
        made = office.hooks.make("p-kern", self.url, head, self.here.watch())
        self.secret = made.result()

    async def round(self) -> bool:
        """Let Faden call once."""
        caller = Caller(self.here.faden, LOOPBACK, "https://faden.example")
        connector = TCPConnector(resolver=Resolver(LOOPBACK))
        async with ClientSession(connector=connector) as session:
            return await caller.round(session)

    def read(self) -> list[dict[str, Any]]:
        """Return what it got, all of it verified."""
        library = Webhook(self.secret)
        return [library.verify(body, dict(headers)) for headers, body in self.got]

    async def _take(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.got.append((request.headers.copy(), body))
        self.came.put_nowait(body)
        await self.ready.wait()
        return web.Response(status=self.status)
