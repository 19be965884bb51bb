"""Asks as lines of a digest."""

from __future__ import annotations

from typing import Final

from bots.asks import wording
from bots.chronicle import asking
from bots.lines import clipped, line
from bots.locale import N_
from bots.message import Text
from bots.speech import Fact, Speech
from core.ask.kinds import AskKind
from projections.asks import AskRow

_NAMED: Final = 3  # who is missing; the others are counted


def answer(row: AskRow, speech: Speech) -> Text:
    """Say that an answer is awaited, and how long it takes."""
    if row.kind is AskKind.HELP:
        return _line(N_("{asker} needs help: {text}. Can you?"), row, speech)
    return _line(N_("{text} – answer by {due} ({minutes} min.)."), row, speech)


def result(row: AskRow, speech: Speech) -> Text:
    """Say what the listener's organisation owes to those it asked."""
    if row.owes_result and row.missing and row.deadline < speech.today:
        sentence = N_(
            "{text} – {answered} of {asked} have answered, missing: {orgs}; you "
            "promised the result by {promised}."
        )
        return _line(sentence, row, speech, orgs=_missing(row, speech))
    if row.owes_result:
        sentence = N_(
            "{text} – {answered} of {asked} have answered; you promised the result by "
            "{promised}."
        )
        return _line(sentence, row, speech)
    return _line(N_("{text} – the result is out; what follows from it?"), row, speech)


def late(row: AskRow, speech: Speech) -> Text:
    """Say whose answers or what result is late; coordination alone reads it."""
    if row.promised < speech.today:
        sentence = N_("{text} – {asker} owes the result, promised was {promised}.")
        return _line(sentence, row, speech)
    sentence = N_("{text} – missing: {orgs}; due was {due}.")
    return _line(sentence, row, speech, orgs=_missing(row, speech))


def running(row: AskRow, speech: Speech) -> Text:
    """Say what is being asked."""
    sentence = N_("{text} – {asker}, {answered} of {asked} have answered.")
    return _line(sentence, row, speech)


def told(row: AskRow, speech: Speech) -> Text:
    """Say that a result is out."""
    sentence = N_("{text} – the result is out ({answered} of {asked}).")
    return _line(sentence, row, speech)


def concluded(row: AskRow, speech: Speech) -> Text:
    """Say what followed from a result."""
    follows = asking.named(row.follows, speech) if row.follows else "–"
    why = clipped(row.why or speech.translate(N_("(text erased)")))
    sentence = N_("{text} – what follows: {follows}. {why}.")
    return _line(sentence, row, speech, follows=follows, why=why)


def _missing(row: AskRow, speech: Speech) -> str:
    orgs = ", ".join(speech.org(org) for org in row.missing[:_NAMED])
    more = len(row.missing) - _NAMED
    if more < 1:
        return orgs
    return speech.words(N_("{orgs} and {more} more"), orgs=orgs, more=more)


def _line(sentence: str, row: AskRow, speech: Speech, **more: Fact) -> Text:
    facts = wording.facts_of(row, speech)
    facts["text"] = clipped(str(facts["text"]))
    return line(row.ref, speech.text(sentence, **{**facts, **more}))
