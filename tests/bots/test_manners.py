"""How the bot meets greetings, questions and what it does not understand."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland, options
from tests.bots.test_conversation import asked, head


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("was offn", ["Was ist offen?"]),
        ("Bite an Lindgrund Pläne", ["Bitte an …: … bis …"]),
        ("Wir buchen den Saal am 12.4.", []),
        ("hello world", []),
    ],
)
def test_only_what_is_near_and_can_be_done_is_suggested(
    here: Auenland, line: str, offered: list[str]
) -> None:
    here.say("p-kern", line)
    assert [option.label for option in options(here.thread("p-kern")[-1][1])] == offered


def test_a_question_about_an_item_shows_it_and_reports_nothing(here: Auenland) -> None:
    asked(here)
    here.say("p-lange", "Z1 machen wir")
    here.say("p-lange", "ja")
    before = head(here)
    assert "Lindgrund hat zugesagt" in here.say("p-lindner", "Ist Z1 erledigt?")[-1]
    assert head(here) == before


def test_a_greeting_offers_where_to_begin(here: Auenland) -> None:
    here.say("p-kern", "Guten Morgen")
    assert here.choose("p-kern", "Was ist offen?")[0].startswith("Von Ihnen erwartet:")


def test_the_state_of_what_is_late_says_so_to_those_who_may_know(
    here: Auenland,
) -> None:
    asked(here)
    here.say("p-lange", "Z1 machen wir")
    here.say("p-lange", "ja")
    here.watch.forward(days=60)
    for who in ("p-kern", "p-lindner"):
        assert "Überfällig seit Fr, 30.04." in here.say(who, "Stand Z1")[-1]
    assert "berfällig" not in here.say("p-vogt", "Stand Z1")[-1]


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Schönes Wochenende", "Danke, Ihnen auch!"),
        ("Schönen Feierabend zusammen!", "Danke, Ihnen auch!"),
        ("Have a nice weekend", "Danke, Ihnen auch!"),
        ("Tschüss, bis morgen", "Auf Wiedersehen!"),
        ("Bis dann", "Auf Wiedersehen!"),
        ("Danke dir", "Gern geschehen."),
    ],
)
def test_a_kind_word_is_answered_kindly(here: Auenland, line: str, answer: str) -> None:
    assert here.say("p-kern", line) == [answer]


def test_thanks_to_somebody_are_kept_for_whom_they_are_meant(here: Auenland) -> None:
    said = here.say("p-kern", "Vielen Dank an Steintal für die schnelle Hilfe!")[-1]
    assert said.startswith("Wie schön!")
    assert "Hilfe: " not in said
    (option,) = options(here.thread("p-kern")[-1][1])
    assert option.twin == "Info: Vielen Dank an Steintal für die schnelle Hilfe!"
    assert option.fill


@pytest.mark.parametrize(
    ("ref", "shown"),
    [("F3", "Ihre Abfragen"), ("Z9", "offenen Zusagen"), ("B9", "Beschlüsse")],
)
def test_an_unknown_number_leads_to_its_own_kind(
    here: Auenland, ref: str, shown: str
) -> None:
    said = here.say("p-kern", f"Stand {ref}")[-1]
    assert said.startswith(f"{ref} kenne ich nicht.")
    assert shown in said
