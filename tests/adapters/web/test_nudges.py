"""Reminders on the page of the coordination."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


def reminded(here: Auenland) -> None:
    """Let Birkfeld be asked for something, by the Thursday after Easter."""
    here.say("p-kern", "Bitte an Birkfeld: Mengen liefern bis 1.4.")
    here.say("p-kern", "ja")
    here.faden.tick()


def later(here: Auenland) -> None:
    here.faden.tick(datetime(2027, 3, 31, 8, 0, tzinfo=UTC))
    here.faden.reactor.settle()


async def test_coordination_sees_what_will_come_and_what_came(
    here: Auenland, kern: Visitor
) -> None:
    assert "erinnern ist gerade niemand" in (await kern.get("/erinnerungen"))[1]
    await asyncio.to_thread(reminded, here)
    _, page = await kern.get("/erinnerungen")
    assert "Birkfeld: nur auf der Karte und im Überblick" in page
    assert "Do, 25.03." in page
    assert '<a href="/erinnerungen">' in (await kern.get("/meine"))[1]
    await asyncio.to_thread(later, here)
    _, page = await kern.get("/erinnerungen")
    assert "Birkfeld: gesendet an Frau Birke" in page
    assert "Birkfeld: eine Nachricht an die Koordination" in page


async def test_nobody_else_sees_the_list(vogt: Visitor) -> None:
    status, _ = await vogt.get("/erinnerungen")
    assert status == 404
    assert "/erinnerungen" not in (await vogt.get("/meine"))[1]
