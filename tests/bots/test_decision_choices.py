"""Every button of a decision says something that the grammar understands."""

from __future__ import annotations

from datetime import date

import pytest

from bots.decisions.choices import BUTTONS
from bots.grammar import DEMO, intents, parse
from bots.speech import Speech

TODAY = date(2027, 3, 17)
MEANT = {
    "consent": intents.Consent,
    "object": intents.Object,
    "against": intents.Object,
    "abstain": intents.Abstain,
    "recuse": intents.Recuse,
    "reserve": intents.Reserve,
    "settled": intents.WithdrawObjection,
    "lift": intents.WithdrawObjection,
    "object_again": intents.Object,
    "confirm": intents.ConfirmEntry,
    "drop": intents.ContestEntry,
    "right": intents.ConfirmEntry,
    "wrong": intents.ContestEntry,
    "join": intents.JoinDecision,
    "paper": intents.Paper,
    "result": intents.Ratification,
    "open": intents.OpenDecision,
    "count": intents.CountDecision,
    "revise": intents.ReviseDecision,
    "again": intents.CallAgain,
    "take_up": intents.TakeUp,
    "refuse_terms": intents.RefuseTerms,
    "keep": intents.KeepDecision,
    "replace": intents.ReplaceDecision,
}
REST = {
    "de": {
        "reserve": "Gemeindevertretung bis 12.6.",
        "result": "zugestimmt am 3.3., TOP 7",
        "replace": "B12",
    },
    "en": {
        "reserve": "parliament until 12 June",
        "result": "approved on 3 March, item 7",
        "replace": "B12",
    },
}
BODY = {"de": "Gemeindevertretung", "en": "municipal council"}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("key", sorted(BUTTONS))
def test_a_twin_means_what_its_button_says(key: str, language: str) -> None:
    speech = Speech(language=language, today=TODAY)
    _, twin, _ = BUTTONS[key]
    said = speech.words(twin, ref="B7", body=BODY[language], org="Birkfeld")
    if said.endswith(" "):
        said += REST[language].get(key, "zu teuer")
    parsed = parse(said, TODAY, DEMO)
    assert isinstance(parsed, MEANT[key]), (said, parsed)


def test_a_no_is_told_from_an_objection() -> None:
    against = parse("B7 dagegen: zu teuer", TODAY, DEMO)
    objection = parse("B7 Einwand: zu teuer", TODAY, DEMO)
    assert isinstance(against, intents.Object)
    assert isinstance(objection, intents.Object)
    assert (against.against, objection.against) == (True, False)
