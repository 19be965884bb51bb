"""Auenland, whose county lets people sign in at a provider of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer

from adapters.oidc.provider import Provider
from adapters.web.door import Door
from tests.adapters.oidc.house import House, housing
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import open_door
from tests.auenland import Auenland, found

MAIL = "kern@kreis-auenland.example"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, where the coordinator has a mail address."""
    county = found(tmp_path / "data")
    identities = county.faden.store.office.identities
    identities.put_mail("p-kern", MAIL, county.watch()).result()
    yield county
    county.faden.close()


@pytest.fixture
async def house(here: Auenland) -> AsyncIterator[House]:
    """The provider."""
    async with housing(here.watch) as running:
        yield running


@pytest.fixture
async def server(here: Auenland, house: House) -> AsyncIterator[TestServer]:
    """The real application."""
    provider = Provider(house.access, here.watch)
    async with open_door(here, Door(provider=provider)) as running:
        yield running


class Guest(Visitor):
    """Somebody who signs in at the provider."""

    async def set_out(self) -> str:
        """Press the button; return where the browser is led."""
        address = self.url("/anmelden/haus")
        async with self.session.get(address, allow_redirects=False) as answer:
            return answer.headers.get("Location", "")

    async def come_back(self, code: str, state: str, more: str = "") -> tuple[int, str]:
        """Come back from the provider; return status and page."""
        return await self.get(f"/anmelden/zurueck?code={code}&state={state}{more}")

    async def sign_in(self, house: House) -> tuple[int, str]:
        """Go there, agree, come back."""
        return await self.come_back(*house.agree(await self.set_out()))


@pytest.fixture
async def guest(here: Auenland, server: TestServer) -> AsyncIterator[Guest]:
    """Somebody with a browser."""
    async with Guest(here, server) as visitor:
        yield visitor
