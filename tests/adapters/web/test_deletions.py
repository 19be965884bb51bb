"""The register of deletions, and how a page tells that a text is gone."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from tests.adapters.erasing.scene import NEW, erase, promise
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


def named(here: Auenland, instead: str | None = None) -> None:
    """Let somebody be named, and let that go again."""
    promise(here)
    erase(here, instead)
    assert here.faden.erasing.carry_out()


async def test_coordination_reads_what_went_and_why(
    here: Auenland, kern: Visitor
) -> None:
    assert "Es wurde nichts gelöscht." in (await kern.get("/loeschungen"))[1]
    await asyncio.to_thread(named, here)
    _, page = await kern.get("/loeschungen")
    assert "gelöscht: Widerspruch der Person (Art. 17 Abs. 1 Buchst. c DSGVO)" in page
    assert "dem Archiv angeboten" in page
    assert "<li>Z1: " in page
    for path in ("/meine", "/beschluesse", "/hilfe"):
        assert '<a href="/loeschungen">' in (await kern.get(path))[1]


async def test_what_is_kept_longer_shows_at_once_and_can_be_lifted(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(promise, here)
    ref, item = str(uuid4()), "commitment:Z1"
    fields = {"ref": ref, "item": item, "what": "hold", "reason": "Klage anhängig"}
    _, page = await kern.post("/loeschungen", fields)
    assert "Z1: länger aufbewahrt, bis das aufgehoben wird" in page
    lift = {"ref": str(uuid4()), "item": item, "what": "lift"}
    _, page = await kern.post("/loeschungen", lift)
    assert "länger aufbewahrt" not in page


async def test_the_page_of_the_item_says_so_in_title_and_history(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(named, here)
    _, page = await kern.get("/item/Z1")
    assert page.lower().count("text gelöscht, grund: widerspruch der person") >= 2
    assert "Zwetschgenbaum" not in page


async def test_the_page_of_the_item_says_what_is_said_instead(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(named, here, NEW)
    _, page = await kern.get("/item/Z1")
    assert f"„{NEW}“ (neu gefasst, Grund: Berichtigung" in page
    assert "Zwetschgenbaum" not in page


async def test_nobody_else_sees_the_register(vogt: Visitor) -> None:
    status, _ = await vogt.get("/loeschungen")
    assert status == 404
    assert "/loeschungen" not in (await vogt.get("/meine"))[1]
