"""Wording: what pages say about states and steps in few words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bots.chronicle import choosing, names
from bots.locale import N_
from bots.message import Span
from bots.speech import Speech
from core.effect import Answer
from core.ports import Circle
from projections.words import asked, ends, spellings

_WORD: Final = re.compile(r"([^\W_]+)")
_CIRCLES: Final = {
    Circle.PUBLIC: N_("everybody"),
    Circle.INTERNAL: N_("the members of the region"),
    Circle.CLOSED: N_("both parties, coordination and whoever examines"),
}


_ANSWERS: Final = {
    Answer.OPEN: N_("awaited"),
    Answer.PROVISIONAL: N_("by word of mouth"),
    Answer.CONDITIONAL: N_("with conditions"),
    Answer.APPROVED: N_("met"),
    Answer.WAIVED: N_("not needed"),
    Answer.REFUSED: N_("refused"),
    Answer.EXPIRED: N_("term gone by"),
}


def state_name(code: str, speech: Speech) -> str:
    """Return the name of a commitment's or an information's state."""
    if code in names.KNOWLEDGE:
        return names.knowledge(code, speech)
    return names.state(code, speech)


def answer_name(answer: Answer, speech: Speech) -> str:
    """Return how it stands with a condition."""
    return speech.translate(_ANSWERS[answer])


def circle_name(circle: Circle, speech: Speech) -> str:
    """Return who may see an item."""
    return speech.translate(_CIRCLES[circle])


def channel_name(channel: str, speech: Speech) -> str:
    """Return through what somebody is written to."""
    name = choosing.CHANNELS.get(channel)
    return speech.translate(name) if name else channel


def marked(text: str, query: str) -> Sequence[Span]:
    """Return ``text`` in which the words sought by ``query`` are strong."""
    sought = {spelling for word in asked(query) for spelling in spellings(word)}
    pieces = (piece for piece in _WORD.split(text) if piece)
    return [Span(text=piece, strong=_found(piece, sought)) for piece in pieces]


def _found(word: str, sought: set[str]) -> bool:
    known = spellings(word.casefold()) | ends(word.casefold())
    return any(one.startswith(start) for one in known for start in sought)
