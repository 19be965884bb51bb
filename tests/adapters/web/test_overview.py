"""The page of the digest: the same words as in the chat, and what was sent."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from adapters.digesting import Digesting
from bots.message import Text
from tests.adapters.web.conftest import Visitor
from tests.bots.asked import opened
from tests.bots.digested import kept, newest, promised


def words(page: str) -> str:
    """Return what is read on a page."""
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


async def test_the_page_says_what_the_chat_says_and_each_line_leads_on(
    lange: Visitor,
) -> None:
    kept(lange.here)
    opened(lange.here)
    status, page = await lange.get("/ueberblick")
    assert status == 200
    lange.here.say("p-lange", "Überblick")
    message = newest(lange.here, "p-lange")
    assert message.title in page
    for part in message.parts:
        if isinstance(part, Text):
            assert part.plain.removesuffix(":") in words(page)
    for ref in ("Z1", "F1"):
        assert f'<a class="ref" href="/item/{ref}">{ref}</a>' in page
    assert re.findall(r"<h2>([^<]*)</h2>", page) == ["Danke", "Von Ihnen"]


async def test_without_anything_to_tell_it_says_so(lange: Visitor) -> None:
    _, page = await lange.get("/ueberblick")
    assert "Nichts wartet auf Sie" in page
    assert '<a href="/ueberblick" aria-current="page">Überblick</a>' in page


async def test_a_forum_is_one_click_away(lange: Visitor) -> None:
    kept(lange.here)
    _, page = await lange.get("/ueberblick")
    assert 'href="/ueberblick?forum=wasser"' in page
    _, page = await lange.get("/ueberblick?forum=wasser")
    assert "Schlammmengen 2024–26 – Lindgrund für Kreis Auenland. Danke!" in words(page)
    assert "nichts gehört" not in page
    status, _ = await lange.get("/ueberblick?forum=nirgends")
    assert status == 404


async def test_who_was_silent_is_read_by_coordination(kern: Visitor) -> None:
    kept(kern.here)
    _, page = await kern.get("/ueberblick?forum=wasser")
    assert "nichts gehört von Auenburg" in page


async def test_a_button_of_the_page_is_the_line_in_the_chat(lange: Visitor) -> None:
    promised(lange.here)
    _, page = await lange.get("/ueberblick")
    assert 'name="text" value="Überblick täglich"' in page
    ref = re.findall(r'name="ref" value="([^"]+)"', page)[-1]
    _, talk = await lange.post("/say", {"ref": ref, "text": "Überblick täglich"})
    assert "an den anderen Arbeitstagen" in talk


async def test_what_was_sent_can_be_read_again_with_its_entry(lange: Visitor) -> None:
    faden, watch = lange.here.faden, lange.here.watch
    promised(lange.here)
    for day in (19, 22):
        watch.now = datetime(2027, 3, day, 8, tzinfo=UTC)
        faden.worker.wait(faden.store.journal.head(), 10)
        Digesting(faden.store, faden.desk).tick(watch.now)
    faden.worker.wait(faden.store.journal.head(), 10)
    _, page = await lange.get("/ueberblick")
    assert "Was Ihnen geschickt wurde" in page
    assert "Guten Morgen, BM Lange." in page
    assert re.search(r"Eintrag \d+", page)


async def test_nobody_reads_a_page_without_signing_in(stranger: Visitor) -> None:
    _, page = await stranger.get("/ueberblick")
    assert "Überblick</h1>" not in page
