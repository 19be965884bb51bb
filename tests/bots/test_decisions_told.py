"""Decisions where a forum, or somebody who asks, is told what there is."""

from __future__ import annotations

from tests.auenland import Auenland
from tests.bots.deciding import accepted, opened


def test_the_overview_of_a_forum_names_what_is_being_decided(here: Auenland) -> None:
    opened(here)
    said = here.say("p-kern", "Überblick Forum Wasser")[-1]
    assert "Wird gerade entschieden:\nB1 " in said


def test_the_overview_of_a_forum_names_what_was_decided(here: Auenland) -> None:
    accepted(here)
    said = here.say("p-kern", "Überblick Forum Wasser")[-1]
    assert "Entschieden:\nB1 " in said
    assert "Wird gerade entschieden" not in said


def test_what_is_known_on_a_topic_names_decisions(here: Auenland) -> None:
    opened(here)
    said = here.say("p-kern", "Was wissen wir zu Klärschlamm?")[-1]
    assert "B1 " in said
