"""What goes next, and what coordination can do about it on the page."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime
from typing import Final
from uuid import uuid4

from core import hold
from core.text import Released
from projections import history
from tests.adapters.erasing.scene import promise
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

WAY: Final = "/loeschungen"
ITEM: Final = {"item": "commitment:Z1"}


def over(here: Auenland, *, offered: bool) -> None:
    """Let a promise be given up, and nearly ten years pass, or somewhat more."""
    promise(here)
    here.say("p-lange", "Z1 zurückziehen")
    here.say("p-lange", "ja")
    here.watch.now = datetime(2037, 2, 1, 3, tzinfo=UTC)
    if offered:
        here.watch.now = datetime(2037, 4, 1, 3, tzinfo=UTC)
        here.faden.tick()


def fields(what: str, **more: str) -> dict[str, str]:
    """Return a form of the page."""
    return {"ref": str(uuid4()), "what": what, **ITEM, **more}


def happened(here: Auenland, kind: type[object]) -> int:
    """Return how many entries of a kind there are."""
    return sum(isinstance(one.event, kind) for one in here.faden.store.journal.since(0))


async def test_coordination_sees_what_goes_and_keeps_it_longer(
    here: Auenland, kern: Visitor
) -> None:
    assert "Im nächsten halben Jahr läuft keine Frist ab." in (await kern.get(WAY))[1]
    await asyncio.to_thread(over, here, offered=False)
    await kern.enter("p-kern")
    _, page = await kern.get(WAY)
    assert "Z1: wird am Mi, 01.04.2037 dem Archiv angeboten" in page
    _, page = await kern.post(WAY, fields("hold", reason="Klage", until="31.12.2040"))
    assert "Z1: würde am Mi, 01.04.2037 fällig und ist gesperrt" in page
    _, page = await kern.post(WAY, fields("lift"))
    assert "Z1: wird am Mi, 01.04.2037 dem Archiv angeboten" in page
    assert happened(here, hold.Set) == happened(here, hold.Lifted) == 1


async def test_what_was_sent_twice_is_recorded_once(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(over, here, offered=True)
    await kern.enter("p-kern")
    _, page = await kern.get(WAY)
    assert re.search(r"Z1: dem Archiv angeboten, Antwort bis Do, 01\.10\.2037", page)
    form = fields("taken")
    await kern.post(WAY, form)
    many = happened(here, Released)
    assert many > 0
    _, page = await kern.post(WAY, form)
    assert happened(here, Released) == many
    assert "Z1: wird am Fr, 01.05.2037 gelöscht" in page


async def test_a_reason_is_needed_and_a_day_that_exists(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(over, here, offered=False)
    await kern.enter("p-kern")
    status, page = await kern.post(WAY, fields("hold", reason=" ", until="2040-12-31"))
    assert status == 409
    assert 'role="alert"' in page
    assert 'value="2040-12-31"' in page
    status, page = await kern.post(WAY, fields("hold", reason="Klage", until="31.2."))
    assert status == 409
    assert 'value="Klage"' in page
    assert "kein Tag" in page
    assert (await kern.post(WAY, fields("mow")))[0] == 400
    assert happened(here, hold.Set) == 0


async def test_nobody_else_decides(
    here: Auenland, vogt: Visitor, stranger: Visitor
) -> None:
    await asyncio.to_thread(promise, here)
    assert (await vogt.post(WAY, fields("hold", reason="Klage")))[0] == 404
    assert (await stranger.post(WAY, fields("hold", reason="Klage")))[0] == 403
    assert happened(here, hold.Set) == 0


async def test_why_something_is_kept_is_for_those_who_keep_it(
    here: Auenland, kern: Visitor
) -> None:
    await asyncio.to_thread(over, here, offered=False)
    await kern.enter("p-kern")
    await kern.post(WAY, fields("hold", reason="Klage anhängig"))
    _, page = await kern.get("/pruefung?liste=deletions")
    assert "Klage anhängig" in page
    with here.faden.reading() as db:
        for who, steps in (("p-kern", 1), ("p-vogt", 0), ("p-lange", 0)):
            viewer = here.faden.viewer(who)
            assert len(history.of(db, viewer, "hold:commitment:Z1")) == steps
