"""Chronicle: what happened, told in a sentence each (German: *Verlauf*)."""

from __future__ import annotations

from bots.chronicle.names import (
    basis,
    channel,
    forum_kind,
    information_kind,
    membership,
    organisation_kind,
    power,
    role,
    scope,
    seat,
    state,
)
from bots.chronicle.speaking import who
from bots.chronicle.telling import SENTENCES, step, steps

__all__ = [
    "SENTENCES",
    "basis",
    "channel",
    "forum_kind",
    "information_kind",
    "membership",
    "organisation_kind",
    "power",
    "role",
    "scope",
    "seat",
    "state",
    "step",
    "steps",
    "who",
]
