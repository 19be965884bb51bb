"""What people see in Slack after they acted: the card they acted on has changed."""

from __future__ import annotations

import json

from tests.adapters.slack.county import SlackCounty
from tests.slack.records import Data

REQUEST = "Bitte an Mühlau: Schlammmengen 2024–26 bis 30.4."


def _seen(county: SlackCounty, name: str) -> list[Data]:
    county.deliver()
    return county.slack.workspace.told(county.user(name))


def _press(county: SlackCounty, name: str, shown: Data, label: str) -> None:
    county.send(county.people.press(county.user(name), shown, label))


def test_the_card_that_was_pressed_turns_into_its_answer(county: SlackCounty) -> None:
    county.say("kern", REQUEST)
    (echo,) = _seen(county, "kern")
    _press(county, "kern", echo, "Ja, bitten")
    (card,) = _seen(county, "mueller")
    _press(county, "mueller", card, "Machen wir")
    (answer,) = _seen(county, "mueller")
    assert answer["ts"] == card["ts"]
    assert "Zugesagt: Z1" in str(answer["text"])
    first, *_ = _seen(county, "kern")
    assert first["ts"] == echo["ts"]
    assert "Ja, bitten" not in json.dumps(first, ensure_ascii=False)


def test_what_was_said_back_loses_its_buttons_when_it_is_answered_in_a_line(
    county: SlackCounty,
) -> None:
    county.say("kern", REQUEST)
    (echo,) = _seen(county, "kern")
    county.say("kern", "Hilfe")
    assert "Ja, bitten" in json.dumps(_seen(county, "kern")[0], ensure_ascii=False)
    county.say("kern", "ja")
    first, *_ = _seen(county, "kern")
    assert first["ts"] == echo["ts"]
    assert "Ja, bitten" not in json.dumps(first, ensure_ascii=False)
    assert "weiter unten" in str(first["text"])
