"""What happens to a commitment whose decision holds no more (rule Z6).

Nothing is cancelled by itself: both sides are asked, and say whether it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundGone(Event):
    """``decision`` holds no more, as ``ended_by`` says; both sides are asked."""

    KIND = "commitment.ground_gone.v1"
    decision: str
    ended_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Upheld(Event):
    """For ``by`` it stands although its decision holds no more (*bleibt*)."""

    KIND = "commitment.upheld.v1"
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSought(Event):
    """The holder asks to be released, as its decision holds no more."""

    KIND = "commitment.release_sought.v1"
    reason: Sealed | None = None
