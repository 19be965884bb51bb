"""Stuck: in words, what was left lying and what becomes of it (*liegen geblieben*)."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from adapters.office import Kind, Stuck
from adapters.slack import reasons
from bots.locale import N_
from bots.speech import Speech
from projections.timers import Timer

_WHAT: Final = {
    Kind.MESSAGE: N_("a message from {person}"),
    Kind.LETTER: N_("a message to {person}"),
    Kind.REACTION: N_("what is to be told of entry {entry}"),
    Kind.DIGEST: N_("the overview for {person}"),
    Kind.TIMER: N_("what is due with {item}"),
}


def what(stuck: Stuck, speech: Speech) -> str:
    """Return what it is, and whose."""
    entry = stuck.number.partition("-")[2]
    person = speech.person(stuck.person) if stuck.person else ""
    item = Timer.item_of(stuck.key) if stuck.kind is Kind.TIMER else ""
    return speech.words(_WHAT[stuck.kind], person=person, entry=entry, item=item)


def state(stuck: Stuck, speech: Speech, zone: ZoneInfo) -> str:
    """Return how often it was tried, and whether it will be by itself."""
    ngettext = speech.many  # by this name the words are collected
    tried = ngettext("tried once", "tried {count} times", stuck.attempts)
    if stuck.again_at is None:
        return speech.words(N_("{tried}, waits for you"), tried=tried)
    at = f"{stuck.again_at.astimezone(zone):%H:%M}"
    return speech.words(N_("{tried}, again at {time}"), tried=tried, time=at)


def why(stuck: Stuck, speech: Speech) -> str:
    """Return what happened and what to do next, empty where only the cause is known."""
    sentence = reasons.sentence(stuck.reason)
    return speech.translate(sentence) if sentence else ""
