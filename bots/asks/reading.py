"""Reading: what somebody typed, or filled in, as answers to questions (*Antworten*).

::

    "ja, 2028, ca. 180.000 €"            by what each piece is
    "Bedarf: ja; Jahr: 2028; Betrag: …"  by the labels, as a form says it
    "Zustand doch schlecht"              by the label, as people say it
    "Jahr: –"                            the question is open again

A piece that is no answer is a remark if the line says so, or if it is a sentence; a
word in the place of an answer is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bots.asks.amounts import mentions_number
from bots.asks.fitting import FILLER, bounded, fitting, unfit, valued
from bots.asks.labels import NOTHING, REMARK, behind, labelled
from bots.asks.units import figure
from bots.grammar.answers import AskBack
from bots.grammar.answers import Question as Doubt
from bots.grammar.dates import Impossible, find_date
from core.ask.questions import Question, QuestionKind, Value
from core.errors import Code, Refusal
from core.sealed import Sealed

OWN_WORDS: Final = ""  # in the place of a question: the remark
_FEW: Final = 2  # words; more are a sentence
_YES_FIRST: Final = re.compile(r"^(ja|yes|nein|no)\b[\s:–-]*", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"^((?:19|20|21)\d\d)\b\s+(?=\D)")
_FIRST: Final = (
    (QuestionKind.YES_NO, _YES_FIRST),
    (QuestionKind.YEAR, _YEAR_FIRST),
)
_SPLIT: Final = re.compile(r";|\n|,(?!\d)|(?<!\d),")
_ORDER: Final = (
    QuestionKind.YES_NO,
    QuestionKind.CHOICE,
    QuestionKind.YEAR,
    QuestionKind.SCALE,
    QuestionKind.NUMBER,
    QuestionKind.TEXT,
)


@dataclass(slots=True)
class Reading:
    """The answers found so far, and what goes beyond the questions.

    ``given`` is what was answered before; ``emptied`` what of it is taken out.
    """

    questions: Sequence[Question]
    language: str
    today: date
    given: Mapping[str, Value] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    emptied: set[str] = field(default_factory=set)

    @property
    def answers(self) -> tuple[Value, ...]:
        """The answers, as core takes them."""
        return tuple(self.values.values())

    @property
    def remark(self) -> Sealed | None:
        """What goes beyond the questions, if anything was said."""
        return Sealed(", ".join(self.remarks)) if self.remarks else None

    @property
    def left(self) -> list[Question]:
        """The questions that this line has not answered; first what is still open."""
        left = [q for q in self.questions if q.key not in self.values]
        return sorted(left, key=lambda question: question.key in self.given)

    def take(self, label: str, said: str) -> None:
        """Take what stands behind the label of a question."""
        question = next(q for q in self.questions if q.label == label)
        if said.strip(" ,;") in NOTHING:
            self.emptied.add(question.key)
            return
        if question.kind is QuestionKind.TEXT:
            self.values[question.key] = valued(question, said.strip(" ;"))
            return
        first, *rest = [piece for piece in _SPLIT.split(said) if piece.strip()]
        value = fitting(question, first.strip(), self.language)
        if value is None:
            self._doubt(first)
            raise self._wrong(question, first)
        self._keep(question, value, first)
        self.pieces(", ".join(rest))

    def _keep(self, question: Question, value: Value, said: str) -> None:
        """Keep an answer; "frühestens 2028" is more than its year, so a remark too."""
        self.values[question.key] = value
        if question.kind in {QuestionKind.YEAR, QuestionKind.NUMBER} and bounded(said):
            self.remarks.append(said.strip())

    def remark_on(self, said: str) -> None:
        """Take what stands behind the label of a remark."""
        if (plain := said.strip(" ,;")) in NOTHING:
            self.emptied.add(OWN_WORDS)
        else:
            self.remarks.append(plain)

    def pieces(self, said: str) -> None:
        """Take what has no label, piece by piece."""
        pieces = [piece.strip() for piece in _SPLIT.split(said) if piece.strip()]
        while pieces:
            piece = pieces.pop(0)
            if self._named(piece):
                continue
            if (first := self._first(piece)) and first.end() < len(piece):
                pieces.insert(0, piece[first.end() :].strip())
                piece = first[1]
            if not self._placed(piece):
                self._left_over(piece)

    def _named(self, piece: str) -> bool:
        """Take "Zustand schlecht"; a sentence about the question is a remark."""
        for question in self.questions:
            said = behind(question, piece)
            if said is None or question.kind is QuestionKind.TEXT:
                continue
            value = fitting(question, said, self.language)
            if value is not None:
                self._keep(question, value, said)
                return True
            words = len(piece.split()) - len(question.label.split())
            if words == 1 or figure(FILLER.sub("", said), self.language):
                self._doubt(piece)
                raise self._wrong(question, said)
        return False

    def _first(self, piece: str) -> re.Match[str] | None:
        """Return the yes, no or year with which ``piece`` begins, if that is asked."""
        if any(fitting(q, piece, self.language) for q in self.left):
            return None
        left = {question.kind for question in self.left}
        for kind, pattern in _FIRST:
            if kind in left and (found := pattern.match(piece)):
                return found
        return None

    def _placed(self, piece: str) -> bool:
        """Put ``piece`` where it fits best: a year is a year before it is a number."""
        left = sorted(self.left, key=lambda question: _ORDER.index(question.kind))
        for question in left:
            value = fitting(question, piece, self.language)
            if value is not None:
                self._keep(question, value, piece)
                return True
        given = figure(FILLER.sub("", piece), self.language)
        number = next((q for q in left if q.kind is QuestionKind.NUMBER), None)
        if given is not None and given.unit and number is not None:
            raise self._wrong(number, piece)
        return False

    def _left_over(self, piece: str) -> None:
        """Take a piece that is no answer as text or remark, or ask about it."""
        self._doubt(piece)
        free = next((q for q in self.left if q.kind is QuestionKind.TEXT), None)
        if free is not None:
            self.values[free.key] = valued(free, piece)
            return
        texts = [q for q in self.questions if q.kind is QuestionKind.TEXT]
        if texts and not self.left:  # a text that holds a comma
            said = f"{self.values[texts[-1].key].said.text}, {piece}"
            self.values[texts[-1].key] = valued(texts[-1], said)
            return
        known = self.values or self.given
        if self.left and (len(piece.split()) <= _FEW or not known):
            raise unfit(self.left[0])
        if (number := self._unread(piece)) is not None:
            raise unfit(number)
        self.remarks.append(piece)

    def _unread(self, piece: str) -> Question | None:
        """Return the question that ``piece`` may answer with a number, or once more."""
        for question in self.questions:
            if question.kind is not QuestionKind.NUMBER:
                continue
            if question.key in self.values:
                if fitting(question, piece, self.language):
                    return question
            elif mentions_number(piece) and (
                not self.values or question.key in self.given
            ):
                return question
        return None

    def _doubt(self, piece: str) -> None:
        if isinstance(find_date(piece, self.today), Impossible):
            raise _DoubtError(piece.strip())

    def _wrong(self, question: Question, piece: str) -> Refusal:
        """Return why ``piece`` is no answer to ``question``."""
        given = figure(FILLER.sub("", piece.strip(" .")), self.language)
        if question.kind is QuestionKind.NUMBER and given is not None:
            unit = question.unit or "–"
            return Refusal(Code.UNIT_DOES_NOT_FIT, question=question.label, unit=unit)
        return unfit(question)


def read(
    questions: Sequence[Question],
    text: str,
    language: str,
    today: date,
    given: Sequence[Value] = (),
) -> Reading | Refusal | AskBack:
    """Return what ``text`` answers, or what is wrong with it; ``given`` was before."""
    known = {one.question: one for one in given if one.said.text is not None}
    reading = Reading(questions, language, today, known)
    try:
        for label, said in labelled(questions, text):
            if label in REMARK:
                reading.remark_on(said)
            elif label:
                reading.take(label, said)
            else:
                reading.pieces(said)
    except _DoubtError as doubt:
        return doubt.back
    except Refusal as refusal:
        return refusal
    more = known and (reading.remarks or reading.emptied)
    return reading if reading.values or more else unfit(questions[0])


class _DoubtError(Exception):
    """Something must be asked before it is an answer."""

    def __init__(self, phrase: str) -> None:
        """Ask about it."""
        super().__init__(phrase)
        self.back = AskBack(
            question=Doubt.IMPOSSIBLE_DATE, understood="answer", phrase=phrase
        )
