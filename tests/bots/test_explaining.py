"""What a council reads beside the text: said with the proposal, or added later."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from bots.grammar import intents, parse
from bots.grammar.further import ExplainDecision
from bots.grammar.parts import Parts
from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, kinds, opened

TODAY: Final = date(2027, 3, 17)
PROPOSAL: Final = """Beschluss: Klärschlamm gemeinsam verwerten
BEGRÜNDUNG: Ab 2029 muss Phosphor zurückgewonnen werden.
Alternativen - jeder für sich
Kosten: Auenburg und Lindgrund je 12.000,50 €; Birkfeld: 8 Tsd. €
Wer nicht mitmacht: Bleibt bei seinem Entsorger.
Nutzen: Lindgrund: spart den Transport
Konsent, bis 12.5., Wiedervorlage 2 Jahre"""
PARTS: Final = Parts(
    reasons="Ab 2029 muss Phosphor zurückgewonnen werden.",
    alternatives="jeder für sich",
    otherwise="Bleibt bei seinem Entsorger.",
    costs=(("Auenburg", 1_200_050), ("Lindgrund", 1_200_050), ("Birkfeld", 800_000)),
    benefits=(("Lindgrund", "spart den Transport"),),
)


def test_each_part_may_stand_on_its_own_line_or_behind_a_stroke() -> None:
    lines = PROPOSAL.replace("Alternativen -", "Alternativen:")
    first, *parts, terms = lines.splitlines()
    for typed in (lines, " / ".join([f"{first}, {terms}", *parts])):
        said = parse(typed, TODAY)
        assert isinstance(said, intents.ProposeDecision)
        assert said.text == "Klärschlamm gemeinsam verwerten"
        assert (said.mode, said.due) == (intents.Mode.CONSENT, date(2027, 5, 12))
        assert said.review_on == date(2029, 3, 17)
        assert said.parts == PARTS


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("B7 Begründung: Er eilt.", Parts(reasons="Er eilt.")),
        ("b7: GRÜNDE: Er eilt", Parts(reasons="Er eilt")),
        ("B7 alternatives: each alone", Parts(alternatives="each alone")),
        ("B7 wenn jemand nicht mitmacht: allein", Parts(otherwise="allein")),
        ("B7 Kosten für Lindgrund: 5.000 €", Parts(costs=(("Lindgrund", 500_000),))),
        ("B7 Kosten: je 5.000 €", Parts(costs=(("alle", 500_000),))),
        ("B7 costs: each 5,000.50 €", Parts(costs=(("alle", 500_050),))),
        ("B7 Kosten: keine", Parts(costs=(("alle", 0),))),
        ("B7 Kosten: 1,2 Mio. €", Parts(costs=(("", 120_000_000),))),
        ("B7 Nutzen: weniger Wege", Parts(benefits=(("", "weniger Wege"),))),
    ],
)
def test_a_part_is_said_later(typed: str, parts: Parts) -> None:
    assert parse(typed, TODAY) == ExplainDecision(ref="B7", parts=parts)


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("B7 Kosten: ca. 180.000 € im Jahr, nach Menge", "unclear_costs"),
        ("B7 Kosten: Lindgrund und Birkfeld 500 €", "unclear_costs"),
        ("B7 Kosten: Frankfurt 500 €", "which_organisation"),
        ("B7 Begründung:", "missing_text"),
    ],
)
def test_what_is_not_clear_is_asked(typed: str, question: str) -> None:
    assert getattr(parse(typed, TODAY), "question", "") == question


def test_the_parts_are_said_back_and_stand_on_the_card(here: Auenland) -> None:
    said = "\n".join(here.say("p-kern", PROPOSAL.replace("en -", "en:")))
    assert "Begründung: Ab 2029 muss Phosphor" in said
    assert (
        "Kosten: Auenburg 12.000,50 €; Lindgrund 12.000,50 €; Birkfeld 8.000 €" in said
    )
    assert "Eigener Nutzen: Lindgrund: spart den Transport" in said
    here.say("p-kern", "ja")
    assert kinds(here) == ["Drafted", "Opened"]


def test_coordination_alters_one_part_and_a_town_says_its_own(here: Auenland) -> None:
    opened(here)
    said = both(here, "p-kern", "B1 Begründung: Die Verträge laufen aus.")
    assert "Notiert: So steht es ab jetzt in den Vorlagen zu B1." in said[-1]
    said = here.say("p-lindner", "B1 Kosten: 12.000 €")
    assert "Kosten: Lindgrund 12.000 €" in said[-1]
    here.say("p-lindner", "ja")
    assert kinds(here)[-2:] == ["Explained", "Explained"]
    said = here.say("p-kern", "B1 Kosten: 12.000 €")
    assert "Aus „12.000 €“ lese ich nicht heraus, wer wie viel trägt." in said[-1]
    said = here.say("p-lindner", "B1 Begründung: Wir wollen es so.")
    assert "Ja, eintragen" not in said[-1]
    assert kinds(here)[-1] == "Explained"


def test_a_kit_names_what_its_paper_does_not_say_yet(here: Auenland) -> None:
    accepted(here)
    told = "\n".join(here.news("p-lange"))
    missing = "Begründung, Alternativen, Kosten, eigener Nutzen"
    assert f"Darin fehlt noch: {missing}." in told
