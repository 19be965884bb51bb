"""Clock: the time of day, the one place that reads it.

Everything else takes ``core.ports.Clock``, so that a story can be played at
any time. Instants are aware and in UTC; a calendar day needs a time zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


def system_clock() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


def day_of(now: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day of ``now`` where ``zone`` is."""
    return now.astimezone(zone).date()


class SetClock:
    """A clock that stands until it is moved, for demos and tests."""

    def __init__(self, now: datetime) -> None:
        """Stand at ``now``, which must be aware."""
        self._now = now.astimezone(UTC)

    def __call__(self) -> datetime:
        """Return the instant it was set to."""
        return self._now

    def set(self, now: datetime) -> None:
        """Jump to ``now``, forwards or backwards."""
        self._now = now.astimezone(UTC)

    def pass_by(self, time: timedelta) -> None:
        """Let ``time`` pass."""
        self._now += time
