"""``Stand am …``: how something stood on an earlier day."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland


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
