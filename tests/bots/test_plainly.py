"""Plain words are asked back as a line; another day corrects what was said last."""

from __future__ import annotations

from tests.auenland import Auenland, options
from tests.bots.digested import newest, promised


def labels(here: Auenland, who: str) -> list[str]:
    return [one.label for one in options(newest(here, who))]


def test_a_plain_promise_is_offered_as_the_line_that_says_it(here: Auenland) -> None:
    head = here.faden.store.journal.head()
    said = here.say("p-lange", "Wir schicken die Pläne bis nächsten Freitag")[-1]
    assert "Ich habe nichts geändert" in said
    assert here.faden.store.journal.head() == head
    echo = here.choose(
        "p-lange", "Angebot: Wir schicken die Pläne bis nächsten Freitag"
    )
    assert echo[-1].startswith("Sie bieten für Lindgrund an (Wasser): Wir schicken")


def test_a_plain_promise_of_what_one_was_asked_for_answers_that(here: Auenland) -> None:
    here.say(
        "p-kern", "Bitte an Lindgrund: Stellungnahme zum Trocknungsplatz bis 30.4."
    )
    here.say("p-kern", "ja")
    line = "Wir schicken die Stellungnahme zum Trocknungsplatz bis 30.4."
    here.say("p-lange", line)
    assert labels(here, "p-lange")[0] == "Z1 machen wir"
    here.say("p-lange", line.replace("30.4.", "14.5."))
    assert labels(here, "p-lange")[0] == "Z1 erst bis 14.05.2027"


def test_a_plain_request_is_offered_as_the_line_that_says_it(here: Auenland) -> None:
    here.say("p-kern", "Könnte Steintal uns bis Freitag die Zählerstände schicken?")
    (line,) = labels(here, "p-kern")
    echo = here.choose("p-kern", line)[-1]
    assert "bitten Steintal" in echo or "Steintal" in echo
    assert "Fr, 19.03.2027" in echo


def test_another_day_corrects_what_was_said_back(here: Auenland) -> None:
    here.say("p-kern", "Bitte an Lindgrund: Pläne bis 11.12.")
    said = here.say("p-kern", "Nein, ich meinte den 18.12.")[-1]
    assert "18.12.2027" in said
    assert "11.12." not in said
    here.say("p-kern", "ja")
    assert "bis Sa, 18.12." in here.say("p-kern", "Stand Z1")[-1]
    assert "Z2 kenne ich nicht" in here.say("p-kern", "Stand Z2")[0]


def test_another_day_corrects_what_was_only_prepared(here: Auenland) -> None:
    here.say("p-kern", "Bitte an Lindgrund: Pläne bis 11.12.")
    here.say("p-kern", "ja")
    here.say("p-lindner", "Z1 erst bis 12.12.")
    said = here.say("p-lindner", "Sorry, ich meinte den 18.12.")[-1]
    assert "18.12." in said
    assert "12.12." not in said.split("\n")[0]


def test_a_day_without_anything_to_correct_changes_nothing(here: Auenland) -> None:
    promised(here)
    head = here.faden.store.journal.head()
    assert "nicht verstanden" in here.say("p-vogt", "Nein, ich meinte den 18.12.")[-1]
    assert here.faden.store.journal.head() == head


def test_whoever_owes_is_not_told_to_accept_it(here: Auenland) -> None:
    promised(here)
    here.say("p-lindner", "Z1 erledigt")
    here.say("p-lindner", "Z1 ist da")
    assert "Z1 passt" not in labels(here, "p-lindner")
    here.say("p-kern", "Z1 ist da")
    assert "Z1 passt" in labels(here, "p-kern")


def test_a_long_line_is_cut_on_its_button_where_a_word_ends(here: Auenland) -> None:
    line = "Wir schicken die Stellungnahme zum Trocknungsplatz bis nächsten Freitag"
    here.say("p-vogt", line)
    (_, said) = here.thread("p-vogt")[-1]
    (option,) = options(said)
    assert option.label == "Angebot: Wir schicken die Stellungnahme zum …"
    assert option.twin.endswith("bis nächsten Freitag")
