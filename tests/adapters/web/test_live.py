"""Server-sent events: what changed, and from where one had got to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace

from aiohttp import ClientResponse
from aiohttp.test_utils import make_mocked_request
from structlog.testing import capture_logs

from adapters.web.live import Place, live
from tests.adapters.web.conftest import Visitor

REQUEST = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."


@asynccontextmanager
async def stream(visitor: Visitor, **headers: str) -> AsyncIterator[ClientResponse]:
    async with visitor.session.get(visitor.url("/live"), headers=headers) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/event-stream"
        yield answer


async def event(answer: ClientResponse) -> dict[str, str]:
    """Return the next event, pings left out."""
    async with asyncio.timeout(10):
        found: dict[str, str] = {}
        while True:
            line = (await answer.content.readline()).decode().rstrip("\n")
            if not line and found:
                return found
            name, _, value = line.partition(": ")
            if name:
                found[name] = value


async def test_the_first_event_names_the_place(kern: Visitor) -> None:
    async with stream(kern) as answer:
        first = await event(answer)
    assert first["event"] == "here"
    assert Place.read(first["id"])
    assert first["retry"] == "2000"


async def test_a_change_is_told_to_everybody_and_talk_only_to_its_person(
    kern: Visitor, vogt: Visitor
) -> None:
    async with stream(kern) as mine, stream(vogt) as other:
        await event(mine)
        await event(other)
        await kern.say("Hilfe")
        assert (await event(mine))["data"] == "talk"
        await kern.say("Info: neu")
        assert "board" in (await event(other))["data"]


async def test_whoever_comes_back_hears_what_was_missed(kern: Visitor) -> None:
    async with stream(kern) as answer:
        place = (await event(answer))["id"]
    await kern.say("Info: in der Zwischenzeit")
    async with stream(kern, **{"Last-Event-ID": place}) as answer:
        assert (await event(answer))["id"] == place
        missed = await event(answer)
    assert missed["event"] == "changed"
    assert missed["data"] == "board talk"
    assert missed["id"] != place


async def test_whoever_comes_back_hears_nothing_twice(kern: Visitor) -> None:
    await kern.say("Info: vorher")
    async with stream(kern) as answer:
        place = (await event(answer))["id"]
    async with stream(kern, **{"Last-Event-ID": place}) as answer:
        await event(answer)
        await kern.say("Hilfe")
        assert (await event(answer))["data"] == "talk"


async def test_the_page_names_the_place_it_shows(kern: Visitor) -> None:
    _, page = await kern.get("/")
    place = page.split('data-place="')[1].split('"')[0]
    await kern.say("Hilfe")
    async with kern.session.get(kern.url(f"/live?from={place}")) as answer:
        await event(answer)
        assert (await event(answer))["data"] == "talk"


async def test_nonsense_as_a_place_begins_at_the_present(kern: Visitor) -> None:
    for nonsense in ("x", "1.2", "1.2.3.4", "9" * 40):
        async with stream(kern, **{"Last-Event-ID": nonsense}) as answer:
            assert Place.read((await event(answer))["id"])


async def test_the_stream_ends_with_the_session(kern: Visitor, vogt: Visitor) -> None:
    async with stream(kern) as answer:
        await event(answer)
        cookies = {c.key: c.value for c in kern.session.cookie_jar}
        await kern.post("/leave", {})
        await vogt.say("Info: danach")
        async with asyncio.timeout(10):
            rest = await answer.content.read()
    assert cookies
    assert b"changed" not in rest


async def test_whoever_leaves_at_once_is_no_mistake_of_ours(kern: Visitor) -> None:
    host, port = kern.server.host, kern.server.port or 0
    jar = kern.session.cookie_jar.filter_cookies(kern.server.make_url("/"))
    cookie = jar.output(header="Cookie:", attrs=[], sep="\r\n")
    asked = f"GET /live HTTP/1.1\r\nHost: {host}:{port}\r\n{cookie}\r\n\r\n"
    with capture_logs() as logs:
        for _ in range(20):
            _, writer = await asyncio.open_connection(host, port)
            writer.write(asked.encode())
            writer.close()
        async with stream(kern) as answer:
            await event(answer)
    assert {entry["status"] for entry in logs} == {499}


async def test_whoever_left_while_we_looked_gets_no_stream(kern: Visitor) -> None:
    jar = kern.session.cookie_jar.filter_cookies(kern.server.make_url("/"))
    headers = {"Cookie": jar.output(header="", attrs=[], sep=";").strip()}
    line = SimpleNamespace(ssl_context=None, peername=None, sockname=None)
    app = kern.server.app
    gone = make_mocked_request("GET", "/live", headers, app=app, protocol=line)
    line.transport = None  # as aiohttp has it once somebody hung up
    async with asyncio.timeout(10):
        answer = await live(gone)
    assert answer.content_type != "text/event-stream"
