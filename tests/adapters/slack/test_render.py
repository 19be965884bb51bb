"""A neutral message in Slack: every word is there, and none of them means anything."""

from __future__ import annotations

import pytest

from adapters.slack import blocks
from adapters.slack.render import Rendered, render
from bots.message import (
    Choice,
    Choices,
    Facts,
    Form,
    FormField,
    Link,
    Message,
    Span,
    Text,
)
from tests.adapters.slack.neutral import (
    FRAME,
    PAGES,
    choices,
    kinds,
    lost,
    message,
    text,
)
from tests.slack.judge import Kind, complaints, texts

CARD = message(
    text("Z34: Kreis Auenland bittet "),
    Facts(rows=(("Frist", "Fr, 30.04."),)),
    Choices(
        options=(
            Choice(
                id="promise", label="Machen wir", twin="Z34 machen wir", style="yes"
            ),
            Choice(id="later", label="Anderer Termin", twin="Z34 erst bis ", fill=True),
        )
    ),
    Link(label="Verlauf", item="Z34"),
)


def _judged(rendered: Rendered) -> list[str]:
    payload = {"text": rendered.text}
    return complaints(
        Kind.MESSAGE,
        payload | ({"blocks": rendered.blocks} if rendered.blocks else {}),
    )


def _whole(rendered: Rendered) -> bool:
    return PAGES.letter(FRAME.key) not in list(texts(rendered.blocks))


def test_a_card_shows_words_buttons_and_what_can_be_typed_instead() -> None:
    rendered = render(CARD, FRAME)
    assert kinds(rendered.blocks) == ["rich_text", "actions", "context", "rich_text"]
    promise, later = rendered.blocks[1]["elements"]
    assert (promise["action_id"], promise["value"]) == ("faden/promise", FRAME.key)
    assert (promise["style"], later["action_id"]) == ("primary", "faden.fill/later")
    (small,) = rendered.blocks[2]["elements"]
    assert small["text"] == "oder tippen: Z34 machen wir · Z34 erst bis …"
    assert PAGES.item("Z34") in list(texts(rendered.blocks))
    assert _judged(rendered) == []


def test_strong_words_are_strong() -> None:
    rendered = render(message(text("Auenburg", strong=True)), FRAME)
    (words,) = rendered.blocks[0]["elements"][0]["elements"]
    assert words == {"type": "text", "text": "Auenburg", "style": {"bold": True}}


def test_words_that_lead_to_an_item_are_a_link() -> None:
    span = Span(text="Z34 ist fällig", strong=True, item="Z34")
    rendered = render(message(Text(spans=(span,))), FRAME)
    (words,) = rendered.blocks[0]["elements"][0]["elements"]
    assert (words["type"], words["url"]) == ("link", PAGES.item("Z34"))
    assert (words["text"], words["style"]) == ("Z34 ist fällig", {"bold": True})


@pytest.mark.parametrize("typed", ["<!channel>", "*fett*", ":wave:", "<@U1>", "`x`"])
def test_typed_markup_means_nothing(typed: str) -> None:
    rendered = render(message(text(typed), title=typed), FRAME)
    header, paragraph = rendered.blocks
    assert header["text"] == {"type": "plain_text", "text": typed, "emoji": False}
    assert paragraph["elements"][0]["elements"] == [{"type": "text", "text": typed}]
    assert "<" not in rendered.text


def test_the_text_of_a_notification_is_escaped_and_never_cut_inside_an_escape() -> None:
    assert render(message(text("a & b <c>")), FRAME).text == "a &amp; b &lt;c&gt;"
    for more in range(6):
        cut = render(message(text("x" * more + "&" * 4000)), FRAME).text
        assert len(cut) <= 3000
        assert cut.removesuffix("…").endswith("&amp;")


def test_a_note_stands_at_the_end_and_is_read_out() -> None:
    rendered = render(CARD, FRAME, "Zweiter Versuch")
    assert rendered.blocks[-1]["elements"][0]["text"] == "Zweiter Versuch"
    assert rendered.text.endswith("Zweiter Versuch")


def test_a_form_is_a_button_with_its_typed_beginning() -> None:
    field = FormField(id="q1", label="Bedarf", kind="text")
    form = Form(id="answer", label="Ausfüllen …", twin="F12: ", fields=(field,))
    rendered = render(message(form), FRAME)
    (button,) = rendered.blocks[0]["elements"]
    assert (button["action_id"], button["value"]) == ("faden.form/answer", FRAME.key)
    assert rendered.blocks[1]["elements"][0]["text"] == "oder tippen: F12: …"


def test_the_label_of_a_cut_button_stands_beside_its_twin() -> None:
    for length, cut in ((75, False), (76, True)):
        one = Choice(id="c", label="x" * length, twin="Z34 x")
        rendered = render(message(Choices(options=(one,))), FRAME)
        button = rendered.blocks[0]["elements"][0]["text"]["text"]
        assert button.endswith("…") is cut
        small = rendered.blocks[1]["elements"][0]["text"]
        assert (one.label in small) is cut
        assert _judged(rendered) == []


@pytest.mark.parametrize(
    ("count", "rows"), [(1, 1), (25, 1), (26, 2), (50, 2), (51, 3)]
)
def test_many_buttons_stand_in_rows(count: int, rows: int) -> None:
    rendered = render(message(choices(count)), FRAME)
    assert kinds(rendered.blocks).count("actions") == rows
    assert _judged(rendered) == []
    assert _whole(rendered)


@pytest.mark.parametrize("length", [149, 150, 151])
def test_a_long_title_is_a_strong_paragraph(length: int) -> None:
    rendered = render(message(text("x"), title="t" * length), FRAME)
    assert kinds(rendered.blocks)[0] == ("header" if length <= 150 else "rich_text")
    assert _judged(rendered) == []
    assert lost(message(title="t" * length), rendered.blocks) == []


@pytest.mark.parametrize("length", [2900, 2901, 2999, 3000, 3001, 6000])
def test_long_paragraphs_are_split_and_whole(length: int) -> None:
    shown = message(text("w" * length))
    rendered = render(shown, FRAME)
    assert lost(shown, rendered.blocks) == []
    assert max(len(words) for words in texts(rendered.blocks)) <= blocks.PIECE
    assert _whole(rendered)
    assert _judged(rendered) == []


def test_nothing_to_say_is_said_as_nothing() -> None:
    rendered = render(Message(parts=()), FRAME)
    assert (rendered.text, rendered.blocks) == ("–", [])
