"""Usable: what of an earlier message can still be chosen (*Was noch gilt*)."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import datetime

from adapters.office import Posted
from bots.message import Choices, Form, Message, Part
from core.commitment.decide import TAKE_BACK


def in_time(posted: Posted, now: datetime) -> Message:
    """Return the message without the offer to take back once that is over."""
    message = Message.model_validate(posted.letter.payload)
    if now - posted.created_at < TAKE_BACK or message.choice("undo") is None:
        return message
    parts: list[Part] = []
    for part in message.parts:
        if not isinstance(part, Choices):
            parts.append(part)
        elif options := tuple(one for one in part.options if one.id != "undo"):
            parts.append(Choices(options=options))
    return message.model_copy(update={"parts": tuple(parts)})


def says_back(message: Message) -> bool:
    """Whether ``message`` says back what would be written, and waits for a yes."""
    return message.choice("yes") is not None


def still(
    message: Message, newest: Callable[[str], int | None], waiting: Container[Message]
) -> Message:
    """Return ``message`` without choices that can no longer be made.

    ``newest`` tells at which version an item is; ``waiting`` are the echoes that can
    still be answered.
    """
    version = newest(message.item) if message.item else None
    moved = None not in (version, message.version) and version != message.version
    if not moved and (message in waiting or not says_back(message)):
        return message
    kept = tuple(p for p in message.parts if not isinstance(p, Choices | Form))
    return message.model_copy(update={"parts": kept})
