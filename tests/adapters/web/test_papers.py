"""The paper that a body resolves on: the same text for all, the rest of one's own."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from core import organisation
from core.decision.kinds import Benefit, Share
from core.sealed import Sealed
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.test_decisions import plain
from tests.adapters.web.test_filling import sent
from tests.ballots import TEXT, opened, ratifying

PAPER: Final = {
    "Begründung": "Ab 2029 muss Phosphor zurückgewonnen werden",
    "Alternativen": "Jeder entsorgt für sich",
    "Wer nicht mitmacht": "Bleibt bei seinem Entsorger",
    "Kosten": "Lindgrund 12.000 €, Birkfeld 8.000 €",
    "Nutzen": "Lindgrund: spart den Transport",
}


def mark(page: str) -> str:
    """Return the mark that stands on a paper."""
    found = re.search(r"<code>([0-9a-f-]{14})</code>", page)
    assert found
    return found[1]


async def test_two_towns_get_the_same_text_and_their_own_days(kern: Visitor) -> None:
    ratifying(kern.here)
    await kern.enter("p-kern")
    ours, theirs = [
        (await kern.get(f"/vorlage/B1/{org}"))[1] for org in ("lindgrund", "birkfeld")
    ]
    assert mark(ours) == mark(theirs)
    for page, org in ((ours, "Lindgrund"), (theirs, "Birkfeld")):
        words = plain(page)
        assert TEXT in words
        assert f"Vorlage zu B1 für {org}" in words
        assert "Ab 2029 muss Phosphor zurückgewonnen werden." in words
        assert "Bleibt bei seinem Entsorger." in words
        assert "Gemeindevertretung" in words
        assert "Zeit bis" in words


async def test_costs_and_benefit_are_those_of_the_town(kern: Visitor) -> None:
    shares = (Share(org="lindgrund", cents=1_234_550), Share(org="birkfeld", cents=50))
    benefits = (Benefit(org="lindgrund", text=Sealed("Spart den Transport.")),)
    opened(kern.here, costs=shares, benefits=benefits)
    words = plain((await kern.get("/vorlage/B1/lindgrund"))[1])
    assert "12.345,50 € von 12.346 €, wie sie 2 von 5 genannt haben" in words
    assert "Spart den Transport." in words
    other = plain((await kern.get("/vorlage/B1/birkfeld"))[1])
    assert "0,50 € von 12.346 €" in other
    assert "Spart den Transport." not in other


async def test_there_is_no_paper_for_whoever_is_not_on_the_list(
    kern: Visitor, stranger: Visitor
) -> None:
    opened(kern.here)
    assert (await kern.get("/vorlage/B1/kreis"))[0] == 404
    assert (await kern.get("/vorlage/B9/lindgrund"))[0] == 404
    assert "Klärschlamm" not in (await stranger.get("/vorlage/B1/lindgrund"))[1]


async def test_the_page_of_the_decision_leads_to_the_papers(kern: Visitor) -> None:
    ratifying(kern.here)
    await kern.enter("p-kern")
    page = (await kern.get("/item/B1"))[1]
    assert page.count('href="/vorlage/B1/lindgrund"') == 1


async def test_the_example_on_the_paper_carries_its_mark(kern: Visitor) -> None:
    ratifying(kern.here)
    await kern.enter("p-kern")
    page = (await kern.get("/vorlage/B1/lindgrund"))[1]
    example = f"zugestimmt am 3.6., TOP 7, Kennmarke {mark(page)}"
    assert f"B1 Gemeindevertretung: {example}" in plain(page)


def complete(page: str) -> bool:
    """Whether all parts stand on the paper of Lindgrund."""
    words = plain(page)
    assert "nicht erfasst" not in words
    assert "Niemand ist gebunden" not in words
    shown = ("12.000 € von 20.000 €", "spart den Transport", *list(PAPER.values())[:3])
    return all(said in words for said in shown)


async def test_what_is_said_in_the_chat_makes_a_whole_paper(kern: Visitor) -> None:
    parts = " / ".join(f"{label}: {said}" for label, said in PAPER.items())
    await kern.say(f"Beschluss: Klärschlamm gemeinsam verwerten, Konsent / {parts}")
    await kern.choose("Ja, vorschlagen")
    assert complete((await kern.get("/vorlage/B1/lindgrund"))[1])


async def test_what_is_filled_in_makes_a_whole_paper(kern: Visitor) -> None:
    names = ("reasons", "alternatives", "otherwise", "costs", "benefits")
    values = dict(zip(names, PAPER.values(), strict=True))
    values["costs"] = values["costs"].replace(", ", "\n")
    form = sent("propose", text="Klärschlamm gemeinsam verwerten", **values)
    await kern.post("/beschluss/neu", form)
    await kern.choose("Ja, vorschlagen")
    assert complete((await kern.get("/vorlage/B1/lindgrund"))[1])


async def test_a_part_is_filled_in_on_the_page_of_the_decision(vogt: Visitor) -> None:
    opened(vogt.here)
    assert "Eigene Kosten und eigener Nutzen" in (await vogt.get("/item/B1"))[1]
    await vogt.post("/beschluss/B1", sent("own", share="8.000 €", gain="weniger Wege"))
    await vogt.choose("Ja, eintragen")
    words = plain((await vogt.get("/vorlage/B1/birkfeld"))[1])
    assert "8.000 € von 8.000 €" in words
    assert "weniger Wege" in words


async def test_a_result_is_filled_in_from_the_page_of_the_councils(
    vogt: Visitor,
) -> None:
    ratifying(vogt.here)
    await vogt.enter("p-vogt")
    page = (await vogt.get("/raete"))[1]
    (way,) = re.findall(r'href="(/tun/rat\?[^"]+)"', page)
    _, form = await vogt.get(unescape(way))
    assert 'value="B1"' in form
    assert ">Gemeindevertretung</textarea>" in form


async def test_the_example_of_a_result_names_the_towns_own_council(
    kern: Visitor,
) -> None:
    added = organisation.AddBody(
        body="stvv",
        kind="Stadtverordnetenversammlung",
        name="Stadtverordnetenversammlung",
        statutory_number=37,
        rhythm_days=42,
        paper_deadline_days=15,
    )
    kern.here.order("organisation:auenburg", added)
    ratifying(kern.here)
    await kern.enter("p-kern")
    ours = plain((await kern.get("/vorlage/B1/auenburg"))[1])
    assert "B1 Stadtverordnetenversammlung: zugestimmt am 3.6., TOP 7" in ours
    theirs = plain((await kern.get("/vorlage/B1/birkfeld"))[1])
    assert "B1 Gemeindevertretung: zugestimmt am 3.6., TOP 7" in theirs
