"""Kept: the checkpoint, for others to keep (*Prüfstand zum Aufheben*).

As one line of a digest, or as a letter of its own where there is no digest.
"""

from __future__ import annotations

from bots.locale import N_
from bots.message import Choices, Form, Message, Span, Text
from bots.proofs import short
from bots.speech import Speech
from bots.witnessing import standing
from core.checkpoint import Checkpoint


def kept(
    message: Message, checkpoint: Checkpoint, speech: Speech, *beside: Text
) -> Message:
    """Return ``message`` with the line below its text, above what can be pressed."""
    line = speech.text(
        N_("{checkpoint} – please keep this message: it proves what came before."),
        checkpoint=short(checkpoint, speech),
    )
    before = [part for part in message.parts if not isinstance(part, Choices)]
    choices = [part for part in message.parts if isinstance(part, Choices)]
    parts = (*before, line, *beside, *choices)
    return message.model_copy(update={"parts": parts})


def witnessed(size: int, count: int, of_all: int, speech: Speech) -> Text:
    """Return the line that says by how many organisations it was witnessed."""
    return Text(spans=(Span(text=standing(size, count, of_all, speech)),))


def proof(org: str, hello: Text, checkpoint: Checkpoint, speech: Speech) -> Message:
    """Return the letter with which ``org`` keeps the checkpoint of the week."""
    why = speech.text(
        N_(
            "This is for {org} to keep. With it you can show later that nothing that "
            "was recorded before was changed since; “Check it yourself” on the page "
            "says how."
        ),
        org=speech.org(org),
    )
    title = speech.words(N_("Checkpoint of the week"))
    return kept(Message(title=title, parts=(hello, why)), checkpoint, speech)


def at_home(message: Message, checkpoint: Checkpoint, speech: Speech) -> Message:
    """Return the page that a platform keeps for somebody, with the line on it."""
    acts = [part for part in message.parts if isinstance(part, Form | Choices)]
    says = [part for part in message.parts if not isinstance(part, Form | Choices)]
    parts = (*says, to_copy(checkpoint, speech), *acts)
    return message.model_copy(update={"parts": parts})


def to_copy(checkpoint: Checkpoint, speech: Speech) -> Text:
    """Return the line that always stands on the page of the chat, to be copied."""
    return speech.text(
        N_(
            "**Newest checkpoint:** {checkpoint}. Copy this line and keep it: it shows "
            "later that nothing recorded before was changed."
        ),
        checkpoint=short(checkpoint, speech),
    )
