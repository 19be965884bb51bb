"""A line that contradicts what was said back corrects it or drops it."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland

REQUEST = "Bitte an Lindgrund: Pläne bis 11.12."
OTHER = "Bitte an Steintal: Zählerstände bis 11.12."


@pytest.mark.parametrize(
    "line",
    [
        "nein, 18.12.",
        "Nein: Samstag, 18.12., bitte",
        "doch lieber 18.12.",
        "doch erst 18.12.",
        "nein, erst am 18.12.",
        "falsch, der 18.12.",
        "ach nein, den 18.12.!",
        "nicht am 11.12., sondern am 18.12.",
        "no, December 18",
        "wait, rather 18.12.",
    ],
)
def test_another_day_after_a_no_is_the_day_that_counts(
    here: Auenland, line: str
) -> None:
    here.say("p-kern", REQUEST)
    said = here.say("p-kern", line)[-1]
    assert "Sa, 18.12.2027" in said
    here.say("p-kern", "ja")
    assert "bis Sa, 18.12." in here.say("p-kern", "Stand Z1")[-1]


@pytest.mark.parametrize(
    "line",
    [
        "Nein, ich meinte Steintal",
        "nein, Steintal soll das machen",
        "doch an Steintal",
        "falsche Gemeinde",
        "das ist falsch",
        "Das stimmt so nicht.",
        "Moment, das war die andere Gemeinde",
        "halt, stopp!",
        "nicht Lindgrund",
        "nein, 2028",
        "no, make it Steintal",
        "wait",
        "wrong town",
        "Nein, könnte Steintal uns bis Freitag die Pläne schicken?",
    ],
)
def test_any_other_contradiction_drops_what_was_said_back(
    here: Auenland, line: str
) -> None:
    here.say("p-kern", REQUEST)
    head = here.faden.store.journal.head()
    assert "die ganze Zeile noch einmal" in "\n".join(here.say("p-kern", line))
    assert "Gerade wartet nichts auf Ihre Antwort" in here.say("p-kern", "ja")[-1]
    assert here.faden.store.journal.head() == head


def test_a_contradiction_of_one_of_several_asks_which(here: Auenland) -> None:
    here.say("p-kern", REQUEST)
    here.say("p-kern", OTHER)
    said = here.say("p-kern", "Moment, das ist falsch")[-1]
    assert "Was meinen Sie" in said
    assert "nein 1" in said
    assert "Gut" in here.say("p-kern", "nein 1")[-1]


def test_a_contradiction_of_nothing_is_not_understood(here: Auenland) -> None:
    assert "nicht verstanden" in here.say("p-kern", "Moment, das ist falsch")[-1]


def test_what_is_understood_leaves_waiting_what_waits(here: Auenland) -> None:
    here.say("p-kern", REQUEST)
    here.say("p-kern", "ja")
    here.say("p-kern", OTHER)
    here.say("p-kern", "Stand Z1")
    here.say("p-kern", "Haltern und Nonnweiler")
    here.say("p-kern", "ja")
    assert "Zählerstände" in here.say("p-kern", "Stand Z2")[-1]
