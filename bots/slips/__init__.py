"""Slips: a form for everything that can be said in the chat (*Formulare*).

Filled in, a slip is the line that could have been typed; so pages, chat and mail
mean the same, and what binds is said back first.
"""

from __future__ import annotations

from typing import Final

from bots.slips import asks, commitments, decisions, meetings, own
from bots.slips.slip import Group, Slip, form

__all__ = ["SLIPS", "Group", "Slip", "form", "of_item"]

SLIPS: Final = {
    one.name: one
    for one in (
        *commitments.SLIPS,
        *asks.SLIPS,
        *decisions.SLIPS,
        *meetings.SLIPS,
        *own.SLIPS,
    )
}


def of_item(ref: str) -> tuple[Slip, ...]:
    """Return the slips that are about items of the kind of ``ref``."""
    return tuple(one for one in SLIPS.values() if one.letter == ref[:1])
