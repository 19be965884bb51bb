"""Events: everything that is recorded, once, from where one had got to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientResponse

from adapters.api import events
from tests.adapters.api.conftest import Give, Software
from tests.adapters.api.test_commands import request


@asynccontextmanager
async def stream(
    who: Software, query: str = "", **headers: str
) -> AsyncIterator[ClientResponse]:
    async with who.open("GET", f"/events{query}", **headers) as answer:
        assert answer.status == 200
        assert answer.content_type == "text/event-stream"
        assert await answer.content.readline() == b"retry: 2000\n"
        await answer.content.readline()
        yield answer


async def event(answer: ClientResponse) -> dict[str, Any]:
    """Return the next event; comments are left out."""
    found: dict[str, Any] = {}
    async with asyncio.timeout(10):
        while line := (await answer.content.readline()).decode():
            name, _, value = line.rstrip("\n").partition(": ")
            if not line.strip() and found:
                return {**found, "data": json.loads(found["data"])}
            if name:
                found[name] = value
    raise EOFError


async def test_news_come_as_they_are_recorded(kern: Software, vogt: Software) -> None:
    async with stream(vogt) as mine:
        ref = await request(kern)
        first = await event(mine)
        assert first["event"] == "commitment.requested.v2"
        assert first["data"]["ref"] == ref
        assert first["data"]["texts"]["what"] == "Klärschlammmengen liefern"
        assert int(first["id"]) == first["data"]["position"]
        await vogt.post(f"/commitments/{ref}/promise")
        assert (await event(mine))["event"] == "commitment.promised.v1"


async def test_whoever_comes_back_hears_what_was_missed(kern: Software) -> None:
    async with stream(kern) as mine:
        await request(kern)
        last = (await event(mine))["id"]
    await request(kern)
    for back in ({"Last_Event_ID": last}, {}):
        query = "" if back else f"?after={last}"
        async with stream(kern, query, **back) as mine:
            assert (await event(mine))["data"]["ref"] == "Z2"


async def test_from_the_beginning_nothing_is_left_out(kern: Software) -> None:
    await request(kern)
    head = kern.here.faden.store.journal.head()
    async with stream(kern, "?seconds=0", Last_Event_ID="0") as mine:
        told = [int((await event(mine))["id"]) for _ in range(head)]
        assert told == list(range(1, head + 1))
        with pytest.raises(EOFError):
            await event(mine)


async def test_nobody_hears_what_they_may_not_see(
    kern: Software, software: Give
) -> None:
    closed = {"acting": {"org": "kreis", "circle": "nichtöffentlich"}}
    async with stream(software("p-lange")) as mine:
        await request(kern, **closed)
        await request(kern)
        assert (await event(mine))["data"]["ref"] == "Z2"


async def test_a_stream_ends_with_its_token(
    vogt: Software, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "BEAT", 0.05)
    async with stream(vogt) as mine:
        assert await mine.content.readline() == b": there\n"
        tokens = vogt.here.faden.store.office.tokens
        tokens.revoke("p-vogt", tokens.of("p-vogt")[0].id).result(10)
        with pytest.raises(EOFError):
            await event(mine)


async def test_a_stream_ends_when_the_server_does(kern: Software) -> None:
    async with stream(kern) as mine:
        closing = asyncio.ensure_future(kern.server.close())
        with pytest.raises(EOFError):
            await event(mine)
        await closing


@pytest.mark.parametrize("last", ["-1", "x", "99999999", ""])
async def test_an_id_that_was_never_given_is_refused(kern: Software, last: str) -> None:
    said = await kern.get("/events", Last_Event_ID=last, Accept="text/event-stream")
    assert (said.status, said.json["code"]) == (400, "header_invalid")


async def test_a_stream_is_asked_for_as_such(kern: Software, software: Give) -> None:
    said = await kern.get("/events", Accept="application/json")
    assert (said.status, said.json["code"]) == (406, "not_acceptable")
    assert (await software().get("/events")).status == 401
    assert (await kern.get("/events?seconds=-1")).status == 422
