"""Changes: what has changed around a decision, told in a form (*Rahmenbedingung*)."""

from __future__ import annotations

from typing import Final

from bots.locale import N_
from bots.message import Form, FormField
from bots.speech import Speech

ID: Final = "framework_change"


def form(ref: str, speech: Speech) -> Form:
    """Return the form; its typed twin is the line of the chat."""
    twin = speech.words(N_("framework change on {ref}: "), ref=ref)
    return Form(
        id=ID,
        label=speech.translate(N_("Something has changed …")),
        twin=twin,
        line=f"{twin}{{what}}",
        fields=(
            FormField(
                id="what",
                label=speech.translate(N_("What has changed, and since when?")),
                kind="text",
            ),
        ),
    )
