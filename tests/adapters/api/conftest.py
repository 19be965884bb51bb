"""Auenland on a loopback port, and other software with tokens of its people."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from aiohttp import ClientResponse, ClientSession
from aiohttp.test_utils import TestServer
from multidict import CIMultiDictProxy

from adapters.api.operation import PREFIX
from adapters.office.api_tokens import Scope
from adapters.web.app import build
from tests.auenland import Auenland, found

ALL = frozenset(Scope)


@dataclass(frozen=True)
class Said:
    """What came back."""

    status: int
    headers: CIMultiDictProxy[str]
    json: Any


@dataclass
class Software:
    """Somebody else's program with the token of a person, or with none."""

    here: Auenland
    server: TestServer
    session: ClientSession
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, **headers: str) -> Said:
        """Ask for something."""
        return await self.send("GET", path, **headers)

    async def post(self, path: str, body: object = None, **headers: str) -> Said:
        """Let something be done."""
        return await self.send("POST", path, body, **headers)

    async def send(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> Said:
        """Send a request; names of headers are written with ``_``."""
        async with self.open(method, path, body, **headers) as answer:
            return await _said(answer)

    def open(
        self, method: str, path: str, body: object = None, **headers: str
    ) -> AbstractAsyncContextManager[ClientResponse]:
        """Send a request and leave the answer open."""
        own = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        url = self.server.make_url(PREFIX + path)
        sent = {**own, **self.headers, **named}
        if isinstance(body, bytes):
            return self.session.request(method, url, data=BytesIO(body), headers=sent)
        return self.session.request(method, url, json=body, headers=sent)


async def _said(answer: ClientResponse) -> Said:
    raw = await answer.read()
    told = await answer.json(content_type=None) if raw else None
    return Said(answer.status, answer.headers, told)


Give: TypeAlias = Callable[..., Software]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


@pytest.fixture
async def server(here: Auenland) -> AsyncIterator[TestServer]:
    """The real application on a loopback port."""
    running = TestServer(build(here.faden))
    await running.start_server()
    yield running
    await running.close()


@pytest.fixture
async def software(here: Auenland, server: TestServer) -> AsyncIterator[Give]:
    """Gives software that acts as somebody, within some scopes."""
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(ClientSession())

        def give(person: str = "", scopes: frozenset[Scope] = ALL) -> Software:
            token = ""
            if person:
                tokens = here.faden.store.office.tokens
                token = tokens.give(person, "Kasse", scopes, here.watch()).result(10)
            return Software(here, server, session, token)

        yield give


@pytest.fixture
def kern(software: Give) -> Software:
    """Software of the coordinator."""
    return software("p-kern")


@pytest.fixture
def vogt(software: Give) -> Software:
    """Software of the mayor of Birkfeld."""
    return software("p-vogt")
