"""Meant: the questions that the words of an ask ask, where no fields are listed.

::

    "Wer plant eine Kehrmaschine? Jahr und Zustand (gut/schlecht)"
     Bedarf                       Jahr     Zustand (gut/schlecht)
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bots.asks.fields import COUNT, MONEY, YEAR, is_sort, question, typed
from bots.asks.units import neat
from bots.locale import N_
from bots.speech import Speech
from core.ask.kinds import AskKind
from core.ask.questions import Question, QuestionKind

_IN_UNIT: Final = re.compile(
    r"\b(?:in|Angabe in)\s(t|Tonnen|kg|m³|m3|cbm|m²|m2|qm|km|ha|Liter|Stunden|Std\.?|"
    r"Prozent|%|€|Euro)(?!\w)"
)
_WHO: Final = re.compile(r"\b(?:wer|welche\s\w+|who)\b(?!.*wie\sviel)", re.IGNORECASE)
_VERB_FIRST: Final = re.compile(
    r"^(?:hab(?:t|en)|plan(?:t|en)|gibt|könn(?:t|en)|ist|sind|soll|möcht|woll|wollt|"
    r"brauch|benötig|mach|do|does|have|has|is|are|can|will|would)\w*\b",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"\s*\((?P<sort>[^()]*)\)")
_BEFORE: Final = re.compile(
    r"[,;.?!:()\n]|\b(?:und|sowie|auch|bitte|jeweils|mit|and|please|with)\b",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    """A question, and where in the text it is asked."""

    start: int
    question: Question


def meant(said: str, kind: AskKind, speech: Speech) -> tuple[Question, ...]:
    """Return the questions that the words of ``said`` ask, in their order."""
    main, _, _ = said.partition("?")
    own, listed, words = _bracketed(said, main)
    if own:  # then the main question is asked already, with its answers
        words = " " * len(main) + words[len(main) :]
    found = [*listed, *_named(words, main, speech)]
    questions = [one.question for one in sorted(found, key=lambda one: one.start)]
    counts = COUNT.search(words) is not None
    first = _first(words[: len(main)], own, kind, speech, counts=counts)
    whole = speech.translate(N_("Answer"))
    leading = [] if first is None else [first]
    return (*leading, *questions) or (question(whole, QuestionKind.TEXT, 0),)


def _bracketed(said: str, main: str) -> tuple[str, list[_Found], str]:
    """Return the sort of the main question, those listed, and the other words.

    What stands in brackets right before the question mark belongs to the whole.
    """
    found: list[_Found] = []
    own, words = "", said
    for match in _BRACKETS.finditer(said):
        if not is_sort(match["sort"]):
            continue
        ends = [before.end() for before in _BEFORE.finditer(said, 0, match.start())]
        start = ends[-1] if ends else 0
        label = said[start : match.start()].strip()
        if match.end() == len(main) < len(said):
            own, start = match["sort"], match.start()
        elif label:
            found.append(_Found(start, typed(label, match["sort"], len(found))))
        blank = " " * (match.end() - start)
        words = words[:start] + blank + words[match.end() :]
    return own, found, words


def _first(
    main: str, own: str, kind: AskKind, speech: Speech, *, counts: bool
) -> Question | None:
    """Return what the question itself asks: mostly yes or no."""
    whole = speech.translate(N_("Answer"))
    if own and (asked := typed(whole, own, 0)).kind is not QuestionKind.YES_NO:
        return asked
    if kind is AskKind.READINESS:
        return question(speech.translate(N_("With us")), QuestionKind.YES_NO, 0)
    if kind is AskKind.NEED and not counts:
        return question(speech.translate(N_("Need")), QuestionKind.YES_NO, 0)
    asks = own or _WHO.search(main) or _VERB_FIRST.match(main)
    return question(whole, QuestionKind.YES_NO, 0) if asks and not counts else None


def _named(words: str, main: str, speech: Speech) -> list[_Found]:
    """Return the figures that ``words`` name: how many, how much, when."""
    found: list[_Found] = []
    count, unit = COUNT.search(words), _IN_UNIT.search(words)
    money = MONEY.search(words)
    if several := count or (None if money else unit):
        label = speech.translate(N_("Number") if count else N_("Quantity"))
        sign = neat(unit[1]) if unit else ""
        asked = question(label, QuestionKind.NUMBER, 0, unit=sign)
        found.append(_Found(several.start(), asked))
    behind = len(main) + 1
    if year := YEAR.search(words, behind if words[behind:] else 0):
        asked = question(speech.translate(N_("Year")), QuestionKind.YEAR, 0)
        found.append(_Found(year.start(), asked))
    if money:
        label = money[1][:1].upper() + money[1][1:]
        asked = question(label, QuestionKind.NUMBER, 0, unit="€")
        found.append(_Found(money.start(), asked))
    return found
