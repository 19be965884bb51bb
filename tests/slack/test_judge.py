"""The judge takes what Slack takes, and refuses what Slack refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.slack.judge import MESSAGE_CHARACTERS, Kind, complaints
from tests.slack.make_schema import GENERATOR, SCHEMA, TYPES

Payload = dict[str, Any]


def plain(text: str) -> Payload:
    return {"type": "plain_text", "text": text}


def marked(text: str) -> Payload:
    return {"type": "mrkdwn", "text": text}


def button(**more: object) -> Payload:
    return {"type": "button", "text": plain("Zusagen"), "action_id": "a"} | more


def message(*blocks: Payload, **more: object) -> tuple[Kind, Payload]:
    return Kind.MESSAGE, {"text": "x", "blocks": list(blocks)} | more


def actions(*elements: Payload) -> tuple[Kind, Payload]:
    return message({"type": "actions", "elements": list(elements)})


def modal(*blocks: Payload, **more: object) -> tuple[Kind, Payload]:
    view = {"type": "modal", "title": plain("Zusage"), "submit": plain("Senden")}
    return Kind.MODAL, view | {"blocks": list(blocks)} | more


def field(element: Payload, **more: object) -> Payload:
    return {"type": "input", "label": plain("Wann?"), "element": element} | more


def select(*options: Payload, **more: object) -> Payload:
    element = {"type": "static_select", "action_id": "s", "options": list(options)}
    return field(element | more)


def option(value: str, text: str = "o") -> Payload:
    return {"text": plain(text), "value": value}


def rich(*words: Payload) -> Payload:
    section = {"type": "rich_text_section", "elements": list(words)}
    return {"type": "rich_text", "elements": [section]}


DAY = {"type": "datepicker", "action_id": "d"}
LINE = {"type": "divider"}
WORDS = {"type": "text", "text": "Z34", "style": {"bold": True}}

GOOD = {
    "section and buttons": message(
        {"type": "section", "text": marked("*hallo*")},
        {"type": "actions", "elements": [button(), button(action_id="b")]},
    ),
    "rich text": message(rich(WORDS, {"type": "link", "url": "https://a.b/?c&d"})),
    "50 blocks": message(*[LINE] * 50),
    "3000 characters": message({"type": "section", "text": marked("a" * 3000)}),
    "150 in a header": message({"type": "header", "text": plain("h" * 150)}),
    "button of 75": actions(button(text=plain("b" * 75))),
    "25 buttons": actions(*[button(action_id=str(n)) for n in range(25)]),
    "100 options": modal(select(*[option(str(n)) for n in range(100)])),
    "option of 75": modal(select(option("1", "o" * 75))),
    "a chosen option": modal(select(option("1"), initial_option=option("1"))),
    "modal": modal(field(DAY)),
    "home": (Kind.HOME, {"type": "home", "blocks": [LINE] * 100}),
    "escaped": message(LINE, text="&lt;!channel&gt; &amp; Söhne"),
}
BAD = {
    "51 blocks": message(*[LINE] * 51),
    "section of 3001": message({"type": "section", "text": marked("a" * 3001)}),
    "empty section": message({"type": "section"}),
    "empty text object": message({"type": "section", "text": marked("")}),
    "11 fields": message({"type": "section", "fields": [marked("f")] * 11}),
    "field of 2001": message({"type": "section", "fields": [marked("f" * 2001)]}),
    "header of 151": message({"type": "header", "text": plain("h" * 151)}),
    "header in mrkdwn": message({"type": "header", "text": marked("h")}),
    "11 context elements": message({"type": "context", "elements": [marked("c")] * 11}),
    "unknown block": message({"type": "sektion", "text": marked("x")}),
    "unknown key": message({"type": "section", "text": marked("x"), "colour": "red"}),
    "unknown style": message(rich({"type": "text", "text": "x", "style": {"red": 1}})),
    "empty rich text": message({"type": "rich_text", "elements": []}),
    "the same block_id": message(LINE | {"block_id": "q"}, LINE | {"block_id": "q"}),
    "block_id of 256": message(LINE | {"block_id": "q" * 256}),
    "button of 76": actions(button(text=plain("b" * 76))),
    "button in mrkdwn": actions(button(text=marked("b"))),
    "green button": actions(button(style="green")),
    "value of 2001": actions(button(value="v" * 2001)),
    "26 buttons": actions(*[button(action_id=str(n)) for n in range(26)]),
    "the same action_id": actions(button(), button()),
    "no deny": actions(
        button(confirm={"title": plain("t"), "text": plain("t"), "confirm": plain("j")})
    ),
    "no text": (Kind.MESSAGE, {"blocks": [LINE]}),
    "empty text": message(LINE, text=" "),
    "text of 4001": message(LINE, text="x" * 4001),
    "unescaped text": message(LINE, text="Müller & Söhne"),
    "unescaped tag": message(LINE, text="<b>"),
    "calling in the text": message(LINE, text="<!channel> alle"),
    "calling in a block": message({"type": "section", "text": marked("<!here> alle")}),
    "calling by name": message(LINE, link_names=True),
    "too long together": message(
        *[{"type": "section", "text": plain("a" * 3000)}] * (MESSAGE_CHARACTERS // 2500)
    ),
    "much metadata": message(LINE, metadata={"event_payload": {"key": "k" * 8000}}),
    "101 blocks in a modal": modal(*[LINE] * 101),
    "101 blocks at home": (Kind.HOME, {"type": "home", "blocks": [LINE] * 101}),
    "modal without title": (Kind.MODAL, {"type": "modal", "blocks": [LINE]}),
    "modal title of 25": modal(field(DAY), title=plain("t" * 25)),
    "modal without submit": modal(field(DAY), submit=None),
    "private_metadata of 3001": modal(field(DAY), private_metadata="m" * 3001),
    "home with submit": (
        Kind.HOME,
        {"type": "home", "submit": plain("x"), "blocks": [LINE]},
    ),
    "option of 76": modal(select(option("1", "o" * 76))),
    "value of 76": modal(select(option("v" * 76))),
    "101 options": modal(select(*[option(str(n)) for n in range(101)])),
    "the same value": modal(select(option("1"), option("1"))),
    "a choice of none": modal(select(option("1"), initial_option=option("2"))),
    "day in German": modal(field(DAY | {"initial_date": "12.5.2026"})),
    "11 radio buttons": modal(
        select(*[option(str(n)) for n in range(11)], type="radio_buttons")
    ),
    "label of 2001": modal(field(DAY, label=plain("l" * 2001))),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_slack_takes_is_taken(name: str) -> None:
    assert complaints(*GOOD[name]) == []


@pytest.mark.parametrize("name", BAD)
def test_what_slack_refuses_is_refused(name: str) -> None:
    assert complaints(*BAD[name])


def test_types_and_models_each_know_what_the_other_does_not() -> None:
    said = [" ".join(complaints(*bad)) for bad in BAD.values()]
    assert any("types:" in one and "models:" not in one for one in said)
    assert any("models:" in one and "types:" not in one for one in said)


def test_the_schema_names_what_it_was_made_from() -> None:
    schema = json.loads(SCHEMA.read_text())
    assert TYPES in schema["$comment"]
    assert GENERATOR in schema["$comment"]
    assert len(schema["definitions"]) > 80
