"""Plain: yes and no where no question is answered by them (*ja, 2*).

::

    "ja, 2"             2
    "nein, verkauft"    0 – verkauft     (only a number is asked)
    "nein"              nothing to report    (several things are asked)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bots.asks.fitting import denies, fitting
from core.ask.questions import Question, QuestionKind

_YES: Final = re.compile(r"(?:ja|jawohl|yes)\b[\s,;:.–-]*", re.IGNORECASE)
_NO: Final = re.compile(r"(?:nein|no|nö|nee)\b[\s,;:.–-]*", re.IGNORECASE)
_PIECE: Final = re.compile(r"(?P<piece>[^,;:]+)[\s,;:]*")


def counted(questions: Sequence[Question], text: str, language: str) -> str | None:
    """Return ``text`` in figures; ``None`` if there is nothing to report."""
    said = text.strip()
    if yes := _YES.match(said):
        return text if _asked(questions, "ja", language) else said[yes.end() :] or text
    if not (no := _no(said)) or _asked(questions, "nein", language):
        return text
    why = said[no.end() :].strip(" .")
    number, *others = questions
    if others or number.kind is not QuestionKind.NUMBER:
        return text if why else None
    return text if why[:1].isdecimal() else f"0; {why}".strip("; ")


def _no(said: str) -> re.Match[str] | None:
    """Return the no with which ``said`` begins."""
    piece = _PIECE.match(said)
    return _NO.match(said) or (piece if piece and denies(piece["piece"]) else None)


def _asked(questions: Sequence[Question], said: str, language: str) -> bool:
    """Whether yes or no, or any text, answers one of the questions."""
    return any(
        one.kind is QuestionKind.TEXT or fitting(one, said, language)
        for one in questions
    )
