"""What is wanted: the words of a request, an offer or an ask, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, Question
from bots.grammar.dates import Found, Impossible, Session, Unsure, find_date
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.item import cut, date_question
from bots.grammar.marks import Mark

_MEASURE: Final = rx(
    r"[\s,;(]*\b(?:fertig\s(?:heißt|ist|bedeutet)|done\smeans|erledigt\sheißt)\s*:?\s*(?P<t>.+?)\)?$"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The words of a request, an offer or an ask, with its day taken out."""

    text: str
    due: date | None = None
    session: bool = False
    measure: str = ""


def told_in(text: str, today: date, understood: str) -> Told | AskBack:
    """Take the measure of done and the deadline out of free text."""
    measure = _MEASURE.search(fold(text))
    said = text[: measure.start()] if measure else text
    done = tidy(text[slice(*measure.span("t"))]) if measure else ""
    outcome = find_date(said, today)
    match outcome:
        case Impossible() | Unsure():
            return date_question(outcome, said, understood=understood)
        case Found(day=day, start=start, end=end, mark=mark):
            dated = mark in {Mark.DEADLINE, Mark.BEFORE}
            rest = cut(said, start, end) if dated else tidy(said)
            return _told(Told(rest, day, measure=done), understood)
        case Session(start=start, end=end):
            rest = cut(said, start, end)
            return _told(Told(rest, session=True, measure=done), understood)
        case None:
            return _told(Told(tidy(said), measure=done), understood)


def _told(told: Told, understood: str) -> Told | AskBack:
    if not told.text:
        return AskBack(
            question=Question.MISSING_TEXT, understood=understood, due=told.due
        )
    return told
