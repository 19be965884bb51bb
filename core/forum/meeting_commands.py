"""What can be asked of a forum about its meetings; each is named by its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from core.sealed import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleMeeting:
    """Meet on that day, at the local hour ``at``, such as ``14:00``."""

    on: date
    at: str | None = None
    place: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelMeeting:
    """Do not meet on that day."""

    on: date
    reason: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMeeting:
    """Do not meet on that day but on the day ``to``, at the local hour ``at``."""

    on: date
    to: date
    at: str | None = None
    place: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMeeting:
    """Record that it took place, who was there and, if known, where minutes lie."""

    on: date
    attended: tuple[str, ...]
    minutes: Sealed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileMinutes:
    """Say where the minutes lie; before they are approved, also elsewhere."""

    on: date
    where: Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveMinutes:
    """Record that the forum approved the minutes."""

    on: date


OnMeeting: TypeAlias = (
    ScheduleMeeting
    | CancelMeeting
    | MoveMeeting
    | RecordMeeting
    | FileMinutes
    | ApproveMinutes
)
