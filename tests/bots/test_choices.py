"""Every button says something that the grammar understands, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from bots import choices
from bots.grammar import DEMO, intents, parse
from bots.speech import Speech

TODAY = date(2027, 3, 17)
MEANT = {
    "promise": intents.Promise,
    "later": intents.Counter,
    "decline": intents.Decline,
    "reserve": intents.Reserve,
    "withdraw": intents.Withdraw,
    "agree": intents.Agree,
    "good": intents.Agree,
    "lacking": intents.Lacking,
    "done": intents.ReportDone,
    "hand": intents.HandOver,
    "council": intents.Ratification,
    "confirm": intents.Agree,
    "stand_by": intents.Agree,
    "discard": intents.Decline,
    "contest": intents.Decline,
    "uphold": intents.Uphold,
    "adjust": intents.Counter,
    "free": intents.Release,
    "seek": intents.Release,
}
REST = {
    "de": {
        "later": "15. Mai",
        "reserve": "12.6.",
        "council": "3.3.",
        "hand": "BM Roth",
    },
    "en": {
        "later": "15 May",
        "reserve": "12 June",
        "council": "3 March",
        "hand": "Roth",
    },
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", sorted(choices.BUTTONS))
def test_a_twin_means_what_its_button_says(key: str, language: str) -> None:
    speech = Speech(language=language, today=TODAY)
    choice = choices.choice(key, "Z34", speech)
    said = choice.twin
    if choice.fill:
        said += REST[language].get(key, "alles da")
    parsed = parse(said, TODAY, DEMO)
    assert isinstance(parsed, MEANT[key]), (said, parsed)


@pytest.mark.parametrize("language", ["de", "en"])
def test_taking_back_can_be_typed(language: str) -> None:
    speech = Speech(language=language, today=TODAY)
    said = choices.undo("Z34", speech).twin
    assert parse(said, TODAY, DEMO) == intents.Undo(ref="Z34")
