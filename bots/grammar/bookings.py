"""Bookings of whole days (German: *Buchung*)."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.dates import Found, Impossible, Outcome, Unsure, find_range
from bots.grammar.fold import fold, rx
from bots.grammar.heads import Line
from bots.grammar.intents import Parsed
from bots.grammar.item import cut, date_question
from bots.grammar.manners import doubt_in, is_doubtful
from bots.grammar.marks import Mark
from bots.grammar.matters import Book

_BOOK: Final = rx(
    r"^(?:bitte\s)?(?:(?:wir\smöchten\s|ich\smöchte\s)?(?:buchen?|buchung|reservieren?|"
    r"reservierung|book(?:ing)?|reserve)\b\s*:?\s*(?:den\s|die\s|das\s|the\s|für\suns\s)?)"
)
_BOOK_BEHIND: Final = rx(
    r"^bitte\s(?:den\s|die\s|das\s)?(?P<what>.+?)\s(?:buchen|reservieren)\b"
)
_TALK: Final = rx(
    r"^(?:mal|ich|wir|du|ihr|sie|er|es|man|ist|sind|war|waren|wird|werden|wurden?|hat|haben|"
    r"am|an|im|in|auf|bei|vor|hinter|zwischen|unter|wachsen|stehen|steht|fallen|is|are|was|"
    r"were|has|have|had|will|i|we|you|they|on|at|by|about|with)\b"
)


def book(line: Line) -> Parsed | None:
    """Read a booking; without both days it is asked about."""
    folded = fold(line.text)
    head, behind = _BOOK.match(folded), _BOOK_BEHIND.match(folded)
    if head is not None:
        rest = line.text[head.end() :]
    elif behind is not None and isinstance(find_range(line.text, line.today), Found):
        what = line.text[slice(*behind.span("what"))]
        rest = f"{what} {line.text[behind.end() :]}"
    else:
        return None
    outcome = find_range(rest, line.today)
    if _TALK.match(fold(_without(rest, outcome))):
        return None  # talk of bookings, or of beeches: no booking
    match outcome:
        case Impossible() | Unsure():
            return date_question(outcome, rest, understood="book")
        case Found(day=day, first=first, mark=mark) if mark is not Mark.DEADLINE:
            what = cut(rest, outcome.start, outcome.end)
            return _booked(line, what, first, day)
        case _:
            capital = rest[:1].isupper() or re.match(
                r"(?:bitte\s)?(?:den|die|das|the)\b", folded
            )
            if head is None or not (capital or ":" in head.group()):
                return None
            return AskBack(question=Question.WHICH_DATE, understood="book", phrase=rest)


def _without(text: str, outcome: Outcome | None) -> str:
    return cut(text, outcome.start, outcome.end) if outcome else text


def _booked(line: Line, what: str, first: date, day: date) -> Parsed:
    if not what:
        return AskBack(question=Question.MISSING_TEXT, understood="book")
    if is_doubtful(what):
        return AskBack(question=doubt_in(what), understood="book", phrase=what)
    return Book(text=what, start=first, end=day, on_behalf=line.on_behalf)
