"""Forms open as modals and come back in words; the home page is a message."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from adapters.slack.blocks import Block
from adapters.slack.views import (
    LINE,
    VALUE,
    fill_view,
    form_view,
    home_view,
    mended,
    values,
)
from bots.message import Choice, Form, FormField
from tests.adapters.slack.neutral import FORMS, FRAME, PAGES, kinds, message, text
from tests.slack.judge import Kind, complaints, texts


def _field(name: str = "q1", **more: Any) -> FormField:  # noqa: ANN401  (its own fields)
    return FormField(**({"id": name, "label": "Bedarf", "kind": "text"} | more))


def _form(*fields: FormField) -> Form:
    return Form(id="answer", label="Ausfüllen …", twin="F12: ", fields=fields)


def _element(field: FormField) -> Block:
    view = form_view(_form(field), FRAME)
    assert complaints(Kind.MODAL, view) == []
    element: Block = view["blocks"][0]["element"]
    return element


def test_a_form_names_its_letter_its_fields_and_what_can_be_typed() -> None:
    view = form_view(_form(_field(unit="€", required=False)), FRAME)
    assert complaints(Kind.MODAL, view) == []
    assert view["callback_id"] == "faden.form/answer"
    assert view["private_metadata"] == FRAME.key
    field, small = view["blocks"]
    assert (field["block_id"], field["optional"]) == ("q1", True)
    assert field["label"]["text"] == "Bedarf (€)"
    assert small["elements"][0]["text"] == "oder tippen: F12: …"


def test_what_was_answered_before_stands_there() -> None:
    assert _element(_field(value="2028"))["initial_value"] == "2028"
    chosen = _field(kind="choice", options=("Ja", "Nein"), value="Nein")
    assert _element(chosen)["initial_option"]["text"]["text"] == "Nein"
    gone = _field(kind="choice", options=("Ja", "Nein"), value="Vielleicht")
    assert "initial_option" not in _element(gone)


def test_few_answers_are_seen_at_once_and_many_are_a_list() -> None:
    kinds_of = {
        count: _element(_field(kind="choice", options=tuple(map(str, range(count)))))
        for count in (5, 6, 100, 101, 200, 201)
    }
    assert kinds_of[5]["type"] == "radio_buttons"
    assert {one["type"] for n, one in kinds_of.items() if n > 5} == {"static_select"}
    assert len(kinds_of[100]["options"]) == 100
    assert [len(g["options"]) for g in kinds_of[101]["option_groups"]] == [100, 1]
    assert [g["label"]["text"] for g in kinds_of[201]["option_groups"]] == [
        "1–100",
        "101–200",
        "201–201",
    ]


def test_more_answers_than_a_list_can_hold_are_typed() -> None:
    many = _field(kind="choice", options=tuple(map(str, range(10_001))))
    assert _element(many)["type"] == "plain_text_input"


def test_long_answers_are_cut_where_they_are_shown_but_not_where_they_count() -> None:
    long, longer = "a" * 75, "a" * 76
    field = _field(kind="choice", options=(long, longer, longer), value=longer)
    shown = [option["text"]["text"] for option in _element(field)["options"]]
    assert shown[0] == long
    assert shown[1].endswith("…")
    for n, word in enumerate(field.options):
        state = {"q1": {VALUE: {"selected_option": {"value": str(n)}}}}
        assert values(_form(field), state) == {"q1": word}


def test_values_are_those_of_the_fields_that_were_filled_in() -> None:
    form = _form(_field("q1"), _field("q2"), _field("q3"))
    state = {
        "q1": {VALUE: {"type": "plain_text_input", "value": "2028"}},
        "q2": {VALUE: {"type": "plain_text_input", "value": None}},
        "fremd": {VALUE: {"value": "x"}},
    }
    assert values(form, state) == {"q1": "2028"}


@pytest.mark.parametrize("count", [97, 98, 99, 100, 101])
def test_more_fields_than_a_view_takes_are_on_our_page(count: int) -> None:
    view = form_view(_form(*[_field(f"q{n}") for n in range(count)]), FRAME)
    assert complaints(Kind.MODAL, view) == []
    assert kinds(view["blocks"]).count("input") == min(count, 98)
    assert (PAGES.letter(FRAME.key) in list(texts(view))) is (count > 98)


@pytest.mark.parametrize("twin", ["Z34 erst bis ", "", "x" * 3000, "x" * 3001])
def test_a_choice_that_begins_a_line_lets_it_be_completed(twin: str) -> None:
    later = Choice(id="later", label="Anderer Termin", twin=twin, fill=True)
    view = fill_view(later, FRAME)
    assert complaints(Kind.MODAL, view) == []
    assert view["callback_id"] == "faden.fill/later"
    (line,) = view["blocks"]
    assert line["block_id"] == LINE
    assert line["element"].get("initial_value", "") == twin[:3000]


def test_mistakes_are_shown_at_their_fields() -> None:
    answer = mended({"q1": "Bitte füllen Sie das aus."})
    assert answer["response_action"] == "errors"
    assert answer["errors"] == {"q1": "Bitte füllen Sie das aus."}


def test_the_home_page_shows_much_and_leads_to_the_rest() -> None:
    view = home_view(message(text("Von Ihnen erwartet"), title="Guten Tag"), FRAME)
    assert complaints(Kind.HOME, view) == []
    assert kinds(view["blocks"]) == ["header", "rich_text"]
    long = home_view(message(*[text("Wort " * 500)] * 40), FRAME)
    assert complaints(Kind.HOME, long) == []
    assert PAGES.letter(FRAME.key) in list(texts(long))


@settings(max_examples=50)
@given(FORMS)
def test_slack_takes_every_form_and_every_answer_comes_back(form: Form) -> None:
    view = form_view(form, FRAME)
    assert complaints(Kind.MODAL, view) == []
    state = {
        field.id: {VALUE: {"selected_option": {"value": str(len(field.options) - 1)}}}
        for field in form.fields
        if field.kind == "choice" and field.options
    }
    assert values(form, state) == {
        field.id: field.options[-1] for field in form.fields if field.id in state
    }
