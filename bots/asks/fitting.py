"""Fitting: a piece of a line as the answer to one question, in canonical form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bots.asks.amounts import in_figures, latest
from bots.asks.units import figure
from core.ask.questions import NO, YES, Question, QuestionKind, Value
from core.errors import Code, Refusal
from core.sealed import Sealed

_YES: Final = {"ja", "yes", "jawohl", "jo", "gerne", "gern", "j"}
_NO: Final = {"nein", "no", "nö", "nee", "n", "nicht", "leider nicht"}
_KEINE: Final = re.compile(
    r"(?:leider\s)?(?:wir\s\w+\s|(?:das\s)?(?:haben|brauchen|benötigen)\swir\s)?"
    r"(?:(?:leider|noch|gar|derzeit)\s)*(?:keine[nrs]?|kein(?:\s(?:bedarf|interesse))?)|"
    r"(?:das\s)?(?:haben|brauchen|benötigen)\swir\s(?:leider\s)?nicht",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?")
_YEAR: Final = re.compile(r"(?:19|20|21)\d\d")
_ROUGH: Final = (
    r"(?:(?:circa|etwa|rund|ungefähr|knapp|about|around|roughly|ca|approx)\s+|"
    r"(?:ca\.|approx\.|~)\s*)"
)
_BOUND: Final = (
    r"(?:voraussichtlich|wohl|ab|frühestens|spätestens|probably|at\s(?:the\s)?"
    r"(?:earliest|latest))\s+"
)
_ABOUT: Final = re.compile(rf"(?:\b|(?=~)){_ROUGH}", re.IGNORECASE)
_BOUNDED: Final = re.compile(rf"\b{_BOUND}", re.IGNORECASE)
FILLER: Final = re.compile(
    rf"^(?:(?:aber|und|nur(?:\snoch)?|doch|jetzt|nun|inzwischen|insgesamt|genau|"
    rf"(?:es\s)?sind|wir\shaben|haben\swir|we\shave|now|im\sjahre?|in|für|year|but|only|"
    rf"and)\s+|"
    rf"{_ROUGH}|{_BOUND})+",
    re.IGNORECASE,
)


def fitting(question: Question, piece: str, language: str) -> Value | None:
    """Return ``piece`` as an answer to ``question`` if it is one."""
    said = latest(piece.strip())
    found = FILLER.match(said)
    plain = said[found.end() :] if found else said
    value = _fitting(question, plain, language)
    if value is None or found is None:
        return value
    return replace(value, about=_ABOUT.search(found[0]) is not None)


def denies(piece: str) -> bool:
    """Whether ``piece`` is a mere no: "nein", "wir haben keine"."""
    plain = piece.strip(" .")
    return plain.casefold() in _NO or _KEINE.fullmatch(plain) is not None


def bounded(piece: str) -> bool:
    """Whether ``piece`` says more of a figure than it holds: "frühestens 2028"."""
    found = FILLER.match(piece.strip())
    return found is not None and _BOUNDED.search(found[0]) is not None


def _fitting(question: Question, plain: str, language: str) -> Value | None:
    if _DAY.fullmatch(plain):
        return None
    plain = plain.strip(" .")
    low = plain.casefold()
    match question.kind:
        case QuestionKind.YES_NO:
            if low in _YES:
                return valued(question, YES)
            return valued(question, NO) if denies(plain) else None
        case QuestionKind.CHOICE:
            return _chosen(question, low)
        case QuestionKind.YEAR:
            return valued(question, plain) if _YEAR.fullmatch(plain) else None
        case QuestionKind.SCALE:
            fits = plain.isdecimal() and 1 <= int(plain) <= question.steps
            return valued(question, plain) if fits else None
        case QuestionKind.NUMBER:
            return _figure(question, plain, language)
        case QuestionKind.TEXT:
            return None  # whatever is left over


def _chosen(question: Question, low: str) -> Value | None:
    exact = [one for one in question.options if one.casefold() == low]
    begun = [one for one in question.options if low and one.casefold().startswith(low)]
    for found in (exact, begun):
        if len(found) == 1:
            return valued(question, found[0])
    return None


def _figure(question: Question, plain: str, language: str) -> Value | None:
    given = figure(in_figures(plain), language)
    if given is None:
        return None
    counted = given.unit and given.unit[0].isupper() and not question.unit
    if given.unit and given.unit != question.unit and not counted:
        return None
    return valued(question, given.said)


def unfit(question: Question) -> Refusal:
    """Return that something is no answer to ``question``."""
    return Refusal(
        Code.VALUE_DOES_NOT_FIT, question=question.label, kind=question.kind.value
    )


def valued(question: Question, said: str) -> Value:
    """Return ``said`` as the answer to ``question``."""
    return Value(question=question.key, said=Sealed(said), unit=question.unit)
