"""What a page says about small things is complete, and said in one way."""

from __future__ import annotations

import asyncio
import re
from uuid import uuid4

import feedparser

from adapters.office import FeedKind
from core import organisation
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland
from tests.bots.asked import opened


async def test_a_button_of_an_ask_acts_or_leads_to_its_form(kern: Visitor) -> None:
    await asyncio.to_thread(opened, kern.here)
    _, page = await kern.get("/item/F1")
    button = re.search(r'name="text" value="([^"]*)">Abfrage abbrechen</button>', page)
    assert button
    _, page = await kern.post("/say", {"ref": str(uuid4()), "text": button[1]})
    assert "Ja, abbrechen" in page
    _, page = await kern.get("/item/F1")
    for form in ("veroeffentlichen", "verlaengern", "schliessen"):
        assert f'href="/tun/{form}?ref=F1"' in page
    assert "say=F1%20schlie" not in page


async def test_a_bulk_reminder_names_what_it_is_about(
    here: Auenland, kern: Visitor
) -> None:
    for text in ("Bitte an Birkfeld: Messwerte bis 30.4.", "ja"):
        await asyncio.to_thread(here.say, "p-kern", text)
    _, page = await kern.get("/erinnern?pick=Z1")
    assert re.search(r'class="what">Messwerte</p>', page)


async def test_inhabitants_are_written_in_one_way(
    here: Auenland, kern: Visitor
) -> None:
    counted = organisation.UpdateInhabitants(inhabitants=3900, on=here.watch().date())
    here.order("organisation:lindgrund", counted)
    assert "3.900 Einwohner" in (await kern.get("/ort/lindgrund"))[1]
    assert ">3.900<" in (await kern.get("/region"))[1]


async def test_a_mandate_for_everything_says_so_in_the_table(kern: Visitor) -> None:
    _, text = await kern.get("/mitglieder.csv")
    (line,) = (one for one in text.splitlines() if "BM Lange" in one)
    assert ";alle;" in line.replace('"', "").replace(",", ";")


async def test_a_feed_without_decisions_is_as_old_as_the_region(
    here: Auenland, vogt: Visitor
) -> None:
    feeds = here.faden.store.office.feeds
    made = feeds.give("p-vogt", FeedKind.DECISIONS, "", here.watch())
    token = await asyncio.to_thread(made.result)
    found = feedparser.parse((await vogt.get(f"/abo/{token}.atom"))[1])
    assert found.feed.updated.startswith("2027-03-17")
    checkpoints = feedparser.parse((await vogt.get("/pruefstand.atom"))[1])
    assert checkpoints.feed.updated.startswith("2027-03-17")


async def test_what_waits_for_confirmation_ends_with_one_full_stop(
    here: Auenland, kern: Visitor
) -> None:
    for text in (
        "Bitte an Steintal: Pläne bis 30.4.",
        "ja",
        "Z1 zugesagt für Steintal, Telefon BM Roth",
        "ja",
    ):
        await asyncio.to_thread(here.say, "p-kern", text)
    _, page = await kern.get("/item/Z1")
    (notice,) = re.findall(r"Bestätigung durch Steintal[^<]*", page)
    assert notice.rstrip().endswith(".")
    assert ".." not in notice


async def test_a_day_is_picked_and_what_may_stay_empty_is_folded(
    kern: Visitor,
) -> None:
    _, page = await kern.get("/beschluesse")
    assert '<input type="date" name="field.until"' in page
    folded = page[page.index('<details class="older"') :]
    assert 'name="field.reasons"' in folded
    assert "wenn Sie mögen" not in page
    _, page = await kern.get("/tun/vorschlag")
    assert page.count("darf leer bleiben") > 3
