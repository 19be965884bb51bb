"""Lying: in words, what was left lying and what becomes of it (*Liegengeblieben*)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from adapters.office import Kind, Stuck
from bots.locale import N_
from bots.speech import Speech


def what(stuck: Stuck, speech: Speech) -> str:
    """Return what it is, and whose."""
    match stuck.kind:
        case Kind.MESSAGE:
            sentence = N_("a message from {person}")
        case Kind.LETTER:
            sentence = N_("a letter to {person}")
        case Kind.REACTION:
            entry = stuck.number.partition("-")[2]
            return speech.words(N_("what follows from entry {entry}"), entry=entry)
    return speech.words(sentence, person=speech.person(stuck.person))


def state(stuck: Stuck, speech: Speech, local: Callable[[datetime], datetime]) -> str:
    """Return how often it was tried, and whether it will be by itself."""
    tried = speech.many(N_("tried once"), N_("tried {count} times"), stuck.attempts)
    if stuck.again_at is None:
        return speech.words(N_("{tried}, waits for you"), tried=tried)
    at = local(stuck.again_at)
    return speech.words(
        N_("{tried}, once more by itself at {time}"), tried=tried, time=f"{at:%H:%M:%S}"
    )
