"""A council that resolves first: named, found, or told when it is asked for."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland
from tests.ballots import body
from tests.bots.deciding import first, kinds, opened


def test_a_reservation_takes_the_only_council_of_its_town(here: Auenland) -> None:
    body(here, "steintal")
    opened(here)
    echo = first(here.say("p-roth", "B1 Ratsvorbehalt"))
    assert "beschließt zuerst: Gemeindevertretung über B1" in echo
    here.say("p-roth", "ja")
    assert kinds(here)[-1] == "RatificationRequired"


def test_whoever_is_asked_for_the_council_simply_names_it(here: Auenland) -> None:
    opened(here)
    asked = "\n".join(here.say("p-roth", "B1 Ratsvorbehalt"))
    assert "Welches Gremium entscheidet?" in asked
    said = "\n".join(here.say("p-roth", "Die Stadtverordnetenversammlung"))
    assert "beschließt zuerst: Stadtverordnetenversammlung über B1" in said
    here.say("p-roth", "ja")
    assert kinds(here)[-1] == "RatificationRequired"


@pytest.mark.parametrize(
    ("line", "twin"),
    [
        (
            "B1 einverstanden, vorbehaltlich unserer Gemeindevertretung",
            "B1 Gremienvorbehalt Gemeindevertretung",
        ),
        ("B1 unter Ratsvorbehalt, wir sind dabei", "B1 Gremienvorbehalt"),
    ],
)
def test_a_yes_under_reservation_is_shown_as_two_lines(
    here: Auenland, line: str, twin: str
) -> None:
    opened(here)
    said = "\n".join(here.say("p-roth", line))
    assert "enthält eine Bedingung" not in said
    assert f"– {twin}\n" in said
    assert said.endswith("– B1 einverstanden")
    assert kinds(here)[-1] == "Opened"


@pytest.mark.parametrize(
    "line", ["Steintal ist mit B1 einverstanden", "Wir sind bei B1 dabei"]
)
def test_a_yes_in_a_whole_sentence_is_said_back(here: Auenland, line: str) -> None:
    opened(here)
    said = "\n".join(here.say("p-roth", line))
    assert "Sie erklären für Steintal das Einverständnis mit B1" in said
