"""A forum that a line names: it says where, and is no part of what is said."""

from __future__ import annotations

from datetime import date

import pytest

from bots.grammar.decisions import ProposeDecision
from bots.grammar.matters import OpenAsk
from bots.grammar.names import Names
from bots.grammar.parse import parse

TODAY = date(2026, 12, 1)
WATER = "Strategisches Forum Wasser"
NAMES = Names(organisations=("Auenburg", "Birkfeld"), forums=(WATER, "Forum Wohnen"))


@pytest.mark.parametrize(
    "line",
    [
        "Beschlussvorschlag: Messnetz. Konsent, bis 18.12. (Forum Wasser)",
        "Beschlussvorschlag: Messnetz. Konsent (Strategisches Forum Wasser)",
        "Beschlussvorschlag: Messnetz (Forum: Strategisches Forum Wasser), Konsent",
        "Beschlussvorschlag im Forum Wasser: Messnetz. Konsent, bis 18.12.",
        "Beschlussvorschlag: Messnetz. Konsent / Begründung: Lecks (Forum Wasser)",
        "proposal: Messnetz, consent (forum: Strategisches Forum Wasser)",
    ],
)
def test_a_proposal_says_where_it_is_decided(line: str) -> None:
    said = parse(line, TODAY, NAMES)
    assert isinstance(said, ProposeDecision)
    assert said.forum == WATER
    assert said.text == "Messnetz"
    assert "Forum" not in said.parts.reasons


def test_no_option_takes_the_forum_in() -> None:
    line = "Beschlussvorschlag: Ort. Option 1: Auenburg. Option 2: Birkfeld"
    said = parse(f"{line} (Forum Wasser)", TODAY, NAMES)
    assert isinstance(said, ProposeDecision)
    assert said.options == ("Auenburg", "Birkfeld")
    assert said.forum == WATER


@pytest.mark.parametrize(
    "line",
    [
        "Abfrage an alle: Wer hat Salz? bis 15.12. (Forum Wohnen)",
        "Abfrage an alle im Forum Wohnen: Wer hat Salz? bis 15.12.",
    ],
)
def test_a_question_to_all_says_in_which_forum(line: str) -> None:
    said = parse(line, TODAY, NAMES)
    assert isinstance(said, OpenAsk)
    assert (said.forum, said.text) == ("Forum Wohnen", "Wer hat Salz?")
