"""Councils are called by their names, and never by an id (*Gremien*)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bots import chronicle
from core.decision import events as e
from core.decision.councils import SOME_BODY
from core.organisation import BodyMeetingScheduled
from projections.steps import Step
from tests.bots.test_chronicle import speech, step

DAY = date(2027, 6, 3)
NAMED = replace(speech(), bodies={"lindgrund/gv": "Gemeindevertretung Lindgrund"})


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("gv", "Gemeindevertretung Lindgrund"),
        ("ha-2", "Gremium"),
        (SOME_BODY, "Gremium"),
        ("Haupt- und Finanzausschuss", "Haupt- und Finanzausschuss"),
    ],
)
def test_a_body_is_called_by_its_name_or_the_council(body: str, name: str) -> None:
    event = e.DeadlineSet(org="lindgrund", body=body, deadline=DAY)
    said = chronicle.step(step(event), NAMED).plain
    assert said == f"Lindgrund, {name}: Frist bis zum Do, 03.06.2027."


def test_a_body_that_nobody_named_is_said_in_a_sentence_of_its_own() -> None:
    event = e.RatificationRequired(org="lindgrund", body=SOME_BODY, deadline=DAY)
    said = chronicle.step(step(event), NAMED).plain
    assert said.startswith("Lindgrund ist erst gebunden, wenn sein Gremium zustimmt.")


def test_the_organisation_of_a_body_is_known_from_its_own_history() -> None:
    event = BodyMeetingScheduled(body="gv", on=DAY)
    one: Step = replace(step(event), ref="lindgrund")
    assert "Gemeindevertretung Lindgrund" in chronicle.step(one, NAMED).plain
