"""The desk of coordination on its page."""

from __future__ import annotations

import asyncio
import re
from html import unescape

from tests import energy
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland
from tests.bots.asked import opened


def kept(here: Auenland) -> None:
    """Let Lindgrund keep something for the county."""
    here.say("p-kern", "Bitte an Lindgrund: Schlammmengen bis 30.4.")
    here.say("p-kern", "ja")
    here.say("p-lange", "Z1 machen wir")
    here.say("p-lange", "ja")
    here.say("p-lange", "Z1 erledigt: liegt im Ordner")
    here.say("p-kern", "Z1 passt")
    here.say("p-kern", "ja")
    here.news("p-lindner")


def two_forums(here: Auenland) -> None:
    """Let the same thing be asked of two municipalities, in two forums."""
    energy.constitute(here)
    for line in (
        "Bitte an Lindgrund im Forum Wasser: Klärschlammmengen melden bis 30.4.",
        "Bitte an Birkfeld im Forum Energie: Klärschlamm trocknen bis 30.6.",
    ):
        here.say("p-kern", line)
        here.say("p-kern", "ja")


async def test_coordination_thanks_for_what_was_kept_once(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(kept, here)
    _, page = await kern.get("/schreibtisch")
    assert "Guten Tag, Frau Kern" in page
    assert 'action="/dank/Z1"' in page
    for _ in range(2):
        status, page = await kern.post("/dank/Z1", {})
        assert status == 200
        assert "Ihr Dank für Z1 ist unterwegs." in page
        assert 'action="/dank/Z1"' not in page
    await asyncio.to_thread(here.faden.reactor.settle)
    told = here.news("p-lindner")
    assert len([one for one in told if "dankt Ihnen für Z1" in one]) == 1
    assert "Kreis Auenland hat sich bedankt." in (await kern.get("/item/Z1"))[1]


async def test_what_is_not_kept_yet_is_not_thanked_for(
    here: Auenland, kern: Visitor, vogt: Visitor
) -> None:
    await asyncio.to_thread(here.say, "p-kern", "Bitte an Birkfeld: Pläne bis 30.4.")
    await asyncio.to_thread(here.say, "p-kern", "ja")
    assert (await kern.post("/dank/Z1", {}))[0] == 409
    assert (await kern.post("/dank/Z9", {}))[0] == 404
    assert (await vogt.post("/dank/Z1", {}))[0] == 409


async def test_nobody_else_has_a_desk(vogt: Visitor, stranger: Visitor) -> None:
    assert (await vogt.get("/schreibtisch"))[0] == 404
    assert "/schreibtisch" not in (await vogt.get("/"))[1]
    assert "nicht angemeldet" in (await stranger.get("/schreibtisch"))[1]
    assert (await stranger.post("/dank/Z1", {}))[0] == 403


async def test_the_desk_shows_at_once_what_has_changed(
    here: Auenland, kern: Visitor
) -> None:
    for n in range(1, 3):
        text = f"Bitte an Lindgrund: Pläne {n} bis 30.4."
        await asyncio.to_thread(here.say, "p-kern", text)
        await asyncio.to_thread(here.say, "p-kern", "ja")
        _, page = await kern.get("/schreibtisch")
        assert f'<td class="number">{n}</td>' in page


async def test_what_may_belong_together_is_asked_of_both_sides_or_set_apart(
    here: Auenland, kern: Visitor, vogt: Visitor
) -> None:
    await asyncio.to_thread(two_forums, here)
    _, page = await kern.get("/schreibtisch")
    assert "Beide nennen „Klärschlamm“." in page
    address = re.search(r'href="(/tun/abfrage[^"]+)"', page)
    assert address
    _, sheet = await kern.get(unescape(address[1]))
    assert ">Birkfeld, Lindgrund</textarea>" in sheet
    assert "Gehört das zusammen, und wer übernimmt was?" in sheet
    assert (await vogt.post("/passt-nicht", {"pair": "Z1 Z2"}))[0] == 404
    assert (await kern.post("/passt-nicht", {"pair": "Z1 Z9"}))[0] == 404
    _, page = await kern.post("/passt-nicht", {"pair": "Z1 Z2"})
    assert "Z1 + Z2: wird nicht mehr nebeneinander gezeigt" in page
    assert "Beide nennen" not in page
    _, page = await kern.post("/passt-nicht", {"pair": "Z1 Z2", "again": "1"})
    assert "Beide nennen" in page


async def test_an_ask_that_nobody_can_receive_is_in_nobodys_hands(
    here: Auenland, kern: Visitor
) -> None:
    _, page = await kern.get("/schreibtisch")
    assert "Um jeden offenen Faden kümmert sich jemand" in page
    opened(here)
    _, page = await kern.get("/schreibtisch")
    assert "Um jeden offenen Faden kümmert sich jemand" not in page
    assert "Bei Auenburg hat noch niemand ein Mandat" in page
