"""Preparing: what was prepared anew before anybody confirmed it (*Vorbereitung*)."""

from __future__ import annotations

from typing import Final

from bots.locale import N_
from core import commitment
from core.commitment import events as e
from core.commitment import states as s
from core.ports import Recorded
from projections import history
from projections.viewer import MACHINE, Reader

ANEW: Final = N_(
    "{ref} ({what}) was prepared anew and needs your confirmation; what was put to you "
    "before no longer counts."
)


def anew(db: Reader, recorded: Recorded) -> bool:
    """Whether ``recorded`` is a draft that took the place of one that still waited."""
    if not isinstance(recorded.event, e.Drafted):
        return False
    steps = history.of(db, MACHINE, recorded.ref)
    past = [one.event for one in steps if one.position < recorded.position]
    events = [event for event in past if isinstance(event, commitment.events.Happening)]
    return isinstance(commitment.COMMITMENT.replay(events).pending, s.Draft)
