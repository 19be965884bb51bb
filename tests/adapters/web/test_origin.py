"""Under which name our pages are called, and from where somebody comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestServer

from adapters.api.limits import Rate
from adapters.web.app import build
from adapters.web.machines import Machines
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

NAMED = "https://faden.auenland.example"
TOKEN = "long-enough-to-be-secret"  # noqa: S105  (of the test)


@pytest.fixture
async def kern(here: Auenland) -> AsyncIterator[Visitor]:
    """The coordinator, behind a proxy, at pages that have a name."""
    rate = Rate(burst=2, per_second=0.001)
    machines = Machines(rate=rate, metrics_token=TOKEN)
    app = build(here.faden, behind_proxy=True, pages=NAMED, machines=machines)
    running = TestServer(app)
    async with running, Visitor(here, running) as visitor:
        await visitor.enter("p-kern")
        yield visitor


async def test_an_address_that_is_handed_on_has_the_name_that_was_set(
    kern: Visitor,
) -> None:
    new = {"name": "Frau Neu", "org": "birkfeld", "role": "clerk", "ref": str(uuid4())}
    assert f"{NAMED}/enter/" in (await kern.post("/anfang/personen", new))[1]
    assert f"{NAMED}/abo/" in (await kern.post("/abos", {"kind": "mine"}))[1]
    assert f"{NAMED}/api/v1" in (await kern.get("/api"))[1]


async def test_behind_a_proxy_each_program_is_counted_alone(kern: Visitor) -> None:
    async def ask(n: int) -> int:
        address = {"X-Forwarded-For": f"192.0.2.{n}"}
        return (await kern.get("/api/v1/openapi.json", **address))[0]

    assert [await ask(n) for n in (1, 2, 3)] == [200, 200, 200]
    assert [await ask(1), await ask(1)] == [200, 429]


@pytest.mark.parametrize(
    "back",
    ["/zusagen\r\nSet-Cookie: faden=x", "/\x00", "/\t/evil.example", "//[", "/ü"],
)
async def test_no_odd_character_gets_into_a_header(kern: Visitor, back: str) -> None:
    fields = {"ref": str(uuid4()), "language": "de", "back": back}
    answer = await kern.send("/language", fields)
    assert answer.status == 200
    assert answer.url.path == "/"


async def test_odd_bytes_open_no_figures_and_break_nothing(kern: Visitor) -> None:
    reader, writer = await asyncio.open_connection(kern.server.host, kern.server.port)
    said = b"GET /metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \xff\xe4\r\n"
    writer.write(said + b"Connection: close\r\n\r\n")
    await writer.drain()
    assert (await reader.readline()).split()[1] == b"404"
    writer.close()
    await writer.wait_closed()
