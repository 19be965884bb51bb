"""Whoever forgets the colon reads the whole line with it, and need only say yes."""

from __future__ import annotations

import pytest

from bots.grammar import parse
from bots.grammar.answers import AskBack, Unknown
from tests.auenland import START, Auenland

TODAY = START.date()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("NOTFALL Rohrbruch brauche Pumpe", "Notfall: Rohrbruch brauche Pumpe"),
        ("Notfall Rohrbruch", "Notfall: Rohrbruch"),
        ("Hilfe wir haben einen Rohrbruch", "Notfall: wir haben einen Rohrbruch"),
        ("Hilfe! Der Bach läuft über", "Notfall: Der Bach läuft über"),
        ("help we have a burst pipe", "Notfall: we have a burst pipe"),
    ],
)
def test_a_call_for_help_keeps_its_words(said: str, meant: str) -> None:
    back = parse(said, TODAY)
    assert isinstance(back, Unknown)
    assert back.suggestions == (meant,)


@pytest.mark.parametrize("said", ["Notfall ist vorbei", "Kein Notfall: alles gut"])
def test_what_only_speaks_of_one_suggests_none_with_words(said: str) -> None:
    back = parse(said, TODAY)
    assert isinstance(back, Unknown)
    assert not any(
        one.startswith("Notfall: ") and len(one) > 10 for one in back.suggestions
    )


def test_one_press_says_the_call_back(here: Auenland) -> None:
    here.say("p-mueller", "Geräte: Pumpe")
    said = here.say("p-stein", "NOTFALL Rohrbruch brauche Pumpe")[0]
    assert "nichts geändert" in said
    echo = here.choose("p-stein", "Notfall: Rohrbruch brauche Pumpe")[-1]
    assert echo.startswith("Sie rufen um Hilfe (Mühlau): Rohrbruch")


def test_a_call_answers_help_alone_with_what_can_be_typed(here: Auenland) -> None:
    assert here.say("p-stein", "Hilfe")[0].startswith("So geht")


def test_a_request_is_shown_with_its_colon(here: Auenland) -> None:
    line = "Bitte an Lindgrund Pläne schicken bis Ende April"
    back = parse(line, TODAY)
    assert isinstance(back, AskBack)
    meant = "Bitte an Lindgrund: Pläne schicken bis Ende April"
    assert back.choices == (meant,)
    assert f"„{meant}“" in here.say("p-stein", line)[0]
