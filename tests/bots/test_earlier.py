"""``Stand am …``: how something stood on an earlier day."""

from __future__ import annotations

from datetime import date

import pytest

from core.decision import commands as c
from core.decision.kinds import Evidence
from tests.auenland import Auenland
from tests.ballots import do, ratifying, resolved


@pytest.fixture
def story(here: Auenland) -> Auenland:
    """Asked on the 17th of March, promised on the 19th."""
    here.say("p-lange", "Bitte an Birkfeld: Klärschlamm wiegen bis 30.4.")
    here.say("p-lange", "ja")
    here.watch.forward(days=2)
    here.say("p-vogt", "Z1 machen wir")
    here.say("p-vogt", "ja")
    here.say("p-vogt", "Info: Klärschlamm wird teurer")
    return here


@pytest.mark.parametrize("topic", ["Klärschlamm", "Z1"])
def test_what_was_known_then_is_said_with_its_state_then(
    story: Auenland, topic: str
) -> None:
    (said,) = story.say("p-kern", f"Stand am 18.3.2027: {topic}")
    assert said.startswith("Stand vom Do, 18.03.2027 (Eintrag ")
    assert "angefragt" in said
    assert "I1" not in said
    (now,) = story.say("p-kern", f"Stand am 19.3.2027: {topic}")
    assert "zugesagt" in now


def test_without_a_topic_what_was_open_is_listed(story: Auenland) -> None:
    (said,) = story.say("p-kern", "Stand am 18.3.2027")
    assert "Z1" in said


def test_where_there_was_nothing_that_is_said(story: Auenland) -> None:
    (said,) = story.say("p-kern", "Stand am 18.3.2027: Kehrmaschine")
    assert "finde ich nichts zu „Kehrmaschine“" in said
    (said,) = story.say("p-kern", "Stand am 1.3.2027: Klärschlamm")
    assert "noch nichts erfasst" in said


@pytest.mark.parametrize("topic", ["B1", "Klärschlamm"])
def test_a_decision_is_shown_as_it_stood_then(here: Auenland, topic: str) -> None:
    ref = ratifying(here)
    here.watch.forward(days=1)
    then = here.watch().date()
    here.watch.forward(days=7)
    resolved(here, ref)
    (*_, said) = here.say("p-kern", f"Stand am {then:%d.%m.%Y}: {topic}")
    assert "B1" in said
    assert "in den Räten" in said


@pytest.fixture
def decided(here: Auenland) -> Auenland:
    """Councils resolved on the 11th of May; one result was entered a week later."""
    ref = ratifying(here)
    resolved(here, ref)
    here.watch.forward(days=7)
    proof = c.RecordApproval(
        org="steintal",
        body="gv",
        evidence=Evidence.LETTER,
        ref="Brief",
        on=date(2027, 5, 11),
    )
    do(here, "steintal", proof, ref=ref)  # now they are three
    return here


def test_what_counted_on_a_day_is_told_on_both_clocks(decided: Auenland) -> None:
    (*_, said) = decided.say("p-kern", "Was galt am 11.5.2027 zu B1?")
    assert said.startswith("Was am Di, 11.05.2027 galt, nach heutigem Kenntnisstand:")
    assert "er band Birkfeld, Lindgrund, Steintal" in said
    (*_, said) = decided.say("p-kern", "Was galt am 10.5.2027 zu B1?")
    assert "er band niemanden" in said
    asked = "Was galt am 11.5.2027 nach Stand vom 12.5.2027 zu B1?"
    (*_, said) = decided.say("p-kern", asked)
    assert "nach dem Stand vom Mi, 12.05.2027 (Eintrag " in said
    assert "er band niemanden" in said
    (*_, said) = decided.say("p-kern", "Was galt am 1.1.2027 zu B1?")
    assert "Zu „B1“ gab es noch keinen Beschluss." in said


def test_what_counted_is_found_by_words_and_without_any(decided: Auenland) -> None:
    known = "nach Stand vom 18.5.2027"
    for line in (
        f"Was galt am 12.5.2027 {known}?",
        f"{known}: was galt am 12.5. zu Klärschlamm",
    ):
        (*_, said) = decided.say("p-kern", line)
        assert "er band Birkfeld, Lindgrund, Steintal" in said


def test_days_that_cannot_be_are_asked_back(decided: Auenland) -> None:
    for line in (
        "Was galt am 1.3.2030 zu B1?",
        "Was galt am 31.2.2027 zu B1?",
        "Was galt am 1.3.2027 zu B1 nach Stand vom 1.1.2030?",
        "Was galt am 1.3.2027 zu B1 nach Stand vom 31.2.2027?",
    ):
        (*_, said) = decided.say("p-kern", line)
        assert "galt" not in said, line
    (*_, said) = decided.say(
        "p-kern", "Was galt am 1.3.2027 zu B1 nach Stand vom 1.1.2020?"
    )
    assert "noch nichts erfasst" in said


def test_what_has_no_validity_of_its_own_is_shown_as_known_then(
    story: Auenland,
) -> None:
    (said,) = story.say("p-kern", "Was galt am 18.3.2027 zu Z1?")
    assert said.startswith("Stand vom Do, 18.03.2027 (Eintrag ")
    assert "angefragt" in said
