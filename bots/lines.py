"""Lines: one sentence about one item, which begins with the way there (*Zeile*)."""

from __future__ import annotations

from typing import Final

from bots.message import Span, Text
from core import texts

LABEL: Final = 60  # characters of a button
CLIPPED: Final = 140  # characters of what people typed, within a line


def line(ref: str, said: Text) -> Text:
    """Return ``said`` behind the reference, which leads to its item."""
    head = (Span(text=ref, strong=True, item=ref), Span(text=" "))
    return Text(spans=(*head, *said.spans))


def clipped(text: str, longest: int = CLIPPED) -> str:
    """Return ``text`` in one line, cut at a word if it is too long."""
    return texts.clipped(text, longest)
