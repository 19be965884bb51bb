"""Absences that lie apart stand beside each other; what is replaced is said."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland

HOLIDAY = "Urlaub von 7.4. bis 15.4., Vertretung Frau Lindner"


def test_a_sick_day_leaves_the_holiday_and_says_so(here: Auenland) -> None:
    here.say("p-lange", HOLIDAY)
    said = here.say("p-lange", "bin heute krank")[-1]
    assert said.startswith("Notiert: Sie sind am Mi, 17.03. abwesend.")
    assert (
        "Vorgemerkt bleibt: Mi, 07.04. bis Do, 15.04., Vertretung Frau Lindner." in said
    )


def test_what_overlaps_is_replaced_and_named(here: Auenland) -> None:
    here.say("p-lange", HOLIDAY)
    said = here.say("p-lange", "Urlaub von 7.4. bis 9.4.")[-1]
    assert "tritt an die Stelle von: Mi, 07.04. bis Do, 15.04." in said
    assert "Vorgemerkt bleibt" not in said


@pytest.mark.parametrize("line", ["zurücknehmen", "bin wieder da"])
def test_taking_back_the_sick_day_or_being_back_keeps_the_holiday(
    here: Auenland, line: str
) -> None:
    here.say("p-lange", HOLIDAY)
    here.say("p-lange", "bin heute krank")
    said = here.say("p-lange", line)[-1]
    assert "Vorgemerkt bleibt: Mi, 07.04. bis Do, 15.04." in said
    here.watch.forward(days=22)  # 8 April
    assert "Willkommen zurück" in here.say("p-lange", "bin wieder da")[-1]


def test_being_back_is_not_taken_back_with_the_holiday(here: Auenland) -> None:
    here.say("p-lange", HOLIDAY)
    here.say("p-lange", "bin heute krank")
    here.say("p-lange", "bin wieder da")
    assert "nichts von Ihnen" in here.say("p-lange", "zurücknehmen")[-1]
    assert "Vorgemerkt bleibt" in here.say("p-lange", "bin heute krank")[-1]
