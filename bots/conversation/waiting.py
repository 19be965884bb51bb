"""Waiting: questions that wait for a yes, each by its number and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bots.conversation.talk import Talk
from bots.lines import clipped
from bots.locale import N_
from bots.message import Facts, Message, Text
from bots.ports import Echo

YES: Final = N_("yes {number}")
NO: Final = N_("no {number}")


def which(talk: Talk, waiting: Sequence[Echo], answer: str) -> None:
    """Ask which of several is meant, or name the one that waits under its number.

    ``answer`` is what can be typed, with the number in it.
    """
    speech = talk.speaker.speech
    typed = [speech.words(answer, number=echo.number) for echo in waiting]
    asked = speech.text(
        N_("Several things wait for you. Which one: {numbers}?"),
        numbers=", ".join(typed),
    )
    if len(waiting) == 1:
        asked = speech.text(
            N_("Nothing waits under that number; nothing was written. This waits:")
        )
    said = map(_about, waiting)
    rows = tuple(zip(typed, said, strict=True))
    talk.messages.append(Message(parts=(asked, Facts(rows=rows))))


def of(talk: Talk, ref: str) -> Sequence[Echo]:
    """Return what waits, about ``ref`` if one is named."""
    waiting = talk.office.echoes(talk.speaker.person)
    return [
        echo
        for echo in waiting
        if not ref
        or any((order.stream or "").endswith(f":{ref}") for order in echo.orders)
    ]


def _about(echo: Echo) -> str:
    """Return what was said back, short."""
    texts = (part.plain for part in echo.message.parts if isinstance(part, Text))
    return clipped(next(texts, "…"))
