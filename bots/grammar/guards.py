"""Guards of a new text: nothing else of the line slips into it (*Klauseln*)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from bots.grammar import terms
from bots.grammar.answers import AskBack, Question, Unknown
from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.inquiries import Status
from bots.grammar.intents import Parsed
from bots.grammar.item import Item, item_in
from bots.grammar.marks import Mark
from bots.grammar.parts import TEXT, parted
from bots.grammar.proposals import EFFECTS, MODES

_CLAUSE: Final = re.compile(r"(?<=[^\d][.!?])\s+|\s*[;\n]\s*|,\s+")
_THEN: Final = rx(r"^(?:(?:und|dann|danach|bitte|jetzt|and|then|please|now)\s)+")


def guarded(
    item: Item, text: str, understood: str, read: Callable[[Item], Parsed]
) -> AskBack | None:
    """Ask about the first clause behind the text that says something of its own.

    ``read`` reads a line about a decision.
    """
    said = parted(text)
    parts = [words for name, words in said.items() if name != TEXT]
    strange = terms.strange(text, [*MODES, *EFFECTS])
    clauses = (clause for clause in _CLAUSE.split(text)[1:] if clause.strip(" ."))
    own = next((one for one in clauses if _says_something(item, one, read)), "")
    phrase = (parts[0] if parts else "") or strange or own
    if not phrase:
        return None
    question = Question.OWN_MATTER
    return item.ask(question, understood=understood, phrase=tidy(phrase))


def _says_something(item: Item, clause: str, read: Callable[[Item], Parsed]) -> bool:
    lead = _THEN.match(fold(clause))
    plain = clause[lead.end() :] if lead else clause
    dated = find_date(plain, item.today)
    if isinstance(dated, Found) and dated.mark is Mark.DEADLINE:
        return not tidy(plain[: dated.start] + plain[dated.end :]).strip(". ")
    named = item_in(plain, item.today, item.names)
    about = named if isinstance(named, Item) else item.saying(plain)
    if about.letter != item.letter:
        return False
    return not isinstance(read(about), AskBack | Unknown | Status)
