"""Plain: yes and no where no question is answered by them (*ja, 2*).

::

    "ja, 2"             2
    "nein, verkauft"    0 – verkauft     (only a number is asked)
    "nein"              nothing to report    (several things are asked)
    "nein, doch 3"      is asked back
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bots.asks.amounts import mentions_number, settled, without_thing
from bots.asks.fitting import denies, fitting
from core.ask.questions import Question, QuestionKind

_YES: Final = re.compile(r"(?:ja|jawohl|yes)\b[\s,;:.–-]*", re.IGNORECASE)
_NO: Final = re.compile(
    r"(?:(?:nein|nö|nee)\b|no\b(?=\s*(?:[,;:.–-]|$)))[\s,;:.–-]*", re.IGNORECASE
)
_PIECE: Final = re.compile(r"(?P<piece>[^,;:]+)[\s,;:]*")


def counted(
    questions: Sequence[Question], line: str, asked: str, language: str
) -> str | None:
    """Return ``line`` in figures; ``None`` if there is nothing to report.

    ``asked`` are the words of the ask.
    """
    text = said = _plain(questions, line, asked, language)
    if yes := _YES.match(said):
        if _asked(questions, "ja", language):
            return text
        return _short(questions, said[yes.end() :], asked, language) or text
    if not (no := _no(said)) or _asked(questions, "nein", language):
        return text
    why = said[no.end() :].strip(" .")
    number, *others = questions
    if others or number.kind is not QuestionKind.NUMBER:
        return text if why else None
    return text if mentions_number(why) else f"0; {why}".strip("; ")


def _plain(questions: Sequence[Question], line: str, asked: str, language: str) -> str:
    """Return ``line`` without what it takes back; one's own text stays whole."""
    own = any(question.kind is QuestionKind.TEXT for question in questions)
    said = line.strip() if own else settled(line)
    return _short(questions, said, asked, language)


def _short(questions: Sequence[Question], said: str, asked: str, language: str) -> str:
    """Return ``said`` without the thing that was asked for, if that is an answer."""
    short = without_thing(said, asked)
    piece = _PIECE.match(short)
    if piece is None or short == said:
        return said
    plain = piece["piece"]
    fits = denies(plain) or any(fitting(one, plain, language) for one in questions)
    return short if fits else said


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
