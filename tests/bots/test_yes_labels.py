"""The button that says yes repeats what is said (chat.md rule 3)."""

from __future__ import annotations

import pytest

from tests.auenland import Auenland, options
from tests.bots.deciding import PROPOSAL, opened

MAJORITY = PROPOSAL.replace("Konsent", "Mehrheit")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("B1 einverstanden", "Ja, einverstanden"),
        ("B1 Enthaltung", "Ja, Enthaltung"),
        ("B1 dagegen: zu teuer", "Ja, nicht einverstanden"),
        ("B1 befangen", "Ja, befangen"),
    ],
)
def test_the_yes_to_a_position_says_which(
    here: Auenland, line: str, label: str
) -> None:
    opened(here, MAJORITY)
    here.say("p-lange", line)
    assert options(here.thread("p-lange")[-1][1])[0].label == label
