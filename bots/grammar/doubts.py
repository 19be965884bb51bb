"""A binding word with something else around it: ask, never guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from bots.grammar.answers import AskBack, Question
from bots.grammar.common import typed, words
from bots.grammar.item import Item
from bots.grammar.manners import doubt_in
from bots.grammar.phrases import FORMS

_LOOKED_AT: Final = 300  # characters searched for a binding word
_ALIKE: Final = 78  # per cent of fuzz.ratio for "did you mean"
_SPELLINGS: Final = {
    "Z": {
        "machen wir": "promise",
        "übernehmen wir": "promise",
        "zusage": "promise",
        "wir machen das": "promise",
        "schaffen wir": "promise",
        "geht nicht": "decline",
        "können wir nicht": "decline",
        "einverstanden": "agree",
        "passt": "agree",
        "in ordnung": "agree",
        "erledigt": "report_done",
        "abgeschlossen": "report_done",
        "zurückziehen": "withdraw",
        "erlassen": "release",
        "we will": "promise",
        "agreed": "agree",
        "finished": "report_done",
        "completed": "report_done",
        "zwischenstand": "progress",
        "fehlt noch": "lacking",
    },
    "B": {
        "einverstanden": "consent",
        "zustimmung": "consent",
        "agreed": "consent",
        "enthaltung": "abstain",
        "befangen": "recuse",
        "abstain": "abstain",
        "einwand": "object",
        "gremienvorbehalt": "reserve",
        "einwand erledigt": "withdraw_objection",
    },
}


def doubted(item: Item, table: Mapping[str, re.Pattern[str]]) -> AskBack | None:
    """Ask about a binding word that is not the whole of what was said."""
    said = words(item.body)[:_LOOKED_AT]
    spans: dict[str, tuple[int, int]] = {}
    for name, pattern in table.items():
        found = _inside(pattern.pattern).search(said)
        if found is not None:
            spans[name] = found.span()
    if not spans:
        return None
    name = max(spans, key=lambda n: spans[n][1] - spans[n][0])
    start, end = spans[name]
    rest = said[:start] + " " + said[end:]
    others = [n for n, (a, b) in spans.items() if b <= start or end <= a]
    question = Question.QUESTION_MARK if "?" in item.body else doubt_in(rest)
    if question is Question.UNCLEAR_REMAINDER and others:
        question = Question.CONTRADICTING_VERBS
    if '"' in said:
        question = Question.QUOTED
    forms = FORMS.get(item.letter, {})
    names = [n for n in (name, *others) if n in forms]
    return item.ask(
        question,
        understood=name,
        phrase=rest,
        choices=tuple(typed(item, n) for n in names[:3]),
    )


def mistyped(item: Item) -> AskBack | None:
    """Ask about a word that looks like a binding one."""
    spellings = _SPELLINGS.get(item.letter, {})
    said = words(item.body)
    if not spellings or len(said) > 40 or said in spellings:  # noqa: PLR2004
        return None
    near = process.extract(
        said, spellings.keys(), scorer=fuzz.ratio, limit=1, score_cutoff=_ALIKE
    )
    if not near:
        return None
    name = spellings[near[0][0]]
    form = FORMS[item.letter].get(name, "")
    return item.ask(
        Question.DID_YOU_MEAN,
        understood=name,
        phrase=item.body,
        choices=(f"{item.ref} {form}",),
    )


@lru_cache(maxsize=64)
def _inside(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
