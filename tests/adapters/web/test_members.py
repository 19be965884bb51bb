"""Members and mandates on both clocks."""

from __future__ import annotations

from datetime import date

import pytest

from core import organisation, person
from core.organisation import Role
from core.ports import Card
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


async def test_both_clocks_can_be_set(kern: Visitor, here: Auenland) -> None:
    here.watch.forward(days=3)
    here.order("person:p-neu", person.Admit(), Card(name="Herr Neu"))
    mandate = organisation.GiveMandate(
        person="p-neu", role=Role.CLERK, until=date(2027, 3, 25)
    )
    here.order("organisation:birkfeld", mandate)
    status, page = await kern.get("/mitglieder")
    assert status == 200
    birkfeld = page.split("<strong>Birkfeld")[1].split("</li>")[0]
    assert "Mitglied" in birkfeld
    assert "Herr Neu" in birkfeld
    assert "bis Do, 25.03.2027" in birkfeld
    for way, known in (
        ("wirksam=2027-03-26", False),
        ("wirksam=2027-03-18", False),
        ("stand=2027-03-18&wirksam=2027-03-24", False),
        ("stand=2027-03-20&wirksam=2027-03-24", True),
    ):
        _, page = await kern.get(f"/mitglieder?{way}")
        there = page.split("<strong>Birkfeld")[1].split("</li>")[0]
        assert ("Herr Neu" in there) is known, way


async def test_the_page_names_both_clocks_and_the_checkpoint(kern: Visitor) -> None:
    _, page = await kern.get("/mitglieder?stand=2027-03-17&wirksam=2027-03-16")
    assert "Stand vom Mi, 17.03.2027" in page
    assert "wirksam am Di, 16.03.2027" in page
    assert "Noch deckt kein Prüfstand all das" in page
    assert "war niemand Mitglied" in page


async def test_what_is_no_day_is_refused(kern: Visitor, stranger: Visitor) -> None:
    status, page = await kern.get("/mitglieder?wirksam=morgen")
    assert status == 400
    assert "morgen ist kein Tag" in page
    assert "<strong>Birkfeld" not in (await stranger.get("/mitglieder"))[1]


@pytest.mark.parametrize("path", ["/item/Z1", "/zusagen?all=1", "/abfragen"])
async def test_items_and_lists_lead_to_earlier_states(kern: Visitor, path: str) -> None:
    await kern.say("Bitte an Birkfeld: Pläne bis 30.4.")
    await kern.choose("Ja, bitten")
    _, page = await kern.get(path)
    link = page.split('class="more" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "stand=2027-03-17" in link
    assert "Stand vom Mi, 17.03.2027" in (await kern.get(link))[1]
