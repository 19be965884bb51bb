"""Guessing: what may be meant by a line nobody understands; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, get_args

from bots import questions_back
from bots.conversation import items, meaning
from bots.conversation.talk import Talk
from bots.grammar import intents, parse
from bots.grammar.answers import AskBack, Question
from bots.lines import LABEL, clipped
from bots.locale import N_
from bots.message import Choice, Choices, Message
from core.catalogue import noun_of
from projections import commitments, search

_LINES: Final = {Question.DID_YOU_MEAN, Question.RESERVED_CONSENT}
_NOUN: Final = "commitment"
_FEW: Final = 3  # commitments that may be meant


def ask_back(talk: Talk, back: AskBack) -> None:
    """Ask what is unclear; a whole line that may be meant can be pressed."""
    speech = talk.speaker.speech
    if back.question not in _LINES:
        talk.say(questions_back.ask(back, speech))
        return
    meant = (*_promised(talk, back), *(one for one in back.choices if able(talk, one)))
    said = questions_back.ask(replace(back, choices=meant), speech)
    options = tuple(
        Choice(
            id=f"say{n}", label=clipped(one, LABEL), twin=_begun(one), fill="…" in one
        )
        for n, one in enumerate(meant)
    )
    parts = (said, Choices(options=options)) if options else (said,)
    talk.messages.append(Message(parts=parts))


def _promised(talk: Talk, back: AskBack) -> Iterator[str]:
    """Take what sounds like a promise for the answer to what one was asked for."""
    if back.understood != intents.Offer.NAME:
        return
    viewer, nouns = talk.speaker.viewer, (_NOUN,)
    with talk.office.reading() as db:
        hits = search.find(db, viewer, back.phrase, _FEW, nouns)
        rows = commitments.several(db, viewer, [hit.ref for hit in hits])
    speech = talk.speaker.speech
    for row in rows:
        if row.state == "requested" and row.holder in talk.speaker.orgs:
            ref, due = row.ref, back.due or row.due
            line = (
                N_("{ref} we will") if due == row.due else N_("{ref} not before {due}")
            )
            yield speech.words(line, ref=ref, due=speech.figures(due))


def not_understood(talk: Talk, suggestions: Sequence[str]) -> None:
    """Offer the likeliest commands that can be done; change nothing (rule 6)."""
    speech = talk.speaker.speech
    suggestions = [said for said in suggestions if able(talk, said)]
    text = speech.text(N_("I did not understand that and have changed nothing."))
    if not suggestions:
        talk.say(text, speech.text(N_("“help” shows what can be typed.")))
        return
    options = tuple(
        Choice(
            id=f"try{n}",
            label=clipped(twin, LABEL),
            twin=_begun(twin),
            fill=twin.endswith("…")
            or not isinstance(_parsed(talk, twin), intents.Emergency),
        )
        for n, twin in enumerate(suggestions)
    )
    mean = speech.text(N_("Do you mean:"))
    talk.messages.append(Message(parts=(text, mean, Choices(options=options))))


def _begun(suggestion: str) -> str:
    """Return the line up to what is still to be said, with the blank before it."""
    begun = suggestion.rstrip("… ")
    return begun if begun == suggestion else f"{begun} "


def able(talk: Talk, suggestion: str) -> bool:
    """Whether the product can do already what ``suggestion`` would ask for."""
    tried = suggestion.replace("an …", "an alle").replace("Buche …", "Buche Wagen")
    tried = tried.replace("vom … bis …", "vom 1.12. bis 2.12.").replace("…", "1.12.")
    parsed = _parsed(talk, tried)
    if isinstance(parsed, get_args(meaning.OfItem)) and noun_of(parsed.ref) == _NOUN:
        return items.allowed(talk, parsed)
    return not isinstance(
        parsed,
        intents.Book
        | intents.Link
        | intents.Reflect
        | intents.WhatBenefit
        | intents.Snooze
        | intents.Absence,
    )


def _parsed(talk: Talk, line: str) -> intents.Parsed:
    return parse(line, talk.speaker.today, talk.speaker.names())
