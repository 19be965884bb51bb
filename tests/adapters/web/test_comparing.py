"""Two days side by side on a page."""

from __future__ import annotations

from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland
from tests.bots.deciding import opened

REQUEST = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."


async def test_the_days_stand_side_by_side(kern: Visitor, here: Auenland) -> None:
    await kern.say(REQUEST)
    await kern.choose("Ja, bitten")
    here.watch.forward(days=2)
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    here.say("p-vogt", "Info: Neue Waage")
    status, page = await kern.get("/vergleich?von=2027-03-17&bis=2027-03-19")
    assert status == 200
    assert '<h2 id="k-new">Neu' in page
    changed = page.split('id="k-changed"')[1]
    assert "Klärschlammmengen" in changed
    assert "bis Fr, 30.04.2027" in changed
    assert "nichts davor wurde geändert" in page
    _, narrow = await kern.get("/vergleich?von=2027-03-17&bis=2027-03-19&org=steintal")
    assert "Nichts hat sich geändert." in narrow


async def test_without_days_the_last_weeks_are_compared(
    kern: Visitor, here: Auenland
) -> None:
    here.watch.forward(days=3)
    status, page = await kern.get("/vergleich")
    assert status == 200
    assert 'name="von" value="2027-03-17"' in page
    assert 'name="bis" value="2027-03-20"' in page


async def test_what_is_no_day_is_refused(kern: Visitor, stranger: Visitor) -> None:
    assert (await kern.get("/vergleich?von=gestern"))[0] == 400
    _, page = await stranger.get("/vergleich")
    assert "k-new" not in page


async def test_decisions_are_compared_and_replayed(
    kern: Visitor, here: Auenland
) -> None:
    opened(here)
    _, page = await kern.get("/vergleich?bis=2027-03-17&von=1&forum=wasser")
    assert 'href="/verlauf/B1">B1' in page.split('id="k-new"')[1]
    _, other = await kern.get("/vergleich?bis=2027-03-17&von=1&org=lindgrund")
    assert ">B1<" in other
    status, steps = await kern.get("/verlauf/B1?schritt=1")
    assert status == 200
    assert "Fassung 1 des Textes" in steps
    assert 'href="/item/B1"' in steps
    assert "/verlauf/B1" in (await kern.get("/item/B1"))[1]


async def test_across_a_lost_entry_nothing_is_compared_and_a_way_on_is_shown(
    kern: Visitor, here: Auenland
) -> None:
    lost = "DELETE FROM event WHERE position = 3"
    run = here.faden.store.writer.run
    run(lambda db: db.exec_driver_sql(lost).rowcount).result(20)
    status, page = await kern.get("/vergleich?von=2027-03-17&bis=2027-03-17")
    assert status == 500
    assert "Eintrag 3 fehlt oder ist nicht, was geschrieben wurde" in page
    assert "faden audit fsck" in page
