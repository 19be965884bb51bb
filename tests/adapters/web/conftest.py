"""The web face of Auenland on a loopback port, and browsers without a screen."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar
from aiohttp.test_utils import TestServer

from adapters.web.app import build
from tests.auenland import Auenland, found


class Visitor:
    """Somebody with cookies and without script."""

    def __init__(self, here: Auenland, server: TestServer) -> None:
        self.here = here
        self.server = server
        self.session = ClientSession(cookie_jar=CookieJar(unsafe=True))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.session.close()

    def url(self, path: str) -> str:
        """Return the whole address of ``path``."""
        return str(self.server.make_url("/")).rstrip("/") + path

    async def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Return status and text of a page."""
        async with self.session.get(self.url(path), headers=headers) as answer:
            return answer.status, await answer.text()

    async def post(
        self, path: str, fields: dict[str, str], **headers: str
    ) -> tuple[int, str]:
        """Post a form; return status and text of what follows."""
        answer = await self.send(path, fields, **headers)
        return answer.status, await answer.text()

    async def send(
        self, path: str, fields: dict[str, str], **headers: str
    ) -> ClientResponse:
        """Post as a form on our own page does; headers may say otherwise."""
        own = {"Origin": self.url(""), "Sec-Fetch-Site": "same-origin", **headers}
        sent = {name: value for name, value in own.items() if value}
        async with self.session.post(
            self.url(path), data=fields, headers=sent
        ) as answer:
            await answer.read()
            return answer

    async def enter(self, person: str) -> None:
        """Come in by a one-time link."""
        sessions = self.here.faden.store.office.sessions
        token = sessions.link(person, self.here.watch()).result()
        status, _ = await self.post(f"/enter/{token}", {})
        assert status == 200

    async def say(self, text: str) -> str:
        """Type a line; return the page that follows."""
        _, page = await self.post("/say", {"ref": str(uuid4()), "text": text})
        return page

    async def choose(self, label: str) -> str:
        """Press the newest button called ``label``; return the page that follows."""
        _, page = await self.get("/")
        for form in reversed(
            re.findall(r'<form class="choices".*?</form>', page, re.DOTALL)
        ):
            button = re.search(
                rf'value="([^"]*)"[^>]*>{re.escape(label)}</button>', form
            )
            if button:
                fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
                fields["choice"] = button[1]
                return (await self.post("/choose", fields))[1]
        raise AssertionError(label)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded."""
    county = found(tmp_path / "data", forum_name="Strategisches Forum Wasser")
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
async def stranger(here: Auenland, server: TestServer) -> AsyncIterator[Visitor]:
    """Somebody who is not signed in."""
    async with Visitor(here, server) as visitor:
        yield visitor


@pytest.fixture
async def kern(here: Auenland, server: TestServer) -> AsyncIterator[Visitor]:
    """The coordinator, signed in."""
    async with Visitor(here, server) as visitor:
        await visitor.enter("p-kern")
        yield visitor


@pytest.fixture
async def vogt(here: Auenland, server: TestServer) -> AsyncIterator[Visitor]:
    """The mayor of Birkfeld, signed in."""
    async with Visitor(here, server) as visitor:
        await visitor.enter("p-vogt")
        yield visitor


@pytest.fixture
async def lange(here: Auenland, server: TestServer) -> AsyncIterator[Visitor]:
    """The mayor of Lindgrund, signed in."""
    async with Visitor(here, server) as visitor:
        await visitor.enter("p-lange")
        yield visitor
