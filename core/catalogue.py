"""Every event and every decider there is. A new aggregate adds three lines here."""

from __future__ import annotations

from typing import Any, Final, get_args

from core import (
    ask,
    commitment,
    decision,
    digest,
    export,
    forum,
    hold,
    information,
    log,
    nudge,
    organisation,
    person,
    region,
    text,
)
from core.decider import Decider
from core.event import Event

DECIDERS: Final[dict[str, Decider[Any, Any, Any]]] = {
    "region": region.REGION,
    "organisation": organisation.ORGANISATION,
    "person": person.PERSON,
    "forum": forum.FORUM,
    "commitment": commitment.COMMITMENT,
    "information": information.INFORMATION,
    "ask": ask.ASK,
    "decision": decision.DECISION,
    "nudge": nudge.NUDGE,
    "digest": digest.DIGEST,
    "text": text.TEXT,
    "export": export.EXPORT,
    "hold": hold.HOLD,
    "log": log.LOG,
}
"""The decider of each noun, the part of a stream name before the colon."""

EVENTS: Final[tuple[type[Event], ...]] = (
    *get_args(region.Happening),
    *get_args(organisation.Happening),
    *get_args(person.Happening),
    *get_args(forum.Happening),
    *get_args(commitment.events.Happening),
    *get_args(information.Happening),
    *get_args(ask.events.Happening),
    *get_args(decision.events.Happening),
    *get_args(nudge.Happening),
    digest.Sent,
    *get_args(text.Happening),
    export.Made,
    *get_args(hold.Happening),
    *get_args(log.Happening),
)
"""All events that may be stored, by aggregate."""

LETTERS: Final[dict[str, str]] = {
    "commitment": "Z",
    "information": "I",
    "ask": "F",
    "decision": "B",
}
"""The letter of the reference numbers that the writer hands out, by noun."""

NOUNS: Final[dict[type[object], str]] = {
    command: noun
    for noun, commands in (
        ("region", region.Command),
        ("organisation", organisation.Command),
        ("person", person.Command),
        ("forum", forum.Command),
        ("commitment", commitment.commands.Command),
        ("information", information.Command),
        ("ask", ask.commands.Command),
        ("decision", decision.commands.Command),
        ("nudge", nudge.Command),
        ("digest", digest.Command),
        ("text", text.Command),
        ("export", export.Command),
        ("hold", hold.Command),
        ("log", log.Command),
    )
    for command in (get_args(commands) or (commands,))
}
"""To which noun a command belongs."""


def noun_of(reference: str) -> str | None:
    """Return the noun of a reference number such as ``Z34``, by its letter."""
    letter = reference[:1].upper()
    return next((noun for noun, own in LETTERS.items() if own == letter), None)


def stream_of(named: str) -> str:
    """Return the stream of what people name ``B7`` or ``forum:wasser``."""
    noun = noun_of(named)
    return named if noun is None or ":" in named else f"{noun}:{named.upper()}"
