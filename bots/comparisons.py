"""Comparisons: what became of items between two days, in words (*Vergleich*)."""

from __future__ import annotations

from typing import Final

from bots.chronicle import names
from bots.locale import N_
from bots.speech import Speech
from core.checkpoint import Checkpoint
from projections.comparing import Thing, What

NAMES: Final = {
    What.NEW: N_("new"),
    What.FULFILLED: N_("fulfilled"),
    What.WITHDRAWN: N_("ended otherwise"),
    What.OVERDUE: N_("overdue"),
    What.CHANGED: N_("changed"),
    What.ERASED: N_("text erased"),
}


def standing(thing: Thing | None, speech: Speech) -> str:
    """Say how an item stood: its state, and the day that counted."""
    if thing is None:
        return speech.words(N_("not there yet"))
    known = names.KNOWLEDGE
    named = names.knowledge if thing.state in known else names.state
    said = named(thing.state, speech)
    parts = [said]
    if thing.due is not None:
        parts.append(speech.words(N_("by {day}"), day=thing.due))
    if thing.late:
        parts.append(speech.words(N_("overdue")))
    return ", ".join(parts)


def wording(thing: Thing, speech: Speech) -> str:
    """Return the text of an item, as far as it is still there."""
    return thing.text or speech.words(N_("(text erased)"))


def continued(before: Checkpoint, after: Checkpoint, speech: Speech) -> str:
    """Say that one state of the log continues the other."""
    return speech.words(
        N_(
            "The log at entry {new} ({after}) continues the one at entry {old} "
            "({before}); nothing before was changed."
        ),
        new=after.size,
        after=after.digits(),
        old=before.size,
        before=before.digits(),
    )
