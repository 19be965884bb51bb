"""However much is to be said, Slack takes it, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from adapters.slack.fitting import HOME, MESSAGE
from adapters.slack.render import Rendered, laid_out, render
from bots.message import Facts, Link, Message, Part
from tests.adapters.slack.neutral import (
    FRAME,
    MESSAGES,
    PAGES,
    choices,
    kinds,
    lost,
    message,
    text,
)
from tests.slack.judge import Kind, complaints, texts


def _judged(rendered: Rendered) -> list[str]:
    payload = {"text": rendered.text}
    return complaints(
        Kind.MESSAGE,
        payload | ({"blocks": rendered.blocks} if rendered.blocks else {}),
    )


@pytest.mark.parametrize("count", [1, 10, 11, 24, 25, 26, 49, 50, 51, 100, 101, 300])
def test_at_every_border_slack_takes_it_and_no_word_is_lost(count: int) -> None:
    parts: list[Part] = [text("x"), Facts(rows=(("a", "b"),)), choices(count)]
    for shown in (
        message(*[text("Absatz")] * count),
        message(Facts(rows=(("Name", "Wert"),) * count)),
        message(choices(count)),
        message(*[part for _ in range(count) for part in (text("x"), choices(1))]),
        message(*parts * 3),
    ):
        rendered = render(shown, FRAME)
        assert _judged(rendered) == []
        assert lost(shown, rendered.blocks) == []
        assert len(rendered.blocks) <= MESSAGE.blocks


@pytest.mark.parametrize(
    "said", [[text("Wort " * 500)] * 6, [text("W" * 40_000)], [text("<&>" * 13_333)]]
)
def test_what_is_too_long_keeps_its_buttons_and_leads_to_the_whole(
    said: list[Part],
) -> None:
    shown = message(*said, choices(3), Link(label="Verlauf", item="Z34"))
    rendered = render(shown, FRAME)
    assert PAGES.letter(FRAME.key) in list(texts(rendered.blocks))
    assert kinds(rendered.blocks).count("actions") == 1
    assert "Alles lesen" in list(texts(rendered.blocks))
    assert _judged(rendered) == []


@settings(max_examples=50)
@given(MESSAGES)
@example(Message(title="t", parts=(text(" "), text("\n"))))
def test_slack_takes_every_message_and_no_word_is_lost(shown: Message) -> None:
    rendered = render(shown, FRAME)
    assert _judged(rendered) == []
    assert lost(shown, rendered.blocks) == []


@settings(max_examples=50)
@given(MESSAGES)
def test_slack_takes_every_message_as_a_home_page(shown: Message) -> None:
    made = laid_out(shown, FRAME, HOME)
    if made:
        assert complaints(Kind.HOME, {"type": "home", "blocks": made}) == []
    assert lost(shown, made) == []
