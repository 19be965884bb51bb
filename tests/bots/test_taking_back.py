"""“zurücknehmen” stops what still waits, and finds what was said of a decision."""

from __future__ import annotations

from tests.auenland import Auenland, options
from tests.bots.deciding import kinds, opened
from tests.bots.stages import objected, prepared


def test_a_question_that_waits_is_dropped_and_a_later_yes_does_nothing(
    here: Auenland,
) -> None:
    objected(here)
    here.say("p-mueller", "B1 Einwand erledigt")
    before = kinds(here)
    (said,) = here.say("p-mueller", "zurücknehmen")
    assert said == "Gut, es wurde nichts geschrieben."
    (said,) = here.say("p-mueller", "ja")
    assert said.startswith("Gerade wartet nichts")
    assert kinds(here) == before


def test_by_its_number_only_the_question_about_it_is_dropped(here: Auenland) -> None:
    opened(here)
    here.say("p-lange", "B1 einverstanden")
    here.say("p-lange", "Bitte an Birkfeld: Pläne bis 30.4.")
    here.say("p-lange", "B1 zurücknehmen")
    (echo,) = here.faden.desk.echoes("p-lange")
    assert echo.number == 2


def test_of_several_it_is_asked_which(here: Auenland) -> None:
    opened(here)
    here.say("p-lange", "B1 einverstanden")
    here.say("p-lange", "Bitte an Birkfeld: Pläne bis 30.4.")
    (said,) = here.say("p-lange", "zurücknehmen")
    assert "Was meinen Sie: nein 1, nein 2?" in said
    assert "nein 1: Sie erklären für Lindgrund das Einverständnis mit B1" in said
    assert "nein 2: Sie bitten für Lindgrund" in said


def test_an_objection_is_found_and_said_back_before_it_goes(here: Auenland) -> None:
    objected(here)
    said = "\n".join(here.say("p-mueller", "zurücknehmen"))
    assert "Einwand zu B1" in said
    here.say("p-mueller", "ja")
    assert kinds(here)[-1] == "ObjectionWithdrawn"


def test_what_a_clerk_prepared_is_dropped(here: Auenland) -> None:
    prepared(here)
    here.say("p-birke", "zurücknehmen")
    assert kinds(here)[-1] == "PreparedDropped"


def test_of_a_position_it_is_said_how_it_is_changed(here: Auenland) -> None:
    opened(here)
    here.say("p-lange", "B1 einverstanden")
    here.say("p-lange", "ja")
    (said,) = here.say("p-lange", "zurücknehmen")
    assert "B1 Enthaltung" in said
    assert kinds(here)[-1] == "PositionGiven"


def test_after_an_objection_no_button_answers_a_question_nobody_asked(
    here: Auenland,
) -> None:
    objected(here)
    labels = [one.label for one in options(here.thread("p-mueller")[-1][1])]
    assert labels == ["Einwand erledigt"]
    here.choose("p-mueller", "Einwand erledigt")
    assert kinds(here)[-1] == "ObjectionRaised"  # said back first


def test_a_yes_to_several_names_what_each_is_about(here: Auenland) -> None:
    opened(here)
    here.say("p-lange", "B1 einverstanden")
    here.say("p-lange", "Bitte an Birkfeld: Pläne bis 30.4.")
    (said,) = here.say("p-lange", "ja")
    assert "ja 1: Sie erklären für Lindgrund das Einverständnis mit B1" in said
    assert "ja 2: Sie bitten für Lindgrund" in said


def test_a_number_that_is_over_names_what_waits(here: Auenland) -> None:
    opened(here)
    here.say("p-lange", "B1 einverstanden")
    (said,) = here.say("p-lange", "ja 17")
    assert "Unter dieser Nummer wartet nichts" in said
    assert "ja 1: Sie erklären für Lindgrund" in said
    assert kinds(here) == ["Drafted", "Opened"]
