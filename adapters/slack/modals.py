"""Modals: what people fill in before it is said (*Formular*).

::

    button, or /faden alone --> modal --sent--> mistakes, field by field, or the inbox

A form is opened and its mistakes are answered within the three seconds that Slack
gives; the form itself is that of the letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from adapters.main import Faden
from adapters.slack.acts import Act, Pressed, completed, filled
from adapters.slack.blocks import Block
from adapters.slack.render import FILL, FORM, Frame, Pages
from adapters.slack.said import Submission, View
from adapters.slack.views import LINE, VALUE, fill_view, form_view, values
from bots import forms, requesting
from bots.message import Form, Message
from bots.ports import CHANGE, answered_by
from bots.speech import Speech

NO_LETTER: Final = "none"  # stands for the key of a letter; Slack wants something


@dataclass(frozen=True, slots=True)
class Mistakes:
    """What to mend, by the id of the field."""

    by_field: Mapping[str, str]


class Modals:
    """Makes and reads forms; its methods read the store, so they belong in a thread."""

    def __init__(self, faden: Faden, pages: Pages) -> None:
        """Read letters and names of ``faden``, whose own pages are ``pages``."""
        self._faden = faden
        self._pages = pages

    def pressed(self, what: Pressed, person: str) -> Block | None:
        """Return the form that a button opens; ``None``: there is none any more."""
        message = self._letter(what.card, person)
        if message is None:
            return None
        frame = self._frame(what.card, person)
        if what.kind == "form":
            form = message.form(what.name)
            return form_view(form, frame) if form else None
        choice = message.choice(what.name)
        return fill_view(choice, frame) if choice else None

    def request(self, person: str) -> Block:
        """Return the form of a new request."""
        frame = self._frame(NO_LETTER, person)
        return form_view(requesting.form(frame.speech), frame)

    def sent(self, said: Submission, person: str) -> Act | Mistakes:
        """Return what was said by a form, or what to mend in it first."""
        view, state = said.view, said.view.state.values
        if view.callback_id.startswith(FILL):
            line = (state.get(LINE) or {}).get(VALUE) or {}
            text = str(line.get("value") or "")
            return completed(said, text, _changed(view))
        name = view.callback_id.removeprefix(FORM)
        speech = self._faden.speech(person)
        form = self._form(view.private_metadata, name, person, speech)
        if form is None:  # the bot says that the card is no longer there
            return filled(said, name, {})
        told = values(form, state)
        if found := forms.mistakes(form, told, speech):
            return Mistakes(found)
        if view.private_metadata == NO_LETTER:
            return completed(said, forms.typed(form, told))
        return filled(said, name, told)

    def _form(self, card: str, name: str, person: str, speech: Speech) -> Form | None:
        if card == NO_LETTER and name == requesting.ID:
            return requesting.form(speech)
        message = self._letter(card, person)
        return message.form(name) if message else None

    def _frame(self, key: str, person: str) -> Frame:
        return Frame(key=key, speech=self._faden.speech(person), pages=self._pages)

    def _letter(self, key: str, person: str) -> Message | None:
        post = self._faden.desk.posted(key)
        return post.message if post is not None and post.person == person else None


def _changed(view: View) -> str | None:
    """Return the message whose echo is changed by the form, if that is its button."""
    if view.callback_id != f"{FILL}{CHANGE}":
        return None
    return answered_by(view.private_metadata)
