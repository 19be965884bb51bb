"""Kept: the checkpoint as one line of a digest, for others to keep (*Prüfstand*)."""

from __future__ import annotations

from bots.locale import N_
from bots.message import Choices, Message
from bots.proofs import short
from bots.speech import Speech
from core.checkpoint import Checkpoint


def kept(message: Message, checkpoint: Checkpoint, speech: Speech) -> Message:
    """Return ``message`` with the line below its text, above what can be pressed."""
    line = speech.text(
        N_("{checkpoint} – please keep this message: it proves what came before."),
        checkpoint=short(checkpoint, speech),
    )
    before = [part for part in message.parts if not isinstance(part, Choices)]
    choices = [part for part in message.parts if isinstance(part, Choices)]
    return message.model_copy(update={"parts": (*before, line, *choices)})
