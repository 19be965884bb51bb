"""Help: of everything, of a topic, of an item; an emergency is what says so."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland, options
from tests.bots.digested import newest, overview, promised


def labels(here: Auenland, who: str) -> list[str]:
    return [one.label for one in options(newest(here, who))]


@pytest.mark.parametrize("line", ["Hilfe Urlaub", "Hilfe, wie melde ich Urlaub?"])
def test_help_on_a_topic_is_that_of_the_topic(here: Auenland, line: str) -> None:
    said = overview(here, "p-lindner", line.removeprefix("Hilfe, "))
    assert said == [
        "So geht es:",
        "Urlaub bis 30.4., Vertretung Frau Y · heute krank · bin wieder da",
        "„Hilfe“ zeigt alles.",
    ]
    assert not labels(here, "p-lindner")


def test_whoever_is_stuck_gets_help_and_no_emergency(here: Auenland) -> None:
    said = overview(here, "p-lindner", "Hilfe, ich komme nicht weiter")
    assert said == overview(here, "p-lindner", "Hilfe")
    assert not any("Notfall: ich" in label for label in labels(here, "p-lindner"))


def test_what_is_no_topic_may_still_be_a_call_for_hands(here: Auenland) -> None:
    said = overview(here, "p-lindner", "Hilfe Keller")
    assert said[0] == "So geht es:"
    assert labels(here, "p-lindner") == ["Notfall: Keller"]


def test_help_on_an_item_tells_what_can_be_said_to_it_now(here: Auenland) -> None:
    promised(here)
    here.news("p-lindner")
    said = here.say("p-lindner", "Hilfe bei Z1")
    assert said[0].startswith("Zu Z1 können Sie jetzt schreiben: „Z1 erledigt")
    assert "Lindgrund hat zugesagt" in said[1]
    told = here.say("p-vogt", "Was kann ich zu Z1 sagen?")
    assert told[0] == "Zu Z1 ist von Ihnen gerade nichts nötig. So steht es:"
    assert here.say("p-vogt", "Hilfe bei Z9")[0].startswith("Z9 kenne ich nicht")


def test_the_example_names_a_neighbour_of_the_region(here: Auenland) -> None:
    for who, neighbour in (("p-lindner", "Auenburg"), ("p-kern", "Auenburg")):
        assert f"Bitte an {neighbour}: Schlammmengen" in "".join(
            overview(here, who, "Hilfe")
        )
    assert "Lindgrund" not in "".join(overview(here, "p-lindner", "Hilfe"))
