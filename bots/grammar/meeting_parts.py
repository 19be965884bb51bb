"""What the lines about meetings share: the forum, the day, and what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.dates import Found, Impossible, Session, Unsure, find_date
from bots.grammar.days import Grain, Sense
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.forums import named_in
from bots.grammar.heads import Line
from bots.grammar.item import cut, date_question

SITTING: Final = r"(?:forums?-?)?(?:sitzung(?:stermin)?|meeting|session)"
_OF: Final = re.compile(r"\bvom\b|\bof\b")
_LEADS: Final = rx(r"^[\s,:;-]*(?:(?:zum|zur|der|des|of|on|vom)\s)?")
_SINGLE_DAYS: Final = frozenset({Grain.DAY, Grain.WEEKDAY, Grain.OFFSET})


@dataclass(frozen=True, slots=True)
class Parts:
    """What is left of a line once its forum and its day were taken out."""

    rest: str
    forum: str
    on: date


def taken_apart(
    text: str, forum: str, line: Line, sense: Sense, understood: str
) -> Parts | AskBack:
    """Take out forum and day; a line without one of them is asked about."""
    if not forum:
        text, forum, _ = named_in(text, line.names)
    plain = _OF.sub(lambda one: "am " if one[0] == "vom" else "on", fold(text))
    match find_date(plain, line.today, sense=sense):
        case Found(grain=grain, day=day, start=start, end=end):
            if grain not in _SINGLE_DAYS:
                question, phrase = Question.WHICH_DATE, tidy(text[start:end])
                return AskBack(question=question, understood=understood, phrase=phrase)
            rest = cut(text, start, end)
            return Parts(tidy(rest[lead(_LEADS, rest) :]), forum, day)
        case Impossible() | Unsure() as outcome:
            return date_question(outcome, text, understood=understood)
        case Session() | None:
            return AskBack(question=Question.SESSION_UNKNOWN, understood=understood)


def lead(pattern: re.Pattern[str], text: str) -> int:
    """Return how far ``pattern`` reaches into the beginning of ``text``."""
    found = pattern.match(fold(text))
    return found.end() if found else 0
