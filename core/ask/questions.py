"""Question: one thing that is asked, and what counts as an answer to it (*Frage*).

Values are kept in one canonical form: ``ja``/``nein``, ``2028``, ``180000.50``. They
are sealed like any text, so that an answer can be erased and nobody reads in the log
what an aggregated ask promised to hide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum, unique
from typing import Final, assert_never

from core.errors import Code, Refusal
from core.sealed import Sealed
from core.texts import checked, key, label

MOST: Final = 12  # questions; more take longer than anybody has
YES: Final = "ja"
NO: Final = "nein"
_YEARS: Final = (1900, 2200)
_STEPS: Final = (2, 10)  # of a scale
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,2})?")
_OPTIONS: Final = 20  # answers to choose from


@unique
class QuestionKind(StrEnum):
    """What sort of answer is wanted (*Typ*)."""

    YES_NO = "ja/nein"
    NUMBER = "zahl"
    YEAR = "jahr"
    CHOICE = "auswahl"
    TEXT = "text"
    SCALE = "skala"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; ``label`` names it in a form ("Betrag").

    ``unit`` belongs to a number, ``options`` to a choice; a scale goes from 1 to
    ``steps``.
    """

    key: str
    kind: QuestionKind
    label: str
    unit: str = ""
    options: tuple[str, ...] = ()
    steps: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What was answered to the question ``question``; ``unit`` as it was given.

    ``about``: a figure or a year that is only about right (*ca.*).
    """

    question: str
    said: Sealed
    unit: str = ""
    about: bool = False


def asked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return ``questions`` with neat labels.

    Raises:
        Refusal: ``NO_QUESTION``, ``NUMBER_OUT_OF_RANGE``, ``EXISTS_ALREADY``,
            ``LABEL_INVALID`` or ``KEY_INVALID``.
    """
    neat = tuple(_asked(question) for question in questions)
    if not neat:
        raise Refusal(Code.NO_QUESTION)
    if len(neat) > MOST:
        raise Refusal(
            Code.NUMBER_OUT_OF_RANGE, number=len(neat), lowest=1, highest=MOST
        )
    known: set[str] = set()
    for question in neat:
        for name in (question.key, question.label.casefold()):
            if name in known:
                raise Refusal(Code.EXISTS_ALREADY, id=question.label)
        known |= {question.key, question.label.casefold()}
    return neat


def _asked(question: Question) -> Question:
    options = tuple(dict.fromkeys(label(option) for option in question.options))
    choice = question.kind is QuestionKind.CHOICE
    if choice and not 2 <= len(options) <= _OPTIONS:  # noqa: PLR2004  (else no choice)
        raise Refusal(
            Code.NUMBER_OUT_OF_RANGE, number=len(options), lowest=2, highest=_OPTIONS
        )
    if question.kind is QuestionKind.SCALE and not (
        _STEPS[0] <= question.steps <= _STEPS[1]
    ):
        raise Refusal(
            Code.NUMBER_OUT_OF_RANGE,
            number=question.steps,
            lowest=_STEPS[0],
            highest=_STEPS[1],
        )
    return Question(
        key=key(question.key),
        kind=question.kind,
        label=label(question.label),
        unit=label(question.unit) if question.unit.strip() else "",
        options=options if choice else (),
        steps=question.steps,
    )


def answers(
    questions: tuple[Question, ...], values: Iterable[Value]
) -> tuple[Value, ...]:
    """Return ``values`` in canonical form, in the order of the questions.

    Raises:
        Refusal: ``TEXT_MISSING``, ``UNKNOWN_QUESTION``, ``UNIT_DOES_NOT_FIT`` or
            ``VALUE_DOES_NOT_FIT``.
    """
    known = {question.key: question for question in questions}
    found: dict[str, Value] = {}
    for value in values:
        question = known.get(value.question)
        if question is None:
            raise Refusal(Code.UNKNOWN_QUESTION, question=value.question)
        if value.question in found:
            raise _unfit(question)
        found[value.question] = _fitting(question, value)
    if not found:
        raise Refusal(Code.TEXT_MISSING)
    return tuple(found[q.key] for q in questions if q.key in found)


def _fitting(question: Question, value: Value) -> Value:
    if value.unit and value.unit != question.unit:
        raise Refusal(
            Code.UNIT_DOES_NOT_FIT, question=question.label, unit=question.unit or "–"
        )
    said = checked(value.said).text or ""
    neat = _canonical(question, said.strip())
    about = value.about and question.kind in {QuestionKind.NUMBER, QuestionKind.YEAR}
    return Value(
        question=question.key, said=Sealed(neat), unit=question.unit, about=about
    )


def _canonical(question: Question, said: str) -> str:
    match question.kind:
        case QuestionKind.YES_NO:
            fits = said in {YES, NO}
        case QuestionKind.NUMBER:
            fits = _NUMBER.fullmatch(said) is not None
            said = f"{Decimal(said).normalize():f}" if fits else said
        case QuestionKind.YEAR:
            fits = said.isdecimal() and _YEARS[0] <= int(said) <= _YEARS[1]
        case QuestionKind.SCALE:
            fits = said.isdecimal() and 1 <= int(said) <= question.steps
        case QuestionKind.CHOICE:
            fits = said in question.options
        case QuestionKind.TEXT:
            fits = True
        case _:
            assert_never(question.kind)
    if not fits:
        raise _unfit(question)
    return said


def _unfit(question: Question) -> Refusal:
    kind = question.kind.value
    return Refusal(Code.VALUE_DOES_NOT_FIT, question=question.label, kind=kind)
