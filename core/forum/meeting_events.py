"""What has happened to the meetings of a forum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.event import Event
from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingScheduled(Event):
    """The forum meets on that day (*einberufen*); said again, hour and place change.

    ``at`` is the local hour, such as ``14:00``.
    """

    KIND = "forum.meeting_scheduled.v1"
    on: date
    at: str | None = None
    place: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCancelled(Event):
    """The meeting of that day does not take place."""

    KIND = "forum.meeting_cancelled.v1"
    on: date
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeld(Event):
    """The meeting took place; these organisations were there (*anwesend*).

    ``quorate``: so many of those with a vote that the rulebook lets it resolve.
    """

    KIND = "forum.meeting_held.v1"
    on: date
    attended: tuple[str, ...]
    quorate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFiled(Event):
    """The minutes of the meeting are written; ``where`` says where they lie."""

    KIND = "forum.minutes_filed.v1"
    on: date
    where: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesApproved(Event):
    """The forum approved the minutes of the meeting (*genehmigt*)."""

    KIND = "forum.minutes_approved.v1"
    on: date


Meeting: TypeAlias = (
    MeetingScheduled | MeetingCancelled | MeetingHeld | MinutesFiled | MinutesApproved
)
