"""Item, lists, search, handbook."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import get_args

import pytest
from aiohttp.test_utils import TestServer

from adapters.web.verb import Verb
from adapters.web.verbs import VERBS
from bots.grammar import parse
from bots.grammar.deciding import RunningDecision
from bots.grammar.further import Further
from bots.grammar.names import Names
from bots.grammar.wire import to_json
from tests.adapters.web.conftest import Visitor
from tests.auenland import START, TOWNS, Auenland

REQUEST = "Bitte an Birkfeld: Klärschlammmengen 2024–2026 liefern bis 30.4."


async def requested(kern: Visitor) -> None:
    await kern.say(REQUEST)
    await kern.choose("Ja, bitten")


async def test_the_history_tells_who_said_what_for_whom_when_and_where(
    kern: Visitor, vogt: Visitor
) -> None:
    await requested(kern)
    await vogt.say("Z1 erst bis 15. Mai, 2026 kommt später")
    await vogt.choose("Ja, vorschlagen")
    status, page = await kern.get("/item/Z1")
    assert status == 200
    history = page.split('<ol class="history">')[1].split("</ol>")[0]
    first, second = re.findall(r"<li.*?</li>", history, re.DOTALL)
    for words in ("Frau Kern", "Kreis Auenland", "im Webchat", "Klärschlammmengen"):
        assert words in first
    assert 'datetime="2027-03-17T09:00:00+01:00"' in first
    assert "Ihre Nachricht" in first
    assert "BM Vogt" in second
    assert "2026 kommt später" in second
    assert "Ihre Nachricht" not in second
    assert "Sa, 15.05." in page


async def test_a_small_letter_leads_to_the_item(kern: Visitor) -> None:
    await requested(kern)
    async with kern.session.get(kern.url("/item/z1")) as answer:
        assert answer.url.path == "/item/Z1"


async def test_my_list_shows_both_sides(kern: Visitor, vogt: Visitor) -> None:
    await requested(kern)
    assert (
        "Klärschlammmengen" in (await vogt.get("/meine"))[1].split("Ihnen zugesagt")[0]
    )
    _, promised = (await kern.get("/meine"))[1].split("Ihnen zugesagt")
    promised, asked_for = promised.split("Von Ihnen erbeten")
    assert "Klärschlammmengen" not in promised
    assert "Klärschlammmengen" in asked_for


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", True),
        ("forum=wasser&org=birkfeld", True),
        ("org=muehlau", False),
        ("state=promised", False),
        ("state=requested&all=1", True),
        ("until=2027-04-29", False),
        ("until=2027-04-30", True),
        ("until=gestern&state=nonsense&after=x", True),
        ("after=2027-04-30.1", False),
    ],
)
async def test_commitments_can_be_filtered(
    kern: Visitor, query: str, *, shown: bool
) -> None:
    await requested(kern)
    _, page = await kern.get(f"/zusagen?{query}")
    assert ("Klärschlammmengen" in page) == shown


async def test_lateness_is_shown_to_both_sides_only(
    kern: Visitor, vogt: Visitor, here: Auenland, server: TestServer
) -> None:
    await requested(kern)
    await vogt.say("Z1 machen wir")
    await vogt.choose("Ja, zusagen")
    here.watch.forward(days=60)
    async with Visitor(here, server) as other:
        await other.enter("p-lange")
        await vogt.enter("p-vogt")
        for path in ("/", "/zusagen", "/item/Z1"):
            assert 'class="chip late">überfällig' in (await vogt.get(path))[1]
            page = (await other.get(path))[1]
            assert "Klärschlammmengen" in page
            assert "berfällig" not in page


async def test_long_lists_come_in_pages(kern: Visitor) -> None:
    for n in range(11):
        await kern.say(f"Bitte an alle: Bericht {n} bis 30.4.")
        await kern.choose("Ja, bitten")
    seen: list[str] = []
    address: str | None = "/zusagen?forum=wasser"
    while address:
        _, page = await kern.get(address)
        seen += re.findall(r'class="ref" href="/item/(Z\d+)"', page)
        following = re.search(r'rel="next" href="([^"]*)"', page)
        address = following[1].replace("&amp;", "&") if following else None
    assert len(seen) == len(set(seen)) == 55


async def test_search_finds_and_marks(kern: Visitor) -> None:
    await requested(kern)
    _, page = await kern.get("/suche?q=Klärschlamm")
    assert "<mark>Klärschlammmengen</mark>" in page
    _, page = await kern.get("/suche?q=Feuerwehr")
    assert "Nichts gefunden" in page


async def test_the_board_shows_one_part_on_demand(kern: Visitor) -> None:
    _, page = await kern.get("/?forum=wasser&part=pulse")
    assert 'id="b-pulse"' in page
    assert 'id="b-moving"' not in page


async def test_an_unknown_forum_falls_back_to_ones_own(kern: Visitor) -> None:
    status, page = await kern.get("/?forum=nirgends&part=nichts")
    assert status == 200
    assert "Strategisches Forum Wasser" in page


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.intent)
def test_the_examples_of_the_handbook_are_understood(verb: Verb) -> None:
    names = Names(organisations=tuple(name for name, _ in TOWNS.values()), forums=())
    for line in (verb.de, verb.en):
        assert to_json(parse(line, START.date(), names))["intent"] == verb.intent


def test_the_handbook_names_every_verb_of_a_decision() -> None:
    known = {verb.intent for verb in VERBS}
    assert {kind.NAME for kind in get_args(RunningDecision | Further)} <= known


async def test_headings_are_in_order_on_every_page(kern: Visitor) -> None:
    await requested(kern)
    for path in ("/", "/item/Z1", "/meine", "/zusagen", "/suche", "/hilfe"):
        _, page = await kern.get(path)
        levels = [int(level) for level in re.findall(r"<h(\d)", page)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        steps = pairwise(levels)
        assert all(after <= before + 1 for before, after in steps)


async def test_the_example_asks_a_neighbour_and_never_oneself(
    lange: Visitor, kern: Visitor
) -> None:
    for visitor in (lange, kern):
        _, page = await visitor.get("/")
        assert "Bitte an Auenburg: Schlammmengen" in page
        assert "Bitte an Lindgrund: Schlammmengen" not in page
