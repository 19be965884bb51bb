"""Whoever binds their municipality reads the whole text, not only its title."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland
from tests.bots.deciding import accepted, both, opened
from tests.bots.stages import revised

TEXT = (
    "Text (Fassung 1): Klärschlamm ab 2029 gemeinsam energetisch verwerten, "
    "Kostenteilung nach Menge"
)


@pytest.mark.parametrize(
    "line", ["B1 einverstanden", "B1 Enthaltung", "B1 Einwand: zu weit", "B1 befangen"]
)
def test_a_position_is_said_back_with_the_text(here: Auenland, line: str) -> None:
    opened(here)
    said = here.say("p-lange", line)[-1]
    assert "B1 (Fassung 1, Titel: „Klärschlamm ab 2029" in said
    assert TEXT in said


def test_a_new_version_is_said_back_with_its_new_text(here: Auenland) -> None:
    revised(here)
    said = here.say("p-lange", "B1 einverstanden")[-1]
    assert "Text (Fassung 2): Klärschlamm billiger verwerten" in said


def test_what_a_clerk_prepared_is_confirmed_with_the_text_in_sight(
    here: Auenland,
) -> None:
    opened(here)
    here.say("p-lindner", "B1 einverstanden")
    assert TEXT in here.say("p-lange", "B1 Vorbereitung stimmt")[-1]


def test_an_approval_is_said_back_with_the_text_it_approves(here: Auenland) -> None:
    accepted(here)
    line = "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7"
    assert TEXT in here.say("p-lange", line)[-1]


def test_another_wording_is_not_said_back_as_the_old_one(here: Auenland) -> None:
    accepted(here)
    line = "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7, Text: ganz anders"
    assert TEXT not in here.say("p-lange", line)[-1]
    both(here, "p-lange", "B1 Gemeindevertretung: abgelehnt am 12.5., TOP 7")
