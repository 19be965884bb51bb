"""A line about one item: its reference, and the words behind it.

``Z34 machen wir``, ``Zu Z34: …``, ``z 34, …``, ``#Z34 …`` are all the item Z34.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bots.grammar.answers import AskBack, OnBehalf, Question
from bots.grammar.dates import Found, Impossible, Outcome, Session, Unsure, find_date
from bots.grammar.days import Sense
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.names import Names

REF: Final = (
    r"(?<![\w.])[#(\[]?(?P<l>[bzfirkvm])\s?-?\s?(?P<n>\d{1,6})(?![\w€%]|[.,:]\d)[)\]]?"
)
_HEAD: Final = rx(
    r"^(?:(?:(?:zu|zur|zum|für|betr\.|betrifft|betreff|bzgl\.?|bezüglich|wegen|re|aw|bei|"
    r"was|regarding|about|as\sfor|for|concerning|on)\s*:?\s*)?(?:(?:der|dem|die|den)\s)?"
    r"(?:(?:zusage|beschluss|beschlussvorschlag|frage|abfrage|bitte|anfrage|item|decision|"
    r"commitment|nr\.|nummer)\s)?)" + REF + r"(?P<sep>(?:[\s,:;.!]|-(?!>|\d))*)"
)
_ANY_REF: Final = rx(REF)
_AND_REF: Final = rx(r"^(?:(?:und|u\.|&|\+|,|/|sowie|and|bis|-|to)\s*)?" + REF)


@dataclass(frozen=True, slots=True)
class Item:
    """What was said about one item.

    ``body`` are the typed words behind the reference, ``colon`` tells that a colon
    stood between them.
    """

    ref: str
    body: str
    colon: bool
    today: date
    names: Names
    on_behalf: OnBehalf | None = None

    @property
    def letter(self) -> str:
        """Return the kind of item, as B, Z or F."""
        return self.ref[0]

    def saying(self, body: str) -> Item:
        """Return the same item with other words."""
        return replace(self, body=body.strip())

    def ask(
        self,
        question: Question,
        *,
        understood: str = "",
        phrase: str = "",
        choices: tuple[str, ...] = (),
    ) -> AskBack:
        """Return a question back about this item."""
        return AskBack(
            question=question,
            ref=self.ref,
            understood=understood,
            phrase=tidy(phrase),
            choices=choices,
        )


@dataclass(frozen=True, slots=True)
class Dated:
    """Words without their date phrase, and the day."""

    rest: str
    day: date | None
    session: bool = False


def refs_in(text: str) -> tuple[str, ...]:
    """Return the references in ``text``, in order, each once."""
    found = (ref_of(m) for m in _ANY_REF.finditer(fold(text)))
    return tuple(dict.fromkeys(found))


def ref_of(found: re.Match[str]) -> str:
    """Return "Z34" for a match of REF."""
    return f"{found['l'].upper()}{int(found['n'])}"


def item_in(text: str, today: date, names: Names) -> Item | AskBack | None:
    """Return the item ``text`` begins with; several items are asked about."""
    head = _HEAD.match(fold(text))
    if head is None:
        return None
    body = text[head.end() :].strip()
    item = Item(ref_of(head), body, ":" in head["sep"], today, names)
    if _AND_REF.match(fold(body)):
        choices = refs_in(text)
        return item.ask(Question.SEVERAL_ITEMS, phrase=text, choices=choices)
    return item


def without_date(
    item: Item, text: str, sense: Sense = Sense.DEADLINE
) -> Dated | AskBack:
    """Cut the one date out of ``text``; ask about an impossible or doubtful one."""
    outcome = find_date(text, item.today, sense=sense)
    match outcome:
        case Found(day=day, start=start, end=end):
            return Dated(cut(text, start, end), day)
        case Session(start=start, end=end):
            return Dated(cut(text, start, end), None, session=True)
        case Impossible() | Unsure():
            return date_question(outcome, text, ref=item.ref)
        case None:
            return Dated(text, None)


def date_question(
    outcome: Outcome, text: str, *, ref: str = "", understood: str = ""
) -> AskBack:
    """Return the question an impossible or doubtful date calls for."""
    phrase = tidy(text[outcome.start : outcome.end])
    match outcome:
        case Unsure(question=question, days=days):
            return AskBack(
                question=question,
                ref=ref,
                understood=understood,
                phrase=phrase,
                choices=tuple(day.isoformat() for day in days),
            )
        case Session():
            return AskBack(
                question=Question.SESSION_UNKNOWN,
                ref=ref,
                understood=understood,
                phrase=phrase,
            )
        case Impossible() | Found():
            return AskBack(
                question=Question.IMPOSSIBLE_DATE,
                ref=ref,
                understood=understood,
                phrase=phrase,
            )


def cut(text: str, start: int, end: int) -> str:
    """Return ``text`` without the span, tidied."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before.endswith((".", ";", "!", "?")):  # a day that was a sentence of its own
        after = after.lstrip(" .,;")
    return tidy(f"{before} {after}")
