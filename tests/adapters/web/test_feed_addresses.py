"""Addresses of feeds: shown once, ended at any time, and for one person alone."""

from __future__ import annotations

import re

import feedparser

from core import organisation
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.subscribing import address, ask, events
from tests.auenland import Auenland


async def test_without_anything_feeds_are_empty_and_valid(vogt: Visitor) -> None:
    assert await events(vogt, await address(vogt)) == {}
    found = feedparser.parse((await vogt.get(await address(vogt, "decisions")))[1])
    assert not found.bozo
    assert found.entries == []


async def test_what_did_not_change_is_not_sent_again(
    here: Auenland, vogt: Visitor
) -> None:
    ask(here)
    path = await address(vogt)
    async with vogt.session.get(vogt.url(path)) as answer:
        tag = answer.headers["ETag"]
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert "private" in answer.headers["Cache-Control"]
    assert (await vogt.get(path, **{"If-None-Match": tag}))[0] == 304
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    assert (await vogt.get(path, **{"If-None-Match": tag}))[0] == 200


async def test_whoever_acts_for_nobody_gets_nothing_any_more(
    here: Auenland, vogt: Visitor
) -> None:
    ask(here)
    path = await address(vogt)
    here.order("organisation:birkfeld", organisation.EndMandate(person="p-vogt"))
    status, text = await vogt.get(path)
    assert status == 410
    assert "Schlammmengen" not in text


async def test_an_address_that_was_ended_or_never_was_shows_nothing(
    vogt: Visitor, kern: Visitor
) -> None:
    path = await address(vogt)
    other = path.replace(".ics", ".atom")
    assert (await vogt.get(other))[0] == 404
    _, page = await vogt.get("/abos")
    number = re.search(r'name="number" value="([0-9a-f]+)"', page)
    assert number is not None
    await kern.post("/abos/end", {"number": number[1]})  # somebody else's
    assert (await vogt.get(path))[0] == 200
    assert "zuletzt abgerufen am" in (await vogt.get("/abos"))[1]
    _, page = await vogt.post("/abos/end", {"number": number[1]})
    assert "Noch keine." in page
    assert (await vogt.get(path))[0] == 404


async def test_the_address_is_shown_once_and_stored_nowhere(
    here: Auenland, vogt: Visitor
) -> None:
    token = (await address(vogt)).removeprefix("/abo/").removesuffix(".ics")
    assert token not in (await vogt.get("/abos"))[1]
    here.faden.close()
    folder = here.faden.store.folder
    assert all(token.encode() not in file.read_bytes() for file in folder.iterdir())


async def test_there_are_not_more_addresses_than_anybody_needs(vogt: Visitor) -> None:
    for _ in range(20):
        await address(vogt)
    _, page = await vogt.post("/abos", {"kind": "mine", "forum": ""})
    assert 'role="alert"' in page


async def test_what_is_no_address_is_refused(vogt: Visitor, stranger: Visitor) -> None:
    for fields in ({"kind": "x"}, {"kind": "forum"}, {"kind": "region", "forum": "x"}):
        assert (await vogt.post("/abos", {"forum": "", **fields}))[0] == 400
    assert (await stranger.get("/abos"))[0] == 200
    assert (await stranger.post("/abos", {"kind": "mine"}))[0] == 403
    assert (await stranger.post("/abos/end", {"number": ""}))[0] == 403
