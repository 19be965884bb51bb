"""Views: forms as modals, and a person's home page (*Startseite*).

A modal's ``callback_id`` is ``faden.form/<form>`` or ``faden.fill/<choice>``, its
``private_metadata`` the key of the letter; an input's ``block_id`` is the id of its
field. What is chosen comes back as its place in the list, so that long and equal
words stay what they are; ``values`` gives the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from adapters.slack import blocks
from adapters.slack.blocks import Block
from adapters.slack.fitting import HOME
from adapters.slack.render import FILL, FORM, Frame, laid_out
from bots.locale import N_
from bots.message import Choice, Form, FormField, Message
from bots.speech import Speech

VALUE: Final = "value"  # action_id of every input
LINE: Final = "text"  # block_id of the line that a choice begins
_FIELDS: Final = 98  # a view takes 100 blocks; two are ours
_SEEN: Final = 5  # answers that are all seen at once; more are a list
_GROUPED: Final = blocks.OPTIONS * blocks.OPTIONS  # words that a list can hold


def form_view(form: Form, frame: Frame) -> Block:
    """Return ``form`` as a modal, filled in as far as it is."""
    speech = frame.speech
    made: list[Block] = [_input(field) for field in form.fields[:_FIELDS]]
    made.append(blocks.small(_typed(f"{form.twin}{blocks.DOTS}", speech)))
    if len(form.fields) > _FIELDS:
        url = frame.pages.letter(frame.key)
        label = speech.translate(N_("More to fill in on our page"))
        made.append(blocks.rich([blocks.run(label, url=url)]))
    return _modal(f"{FORM}{form.id}", form.label, made, frame)


def fill_view(choice: Choice, frame: Frame) -> Block:
    """Return the line that ``choice`` begins, to be completed in a modal."""
    element: Block = {"type": "plain_text_input", "action_id": VALUE}
    element["max_length"] = blocks.INPUT
    if choice.twin:
        element["initial_value"] = choice.twin[: blocks.INPUT]
    line: Block = {"type": "input", "block_id": LINE, "element": element}
    line["label"] = blocks.plain(choice.label, blocks.LABEL)
    return _modal(f"{FILL}{choice.id}", choice.label, [line], frame)


def values(form: Form, state: Mapping[str, Any]) -> dict[str, str]:
    """Return what was filled in, by field; ``state`` is ``view.state.values``."""
    return dict(_values(form, state))


def mended(mistakes: Mapping[str, str]) -> Block:
    """Return the answer that shows ``mistakes``, by field, in the open modal."""
    return {"response_action": "errors", "errors": dict(mistakes)}


def home_view(message: Message, frame: Frame) -> Block:
    """Return ``message`` as a home page."""
    return {"type": "home", "blocks": laid_out(message, frame, HOME)}


def _values(form: Form, state: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in form.fields:
        said = (state.get(field.id) or {}).get(VALUE) or {}
        option = said.get("selected_option")
        if option is not None:
            yield field.id, field.options[int(option[VALUE])]
        elif said.get("value"):
            yield field.id, str(said["value"])


def _modal(name: str, title: str, made: list[Block], frame: Frame) -> Block:
    speech = frame.speech
    return {
        "type": "modal",
        "callback_id": name,
        "private_metadata": frame.key,
        "title": blocks.plain(title, blocks.TITLE),
        "submit": blocks.plain(speech.translate(N_("Send")), blocks.TITLE),
        "close": blocks.plain(speech.translate(N_("Cancel")), blocks.TITLE),
        "blocks": made,
    }


def _input(field: FormField) -> Block:
    label = f"{field.label} ({field.unit})" if field.unit else field.label
    return {
        "type": "input",
        "block_id": field.id,
        "label": blocks.plain(label, blocks.LABEL),
        "element": _element(field) | {"action_id": VALUE},
        "optional": not field.required,
    }


def _element(field: FormField) -> Block:
    if field.kind == "choice" and 0 < len(field.options) <= _GROUPED:
        few = len(field.options) <= _SEEN
        return (blocks.radio if few else blocks.select)(field.options, field.value)
    element: Block = {"type": "plain_text_input", "max_length": blocks.INPUT}
    if field.kind in {"text", "long"}:
        element["multiline"] = True
    if field.value:
        element["initial_value"] = field.value[: blocks.INPUT]
    return element


def _typed(twin: str, speech: Speech) -> str:
    return f"{speech.translate(N_('or type:'))} {twin}"
