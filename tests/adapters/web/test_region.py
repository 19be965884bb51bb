"""The region, its organisations, who sits where, and what is due."""

from __future__ import annotations

import asyncio
import re

from adapters import reference
from adapters.founding.foundation import lay
from adapters.founding.official import foundation
from adapters.reference import outlines
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


async def test_an_organisation_has_a_page_of_its_own(kern: Visitor) -> None:
    await kern.say("Bitte an Lindgrund: Schlammmengen bis 30.4.")
    await kern.choose("Ja, bitten")
    _, page = await kern.get("/ort/lindgrund")
    for said in ("BM Lange", "Frau Lindner", "Schlammmengen", "stimmberechtigt"):
        assert said in page
    assert "Noch ist kein Gremium bekannt." in page
    assert (await kern.get("/ort/nirgends"))[0] == 404


async def test_only_its_own_people_name_its_devices(
    kern: Visitor, lange: Visitor
) -> None:
    assert "/tun/geraete" in (await lange.get("/ort/lindgrund"))[1]
    assert "/tun/geraete" not in (await kern.get("/ort/lindgrund"))[1]


async def test_strangers_see_no_place(stranger: Visitor) -> None:
    for path in ("/region", "/beteiligung", "/termine", "/ort/lindgrund"):
        assert "nicht angemeldet" in (await stranger.get(path))[1]


async def test_who_sits_where_is_said_in_words_too(kern: Visitor) -> None:
    _, page = await kern.get("/beteiligung")
    assert page.count('<span class="hidden">stimmberechtigt</span>') == 5
    assert '<span class="hidden">lädt ein</span>' in page
    assert '<h2 id="t-forums">Je Forum: Sitze und Namen ändern</h2>' in page
    assert '<span class="soft">lädt ein</span>' in page


async def test_what_is_due_stands_in_its_week(kern: Visitor, vogt: Visitor) -> None:
    assert "steht nichts an" in (await kern.get("/termine"))[1]
    await kern.say("Bitte an Lindgrund: Schlammmengen bis 30.4.")
    await kern.choose("Ja, bitten")
    _, page = await kern.get("/termine")
    assert "Woche ab Mo, 26.04." in page
    assert "erbeten bis dahin" in page
    assert "<span>Lindgrund für Kreis Auenland</span>" in page
    assert "am Zug" not in page
    assert "steht nichts an" in (await vogt.get("/termine?meine"))[1]


def test_every_municipality_of_the_directory_has_its_outline() -> None:
    directory = reference.read(reference.extract())
    drawn = {one.ags for one in outlines.drawing().outlines}
    assert {place.ags for place in directory.municipalities} <= drawn
    for one in outlines.drawing().outlines:
        x, y = one.middle
        assert 0 < x < outlines.drawing().width
        assert 0 < y < outlines.drawing().height


async def test_the_map_shows_who_has_come_how_far(
    here: Auenland, kern: Visitor
) -> None:
    directory = reference.read(reference.extract())
    await asyncio.to_thread(lay, here.faden, foundation(directory, "Auenland"))
    _, page = await kern.get("/region")
    assert page.count('<path class="area invited"') == 16
    assert "<title>Eschwege: eingeladen</title>" in page
    assert "GeoBasis-DE / BKG 2021" in page


async def test_weeks_further_off_are_folded_and_say_how_much_is_in_them(
    kern: Visitor,
) -> None:
    for line in ("Pumpe bis 19.3.", "Pläne bis 26.3.", "Mengen bis 29.4."):
        await kern.say(f"Bitte an Lindgrund: {line}")
        await kern.choose("Ja, bitten")
    _, page = await kern.get("/termine")
    opened = re.findall(r'<details class="week"( open)?>', page)
    assert opened == [" open", " open", ""]
    assert page.count('<span class="count">1</span></summary>') == 3
