"""Clocks: ``Stand am …``, ``Was galt am …``: an earlier day, on one clock or both."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from bots.grammar.answers import AskBack, Question
from bots.grammar.dates import Found, Impossible, Unsure, find_date
from bots.grammar.days import Sense
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.heads import Line
from bots.grammar.inquiries import AsOf, WhatHeld
from bots.grammar.item import date_question, refs_in
from bots.grammar.manners import bare

_AS_OF: Final = rx(
    r"(?:stand|sachstand|status|as\sof|as\sat|state\s(?:on|at|as\sof)|position\s(?:on|at)|was\sgalt|"
    r"what\s(?:held|applied|was\sin\sforce))\b(?P<rest>.+)"
)
_HELD: Final = rx(r"(?:was\sgalt|what\s(?:held|applied|was\sin\sforce))\b(?P<rest>.+)")
_KNOWN: Final = rx(
    r"[\s,(]*\b(?:(?:nach|laut|mit)\s(?:dem\s)?(?:(?:damaligen\s)?(?:stand|wissen|wissensstand|"
    r"kenntnisstand))\s(?:vom|von|am|des)|(?:wie|so)\sbekannt\sam|as\s(?:was\s)?known\s(?:on|at)|"
    r"by\sthe\sstate\sof)\s"
)
_ABOUT: Final = re.compile(r"^(?:(?:zu[mr]?|bei|für|mit|on|for|with)\s)+(?=\w)")


class _Known(NamedTuple):
    """The day of what was known, and the line without it."""

    day: date
    rest: str


def held(line: Line) -> WhatHeld | AskBack | None:
    """Read what held on a day where an item or a second clock is named."""
    text = bare(line.text)
    known = _known(text, line.today)
    if isinstance(known, AskBack):
        return known
    rest = text if known is None else known.rest
    found = _HELD.fullmatch(fold(rest).rstrip(" ?.!"))
    if found is None or not (known or refs_in(rest)):
        return None
    asked = rest[found.start("rest") :]
    outcome = find_date(asked, line.today, sense=Sense.HAPPENED)
    match outcome:
        case Found(day=day, start=start, end=end):
            if day > line.today:
                return _later("what_held", asked)
            topic = tidy(f"{asked[:start]} {asked[end:]}").strip(" :?")
            about = _ABOUT.sub("", topic)
            return WhatHeld(on=day, text=about, known=known.day if known else None)
        case Impossible() | Unsure():
            return date_question(outcome, asked, understood="what_held")
        case _:
            return None


def as_of(line: Line, text: str, asked: str) -> AsOf | AskBack | None:
    """Read how something stood on a day."""
    found = _AS_OF.fullmatch(asked)
    if found is None:
        return None
    rest = text[found.start("rest") :]
    head = re.split(r":(?!\d)|\s[-–]\s", rest, maxsplit=1)[0]
    outcome = find_date(head, line.today, sense=Sense.HAPPENED)
    match outcome:
        case Found(day=day, start=start, end=end):
            if day > line.today:
                return _later("as_of", head)
            topic = tidy(f"{head[:start]} {rest[end:]}").strip(" :?")
            return AsOf(on=day, text=re.sub(r"^(?:zu[mr]?|on|for)\s(?=\w)", "", topic))
        case Impossible() | Unsure():
            return date_question(outcome, head, understood="as_of")
        case _:
            return None


def _known(text: str, today: date) -> _Known | AskBack | None:
    found = _KNOWN.search(fold(text))
    if found is None:
        return None
    behind = text[found.end() :]
    head = re.split(r":(?!\d)|\s(?:zu[mr]?|bei|was)\s", behind, maxsplit=1)[0]
    outcome = find_date(head, today, sense=Sense.HAPPENED)
    match outcome:
        case Found(day=day, start=start, end=end):
            if day > today:
                return _later("what_held", head)
            rest = f"{text[: found.start()]} {behind[:start]}{behind[end:]}"
            return _Known(day, tidy(rest).strip(" :,?"))
        case Impossible() | Unsure():
            return date_question(outcome, head, understood="what_held")
        case _:
            return None


def _later(understood: str, phrase: str) -> AskBack:
    question = Question.IN_THE_FUTURE
    return AskBack(question=question, understood=understood, phrase=phrase)
