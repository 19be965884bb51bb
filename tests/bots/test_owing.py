"""Who promised what, what is due when, and who takes part: asked in the chat."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.auenland import Auenland
from tests.bots.deciding import accepted
from tests.bots.digested import overview, promised

LINE = (
    "Z1 „Schlammmengen 2024–26“ – Lindgrund für Kreis Auenland, 17.03.2027; "
    "zugesagt, bis Fr, 26.03."
)


def asked_too(here: Auenland) -> None:
    """Let Z1 be promised, and Lindgrund be asked for Z2."""
    promised(here)
    here.say("p-kern", "Bitte an Lindgrund: Pumpenliste bis 30.4.")
    here.say("p-kern", "ja")


@pytest.mark.parametrize(
    "line",
    [
        "Was hat Lindgrund zugesagt?",
        "Was hat Lindgrund uns versprochen?",
        "Was schuldet uns Lindgrund?",
        "Zusagen von Lindgrund",
    ],
)
def test_what_a_place_promised_is_told_apart_from_what_it_was_asked_for(
    here: Auenland, line: str
) -> None:
    asked_too(here)
    said = overview(here, "p-kern", line)
    assert said[:3] == ["Lindgrund hat zugesagt:", LINE, "Noch nicht zugesagt:"]
    assert said[3].startswith("Z2 „Pumpenliste“")


def test_ones_own_promises_are_told(here: Auenland) -> None:
    promised(here)
    for line in ("Was habe ich zugesagt?", "Was haben wir zugesagt?"):
        assert overview(here, "p-lindner", line) == ["Lindgrund hat zugesagt:", LINE]
    assert overview(here, "p-lindner", "Was haben wir dem Kreis zugesagt?")[1:] == [
        LINE
    ]
    (nothing,) = overview(here, "p-lindner", "Was haben wir Steintal zugesagt?")
    assert nothing == "Von Lindgrund ist nichts offen, das dazu passt."


def test_promises_are_told_by_their_topic(here: Auenland) -> None:
    promised(here)
    line = "Was hat Lindgrund zu den Schlammmengen zugesagt?"
    assert overview(here, "p-vogt", line)[1:] == [LINE]
    (nothing,) = overview(here, "p-vogt", "Was hat Lindgrund zur Pumpe zugesagt?")
    assert nothing == "Von Lindgrund ist nichts offen, das dazu passt."
    told = overview(here, "p-vogt", "Wer hat was zu den Schlammmengen zugesagt?")
    assert told == [
        "Zu „Schlammmengen“ ist eingetragen:",
        "Z1 Lindgrund – Schlammmengen 2024–26: zugesagt, bis Fr, 26.03.",
    ]


def test_what_is_to_be_done_by_a_day_leaves_out_what_is_later(here: Auenland) -> None:
    promised(here)
    here.say("p-kern", "Abfrage an alle: Wer hat eine Kehrmaschine? bis 30.4.")
    here.say("p-kern", "ja")
    (head, nothing) = overview(here, "p-lindner", "Was muss ich bis Freitag machen?")
    assert head == "Bis Fr, 19.03. von Ihnen erwartet:"
    assert nothing == "Zurzeit nichts."
    said = overview(here, "p-lindner", "Was ist bis Ende März fällig?")
    assert len(said) == 2
    assert said[1].startswith("Z1")
    (_, *later) = overview(here, "p-lindner", "Was steht bis Ende April an?")
    assert [line[:2] for line in later] == ["F1", "Z1"]


@pytest.mark.parametrize("line", ["Was liegt bei mir an?", "Was steht bei uns an?"])
def test_ones_own_work_is_never_a_question_to_everybody(
    here: Auenland, line: str
) -> None:
    promised(here)
    said = overview(here, "p-lindner", line)
    assert said == overview(here, "p-lindner", "Was ist offen?")
    assert said[0] == "Von Ihnen erwartet:"


def test_who_is_in_on_a_decision_is_named(here: Auenland) -> None:
    accepted(here)
    line = "Wer ist beim Klärschlamm dabei?"
    (head, said) = overview(here, "p-kern", line)
    assert head == "Zu „Klärschlamm“:"
    assert "noch bindet es niemanden" in said
    assert "Auenburg" in said
    for who in ("p-lange", "p-vogt", "p-roth", "p-mueller"):
        here.say(who, "B1 Gemeindevertretung: zugestimmt am 12.5., TOP 7")
        here.say(who, "ja")
    (_, said) = overview(here, "p-kern", line)
    assert "dabei: Birkfeld, Lindgrund, Mühlau, Steintal" in said


@pytest.mark.parametrize("line", ["Was ist offen?", "Wer hat was zugesagt?"])
def test_what_was_only_asked_for_is_not_called_promised(
    here: Auenland, line: str
) -> None:
    asked_too(here)
    said = overview(here, "p-kern", line)
    promise, request = map(said.index, ("Ihnen zugesagt:", "Von Ihnen erbeten:"))
    assert [one[:2] for one in said[promise + 1 : request]] == ["Z1"]
    assert [one[:2] for one in said[request + 1 :]] == ["Z2"]


@pytest.mark.parametrize(
    "line", ["Was hat Lindgrund uns versprochen?", "Was hat uns Lindgrund zugesagt?"]
)
def test_what_was_promised_to_others_is_not_told_as_promised_to_us(
    here: Auenland, line: str
) -> None:
    promised(here)
    assert overview(here, "p-kern", line) == ["Lindgrund hat zugesagt:", LINE]
    (nothing,) = overview(here, "p-vogt", line)
    assert nothing == "Von Lindgrund ist nichts offen, das dazu passt."


@pytest.mark.parametrize(
    "line", ["Wer hat uns was versprochen?", "Was wurde uns zugesagt?"]
)
def test_who_promised_us_what_is_told_without_our_own_duties(
    here: Auenland, line: str
) -> None:
    asked_too(here)
    head, first, *_ = overview(here, "p-kern", line)
    assert (head, first[:2]) == ("Ihnen zugesagt:", "Z1")
    assert overview(here, "p-lindner", line) == ["Ihnen zugesagt:", "Zurzeit nichts."]


@pytest.mark.parametrize(
    "line", ["Wer hat was bis wann zugesagt?", "Who promised what by when?"]
)
def test_question_words_are_no_topic(here: Auenland, line: str) -> None:
    promised(here)
    assert overview(here, "p-kern", line) == overview(
        here, "p-kern", "Wer hat was zugesagt?"
    )


def test_what_is_overdue_is_told_to_those_who_may_know(here: Auenland) -> None:
    promised(here)
    line, nothing = (
        "Was ist überfällig?",
        "Soweit Sie es sehen können, ist keine Zusage",
    )
    (said,) = overview(here, "p-kern", line)
    assert said.startswith(nothing)
    here.watch.now += timedelta(days=10)
    head, late = overview(here, "p-kern", line)
    assert head == "Der zugesagte Tag ist vorbei:"
    assert late.startswith("Z1")
    (said,) = overview(here, "p-vogt", line)
    assert said.startswith(nothing)


@pytest.mark.parametrize(
    "line", ["Was hat Lindgrund zugesagt?", "Was ist bei Lindgrund offen?"]
)
def test_a_long_list_says_that_there_is_more(here: Auenland, line: str) -> None:
    for number in range(13):
        here.say("p-kern", f"Bitte an Lindgrund: Liste {number} bis 30.4.")
        here.say("p-kern", "ja")
    said = overview(here, "p-kern", line)
    assert said[-1] == "Es gibt mehr davon: Die Seite /zusagen zeigt alles."
    assert len([one for one in said if one.startswith("Z")]) < 13
