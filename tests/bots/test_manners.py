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
