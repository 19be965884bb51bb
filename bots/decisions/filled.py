"""Filled: what somebody put into a field is read as that field, or not at all.

A field whose words nobody understands would otherwise become part of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bots.grammar import intents, parse
from bots.grammar.answers import Question
from bots.grammar.names import Names
from bots.locale import N_
from bots.message import Form
from bots.speech import Speech

PROPOSE: Final = "propose"
_READ: Final[Mapping[str, tuple[Callable[[intents.ProposeDecision], bool], str]]] = {
    "effect": (
        lambda said: said.effect is not None,
        N_("each for itself, from 3 municipalities on"),
    ),
    "until": (lambda said: said.due is not None or said.session, N_("30 April")),
    "councils": (lambda said: said.councils is not None, N_("30 September")),
    "review": (
        lambda said: said.review_on is not None or bool(said.why_no_review),
        N_("2 years"),
    ),
    "costs": (
        lambda said: bool(said.parts.costs),
        N_("Auenburg 12,000 €, Lindgrund 8,000 €"),
    ),
    "benefits": (
        lambda said: bool(said.parts.benefits),
        N_("Lindgrund: saves the transport; Birkfeld: a fixed price"),
    ),
    "options": (
        lambda said: bool(said.options),
        N_("Option 1: Birkfeld; Option 2: Lindgrund"),
    ),
}


def unread(
    form: Form, values: Mapping[str, str], line: str, speech: Speech
) -> dict[str, str]:
    """Return what to mend, by field, where ``line`` is a proposal read without it."""
    if form.id != PROPOSE:
        return {}
    organisations = tuple(speech.organisations.values())
    names = Names(organisations, tuple(speech.forums.values()))
    parsed = parse(line, speech.today, names)
    filled = {name: values.get(name, "").strip() for name in _READ}
    match parsed:
        case intents.ProposeDecision():
            wrong = [n for n, v in filled.items() if v and not _READ[n][0](parsed)]
        case intents.AskBack(question=Question.UNCLEAR_TERM, phrase=phrase):
            wrong = [n for n, v in filled.items() if v and (v in phrase or phrase in v)]
        case intents.AskBack(question=Question.UNCLEAR_COSTS):
            wrong = ["costs"]
        case intents.AskBack(question=Question.WHICH_ORGANISATION, phrase=phrase):
            wrong = [n for n in ("costs", "benefits") if phrase in filled[n]]
        case _:
            wrong = []
    return {
        name: speech.words(
            N_("“{said}” I do not understand here. Please write it like “{example}”."),
            said=filled[name],
            example=speech.translate(_READ[name][1]),
        )
        for name in wrong
    }
