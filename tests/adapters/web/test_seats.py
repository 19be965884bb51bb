"""Seats, names and mandates change on pages, by whoever coordinates."""

from __future__ import annotations

from uuid import uuid4

from core.texts import LABEL_LIMIT
from projections import people
from projections.viewer import MACHINE
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

SEAT, NAME = "/beteiligung/sitz", "/beteiligung/name"
WATER = {"forum": "wasser"}


def sent(**fields: str) -> dict[str, str]:
    return {"ref": str(uuid4()), **fields}


def seats(here: Auenland) -> dict[str, str]:
    with here.faden.reading() as db:
        return {one.org: one.seat for one in people.seats(db, "wasser")}


async def test_a_later_member_gets_a_seat_and_loses_it(
    here: Auenland, kern: Visitor
) -> None:
    for seat, left in (("observe", "observe"), ("vote", "vote"), ("none", None)):
        fields = sent(org="kreis", seat=seat, **WATER)
        status, page = await kern.post(SEAT, fields)
        assert (status, "Gespeichert." in page) == (200, True)
        assert seats(here).get("kreis") == left
        assert '<details class="older" id="f-wasser" open>' in page


async def test_a_seat_that_is_refused_says_why(here: Auenland, kern: Visitor) -> None:
    before = seats(here)
    for fields in (
        {"org": "nirgends", "seat": "vote"},
        {"org": "kreis", "seat": "throne"},
        {"org": "", "seat": "vote"},
    ):
        status, page = await kern.post(SEAT, sent(**fields, **WATER))
        assert (status, 'role="alert"' in page) == (409, True)
    assert seats(here) == before


async def test_a_forum_gets_another_name_and_stays_the_same(
    here: Auenland, kern: Visitor
) -> None:
    await kern.post(NAME, sent(name="Forum Wasser und Energie", **WATER))
    with here.faden.reading() as db:
        (row,) = people.forums(db, MACHINE)
    assert (row.forum, row.name) == ("wasser", "Forum Wasser und Energie")
    assert "Forum Wasser und Energie" in (await kern.get("/?forum=wasser"))[1]
    await kern.get("/suche?q=Energie")
    assert "Forum Wasser und Energie" in (await kern.get("/suche?q=Energie"))[1]


async def test_a_name_that_is_taken_or_too_long_comes_back(
    here: Auenland, kern: Visitor
) -> None:
    opened = {"name": "Bauen", "purpose": "Gemeinsam", "days": "56"}
    await kern.post("/anfang/forum", sent(**opened))
    status, page = await kern.post(NAME, sent(name="bauen", **WATER))
    assert (status, 'value="bauen"' in page) == (409, True)
    long = "x" * (LABEL_LIMIT + 1)
    status, page = await kern.post(NAME, sent(name=long, **WATER))
    assert (status, f'value="{long}"' in page) == (409, True)
    assert str(LABEL_LIMIT) in page
    with here.faden.reading() as db:
        assert "Bauen" in [row.name for row in people.forums(db, MACHINE)]


async def test_a_forum_opened_under_an_earlier_name_is_another_one(
    here: Auenland, kern: Visitor
) -> None:
    opened = {"name": "Bauen", "purpose": "Gemeinsam", "days": "56"}
    await kern.post("/anfang/forum", sent(**opened))
    await kern.post(NAME, sent(forum="bauen", name="Planen"))
    await kern.post("/anfang/forum", sent(**opened))
    with here.faden.reading() as db:
        names = {row.name for row in people.forums(db, MACHINE)}
    assert {"Planen", "Bauen"} <= names


async def test_a_mandate_ends_after_a_question(here: Auenland, kern: Visitor) -> None:
    _, page = await kern.get("/mitglieder")
    assert "/mitglieder/ende?org=lindgrund&amp;person=p-lange" in page
    ending = {"org": "lindgrund", "person": "p-lange"}
    _, page = await kern.get("/mitglieder/ende?org=lindgrund&person=p-lange")
    assert "Soll BM Lange nicht mehr für Lindgrund handeln?" in page
    with here.faden.reading() as db:
        assert people.mandates_of(db, "p-lange", here.faden.today())
    status, page = await kern.post("/mitglieder/ende", sent(**ending))
    assert (status, "BM Lange, " in page) == (200, False)
    with here.faden.reading() as db:
        assert not people.mandates_of(db, "p-lange", here.faden.today())


async def test_the_last_who_coordinates_goes_on(here: Auenland, kern: Visitor) -> None:
    path = "/mitglieder/ende?org=kreis&person=p-kern"
    status, page = await kern.get(path)
    assert (status, "niemand sonst koordiniert" in page) == (200, True)
    ending = sent(org="kreis", person="p-kern")
    assert (await kern.post("/mitglieder/ende", ending))[0] == 409
    with here.faden.reading() as db:
        assert people.coordinators(db, here.faden.today())


async def test_only_coordination_changes_anything(vogt: Visitor, kern: Visitor) -> None:
    ways = (SEAT, NAME, "/mitglieder/ende")
    for path in ways:
        assert (await vogt.post(path, sent(**WATER)))[0] == 404
    for path in ("/beteiligung", "/mitglieder", "/"):
        _, page = await vogt.get(path)
        assert not [way for way in ways if way in page]
    assert (await vogt.get("/mitglieder/ende?org=lindgrund&person=p-lange"))[0] == 404
    assert (await kern.get("/mitglieder/ende?org=lindgrund&person=p-vogt"))[0] == 404
    assert (await kern.post(NAME, sent(forum="nirgends", name="x")))[0] == 404
    assert "/beteiligung?forum=wasser" in (await kern.get("/"))[1]
