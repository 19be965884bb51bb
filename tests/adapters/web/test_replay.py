"""The page that leads from step to step, with and without script."""

from __future__ import annotations

import re

import pytest

from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

REQUEST = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."


@pytest.fixture
async def promised(kern: Visitor, vogt: Visitor, here: Auenland) -> Visitor:
    """Asked on the 17th, promised on the 19th; the coordinator looks."""
    await kern.say(REQUEST)
    await kern.choose("Ja, bitten")
    here.watch.forward(days=2)
    await vogt.say("Z1 machen wir")
    await vogt.choose("Ja, zusagen")
    return kern


def opened(page: str) -> list[str]:
    """Return the number of the step that is open."""
    return re.findall(r'data-number="(\d+)" class="open"', page)


async def test_the_item_leads_to_its_steps(promised: Visitor) -> None:
    assert 'href="/verlauf/Z1"' in (await promised.get("/item/Z1"))[1]
    status, page = await promised.get("/verlauf/z1")
    assert status == 200
    assert opened(page) == ["2"]
    assert "Schritt 2 von 2" in page
    assert "bisher unverändert" in page
    assert "Wortlaut: wie versiegelt" in page


async def test_links_lead_on_and_back(promised: Visitor) -> None:
    _, page = await promised.get("/verlauf/Z1?schritt=1")
    assert opened(page) == ["1"]
    link = re.search(r'rel="next" href="([^"]*)"', page)
    assert link is not None
    _, page = await promised.get(link[1])
    assert opened(page) == ["2"]


async def test_no_step_is_offered_beyond_the_ends(promised: Visitor) -> None:
    hidden = re.compile(r'id="(back|on)" rel="\w+" hidden')
    assert hidden.findall((await promised.get("/verlauf/Z1?schritt=1"))[1]) == ["back"]
    assert hidden.findall((await promised.get("/verlauf/Z1?schritt=2"))[1]) == ["on"]


@pytest.mark.parametrize(
    ("asked", "step"), [("0", "1"), ("99", "2"), ("x", "2"), ("9" * 10, "2")]
)
async def test_a_step_beyond_is_the_nearest(
    promised: Visitor, asked: str, step: str
) -> None:
    assert opened((await promised.get(f"/verlauf/Z1?schritt={asked}"))[1]) == [step]


async def test_an_earlier_state_has_fewer_steps(promised: Visitor) -> None:
    _, page = await promised.get("/verlauf/Z1?stand=2027-03-18")
    assert "Schritt 1 von 1" in page
    assert "Stand vom Do, 18.03.2027" in page
    assert "stand=2027-03-18" in page.split('rel="next"')[1].split(">")[0]
    assert (await promised.get("/verlauf/Z1?stand=gestern"))[0] == 400


async def test_a_forum_is_shown_with_its_items(promised: Visitor) -> None:
    status, page = await promised.get("/verlauf/wasser?schritt=4")
    assert status == 200
    assert "Strategisches Forum Wasser" in page
    assert "· Z1</h2>" in page
    assert "Befehlszeile" in page


async def test_what_is_withheld_is_said(
    promised: Visitor, lange: Visitor, here: Auenland
) -> None:
    await promised.say("Bitte an Birkfeld: Pläne bis 30.4.")
    await promised.choose("Ja, bitten")
    here.say("p-birke", "Z2 machen wir")
    here.say("p-birke", "ja")
    _, page = await lange.get("/verlauf/Z2")
    assert "Zurückgehaltene Schritte: 1." in page
    assert "Dieser Schritt wird zurückgehalten" in page
    assert "Zurückgehaltene" not in (await promised.get("/verlauf/Z2"))[1]


@pytest.mark.parametrize("ref", ["Z9", "energie", "x1"])
async def test_nothing_leads_nowhere(promised: Visitor, ref: str) -> None:
    assert (await promised.get(f"/verlauf/{ref}"))[0] == 404


async def test_strangers_are_shown_the_door(stranger: Visitor) -> None:
    _, page = await stranger.get("/verlauf/Z1")
    assert "schritt-" not in page


async def test_a_changed_text_is_an_alarm(promised: Visitor, here: Auenland) -> None:
    wrong = "UPDATE text SET text = 'anders' WHERE stream = 'commitment:Z1'"
    journal = here.faden.store.journal
    journal.run(lambda db: db.exec_driver_sql(wrong).rowcount).result(20)
    _, page = await promised.get("/verlauf/Z1")
    assert "nicht mehr so, wie es geschrieben wurde" in page
    assert "NICHT, was versiegelt wurde" in page
