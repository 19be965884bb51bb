"""Requesting: a request as a form (*Bitte*), for whoever would rather fill in."""

from __future__ import annotations

from typing import Final

from bots.locale import N_
from bots.message import Form, FormField
from bots.speech import Speech

ID: Final = "request"


def form(speech: Speech) -> Form:
    """Return the form; its typed twin is the line of the chat."""
    names = sorted(set(speech.organisations.values()), key=str.casefold)
    return Form(
        id=ID,
        label=speech.translate(N_("New request …")),
        twin=speech.translate(N_("request to ")),
        line=speech.translate(N_("request to {to}: {what} by {due}")),
        fields=(
            FormField(
                id="to",
                label=speech.translate(N_("Whom do you ask?")),
                kind="choice",
                options=tuple(names),
            ),
            FormField(
                id="what",
                label=speech.translate(N_("What is it about?")),
                kind="text",
            ),
            FormField(
                id="due",
                label=speech.translate(N_("By when? For example 30 April")),
                kind="text",
            ),
        ),
    )
