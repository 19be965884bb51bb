"""What whoever examines looks at is noted before they see it, and shown to others."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestServer

from adapters.office.purge import LOOKUPS
from core import organisation
from core.facts import Power
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

AFTERWARDS = datetime(2031, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
async def auditor(here: Auenland, server: TestServer) -> AsyncIterator[Visitor]:
    """The auditor, signed in."""
    here.say("p-lange", "Bitte an Birkfeld: Pläne bis 30.4.")
    here.say("p-lange", "ja")
    async with Visitor(here, server) as visitor:
        await visitor.enter("p-pruefer")
        yield visitor


def looked(here: Auenland, who: str = "p-pruefer") -> Iterator[str]:
    """Yield what somebody looked at, the newest first."""
    for one in here.faden.store.office.lookups.newest(100):
        if one.person == who:
            yield one.what


async def test_every_page_of_an_auditor_is_noted(
    auditor: Visitor, here: Auenland
) -> None:
    for path in ("/item/Z1", "/pruefung?liste=exports", "/suche?q=Geheim", "/item/Z9"):
        await auditor.get(path)
    assert [*looked(here)][:3] == ["/suche", "/pruefung?liste=exports", "/item/Z1"]
    here.say("p-pruefer", "status Z1")
    assert next(looked(here)) == "chat (web)"


async def test_coordination_and_the_auditor_see_what_was_looked_at(
    auditor: Visitor, kern: Visitor, vogt: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await auditor.get("/item/Z1")
    for visitor in (auditor, kern):
        _, page = await visitor.get("/pruefung?liste=lookups")
        assert "/item/Z1" in page
        assert "Herr Prüfer" in page
    assert (await vogt.get("/pruefung?liste=lookups"))[0] == 404
    monkeypatch.setattr("adapters.web.examining.SHOWN", 1)
    _, page = await kern.get("/pruefung?liste=lookups")
    link = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "/item/Z1" in (await kern.get(link))[1]


async def test_nobody_else_is_noted(
    kern: Visitor, vogt: Visitor, here: Auenland
) -> None:
    for visitor in (kern, vogt):
        await visitor.get("/item/Z1")
        await visitor.get("/meine")
    here.say("p-vogt", "status Z1")
    assert here.faden.store.office.lookups.newest(9) == []


async def test_whatever_else_an_auditor_is_every_look_is_noted(
    vogt: Visitor, here: Auenland
) -> None:
    both = organisation.GiveMandate(
        person="p-vogt",
        role=organisation.Role.MAYOR,
        powers=frozenset({Power.ANSWER, Power.AUDIT}),
        until=here.watch().date(),
    )
    here.order("organisation:birkfeld", both)
    for path in ("/zusagen", "/suche?q=Geheim", "/zusagen.csv", "/person"):
        await vogt.get(path)
    here.say("p-vogt", "status Z1")
    ways = ["chat (web)", "/zusagen.csv", "/suche", "/zusagen"]
    assert [*looked(here, "p-vogt")] == ways


async def test_after_the_last_day_nothing_is_shown(
    auditor: Visitor, here: Auenland
) -> None:
    assert (await auditor.get("/pruefung"))[0] == 200
    here.watch.now = AFTERWARDS
    await auditor.enter("p-pruefer")
    assert (await auditor.get("/pruefung"))[0] == 404
    assert (await auditor.get("/item/Z1"))[0] == 404


def test_looks_are_kept_for_three_years(here: Auenland) -> None:
    office, now = here.faden.store.office, here.watch()
    office.lookups.note("p-pruefer", "/pruefung", now).result()
    office.purge(now + LOOKUPS).result()
    assert [*looked(here)] == ["/pruefung"]
    office.purge(now + LOOKUPS + timedelta(seconds=1)).result()
    assert [*looked(here)] == []
