"""One message for each matter; a matter of several lines is one."""

from __future__ import annotations

from datetime import date

import pytest

from bots.grammar import intents, parse
from bots.grammar.answers import Question

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Bitte an Lindgrund: Pläne bis 18.12.\nBitte an Steintal: Karten bis 19.12.",
        "Z34 machen wir\nZ35 erst bis 15. Mai",
        "F1: ja\n\nBitte an Lindgrund: Pläne bis 18.12.",
    ],
)
def test_two_matters_in_two_lines_are_asked_back(text: str) -> None:
    assert isinstance(parse(text, TODAY), intents.AskBack)


def test_the_question_back_says_why() -> None:
    parsed = parse("Info: Bescheid da\nF1: ja\nF2: nein", TODAY)
    assert isinstance(parsed, intents.AskBack)
    assert parsed.question is Question.ONE_AT_A_TIME


@pytest.mark.parametrize(
    "text",
    [
        "Bitte an Lindgrund: Pläne\nfür die Halle\nbis 18.12.",
        "Z34 erledigt: Tabelle liegt im Ordner\nund die Karten auch",
        "Info: Der Bescheid ist da.\nBitte weitersagen!",
        "Bitte an Lindgrund: Pläne bis 18.12.\n\nViele Grüße\nKern",
    ],
)
def test_one_matter_may_have_many_lines(text: str) -> None:
    assert not isinstance(parse(text, TODAY), intents.AskBack | intents.Unknown)


@pytest.mark.parametrize(
    ("line", "text"), [("F6: -3", "-3"), ("F6:-3", "-3"), ("F6 - ja", "ja")]
)
def test_a_sign_before_a_figure_is_no_dash(line: str, text: str) -> None:
    parsed = parse(line, TODAY)
    assert isinstance(parsed, intents.Answer)
    assert parsed.text == text
