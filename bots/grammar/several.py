"""Several matters in one message, a line for each: they are asked for one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bots.grammar.commitments import Offer, Request
from bots.grammar.decisions import ProposeDecision
from bots.grammar.intents import Parsed
from bots.grammar.matters import OpenAsk
from bots.grammar.said import OfItem

_MATTERS: Final = (Request, Offer, OpenAsk, ProposeDecision, OfItem)


def several(text: str, read: Callable[[str], Parsed]) -> bool:
    """Whether two lines of ``text``, read alone, want something each."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        return False
    return sum(isinstance(read(line), _MATTERS) for line in lines) > 1
