"""What Faden told somebody unasked, in a sentence, and its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import ValidationError

from bots.locale import N_
from bots.message import Message
from bots.speech import Speech
from core.digest import Reach, Sent
from core.event import Event

SENTENCES: Final[Mapping[type[Event], str]] = {
    Sent: N_("Faden told {to} ({org}) how things stand ({reach}, {period})."),
}
TAILS: Final[Mapping[str, str]] = {"wording": N_("It said: “{wording}”.")}
_REACHES: Final[Mapping[Reach, str]] = {
    Reach.ALL: N_("digest of the week"),
    Reach.HAND: N_("what needs a hand"),
    Reach.MONTH: N_("month of the forums"),
    Reach.PROOF: N_("checkpoint to keep"),
}


def reach(one: Reach, speech: Speech) -> str:
    """Return how much it told."""
    return speech.translate(_REACHES[one])


def sealed(name: str, text: str, speech: Speech) -> str:
    """Return who was told, or what, as it was read."""
    if name == "to":
        return speech.person(text)
    try:
        return Message.model_validate_json(text).plain
    except ValidationError:
        return text
