"""A page as of an earlier day: a banner, no forms to act with, a way back."""

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


async def test_the_board_shows_the_past_under_a_banner(promised: Visitor) -> None:
    status, page = await promised.get("/?forum=wasser&stand=2027-03-18")
    assert status == 200
    assert "Stand vom Do, 18.03.2027" in page
    assert "damals bekannt" in page
    assert 'class="chip requested"' in page
    assert 'class="chip promised"' in (await promised.get("/?forum=wasser"))[1]


async def test_nothing_can_be_said_in_the_past(promised: Visitor) -> None:
    for path in ("/?stand=2027-03-18", "/item/Z1?stand=2027-03-18"):
        _, page = await promised.get(path)
        forms = re.findall(r'<form[^>]*action="([^"]*)"', page)
        assert set(forms) <= {"/language", "/leave", "/", "/item/Z1"}
        assert "<textarea" not in page
        assert "#line" not in page
        assert "<script" not in page


async def test_every_way_stays_in_the_past_but_one_leads_back(
    promised: Visitor,
) -> None:
    for path in ("/?stand=2027-03-18&forum=wasser", "/item/Z1?stand=2027-03-18"):
        _, page = await promised.get(path)
        main = page.split("<main")[1].split("</main>")[0]
        links = [
            link.replace("&amp;", "&") for link in re.findall('href="(.*?)"', main)
        ]
        back = [link for link in links if "stand=" not in link]
        assert back == [path.replace("stand=2027-03-18&", "").split("?stand")[0]]
        for link in links:
            status, _ = await promised.get(link)
            assert status == 200, link


async def test_an_item_shows_the_steps_known_then(promised: Visitor) -> None:
    _, page = await promised.get("/item/Z1?stand=2027-03-18")
    assert page.count('id="step-') == 1
    assert "angefragt" in page or "chip requested" in page
    _, now = await promised.get("/item/Z1")
    assert now.count('id="step-') == 2
    entry = re.findall(r'href="(/item/Z1\?stand=\d+)"', now)
    assert (await promised.get(entry[0]))[1].count('id="step-') == 1
    assert (await promised.get(entry[1]))[1].count('id="step-') == 2


async def test_an_item_that_was_not_there_yet_is_not_found(promised: Visitor) -> None:
    assert (await promised.get("/item/Z1?stand=1"))[0] == 404


async def test_a_list_shows_the_past_too(promised: Visitor) -> None:
    _, page = await promised.get("/zusagen?state=requested&stand=2027-03-18")
    assert "Klärschlammmengen" in page
    assert "Stand vom Do, 18.03.2027" in page
    _, page = await promised.get("/zusagen?state=requested")
    assert "Klärschlammmengen" not in page


@pytest.mark.parametrize(
    ("stand", "told"),
    [
        ("2027-03-20", "liegt noch vor uns"),
        ("2027-03-16", "gegründet am Mi, 17.03.2027"),
        ("gestern", "weder ein Tag noch ein Eintrag"),
        ("%3Cscript%3E", "weder ein Tag noch ein Eintrag"),
        ("4711", "Einen Eintrag 4711 gibt es nicht"),
    ],
)
async def test_what_cannot_be_shown_is_said(
    promised: Visitor, stand: str, told: str
) -> None:
    for path in ("/", "/item/Z1", "/zusagen"):
        status, page = await promised.get(f"{path}?stand={stand}")
        assert status == 400
        assert told in page
        assert "<script>" not in page


async def test_a_lost_text_names_its_entry(promised: Visitor, here: Auenland) -> None:
    """The vault forgets; the log and the views of today and then say where."""
    store = here.faden.store
    entry = store.journal.stream("commitment:Z1")[0].position
    erased = "DELETE FROM text WHERE stream = 'commitment:Z1'"
    store.journal.run(lambda db: db.exec_driver_sql(erased).rowcount).result(20)
    here.faden.rebuild(["commitments", "history"], lambda *_: None)
    for path in ("/item/Z1", "/item/Z1?stand=2027-03-18"):
        _, page = await promised.get(path)
        assert page.count(f"nicht mehr da (Eintrag {entry})") == 2
