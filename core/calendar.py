"""Calendar: working days and the hours in which somebody is written to (*Kalender*).

Pure: holidays and the time zone come in as data. Days are local, instants aware.
Source of the rules: chat.md rule 8; contest periods domain.md rule D5.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """From which full hour on, and before which one, somebody is written to; local."""

    start: int = 8
    end: int = 17

    def hold(self, hour: int) -> bool:
        """Whether ``hour`` (0 to 23) is one of them."""
        return self.start <= hour < self.end


USUAL: Final = Hours()  # source: chat.md rule 8


def is_working(day: date, holidays: Collection[date]) -> bool:
    """Whether ``day`` is neither a weekend nor a public holiday."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_days_after(day: date, count: int, holidays: Collection[date]) -> date:
    """Return the ``count``-th working day after ``day``; 0 gives ``day`` itself."""
    return _steps(day, count, _DAY, holidays)


def working_days_before(day: date, count: int, holidays: Collection[date]) -> date:
    """Return the ``count``-th working day before ``day``; 0 gives ``day`` itself."""
    return _steps(day, count, -_DAY, holidays)


def working_day_from(day: date, holidays: Collection[date]) -> date:
    """Return ``day``, or the next working day if it is none; source: BGB § 193."""
    return day if is_working(day, holidays) else working_days_after(day, 1, holidays)


def months_after(day: date, count: int) -> date:
    """Return the same day ``count`` months later, or the last one of that month."""
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, last))


def _steps(day: date, count: int, step: timedelta, holidays: Collection[date]) -> date:
    while count:
        day += step
        count -= is_working(day, holidays)
    return day


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days and hours of one region."""

    zone: tzinfo
    holidays: frozenset[date] = frozenset()

    def day(self, at: datetime) -> date:
        """Return the local day of an instant."""
        return at.astimezone(self.zone).date()

    def hour(self, at: datetime) -> int:
        """Return the local hour of an instant, 0 to 23."""
        return at.astimezone(self.zone).hour

    def working(self, day: date) -> bool:
        """Whether people work on ``day``."""
        return is_working(day, self.holidays)

    def after(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``."""
        return working_days_after(day, count, self.holidays)

    def before(self, day: date, count: int) -> date:
        """Return the ``count``-th working day before ``day``."""
        return working_days_before(day, count, self.holidays)

    def allowed(self, at: datetime, hours: Hours = USUAL) -> datetime:
        """Return the earliest instant not before ``at`` at which one may write.

        The hours are those on the wall, on both sides of a change of the clocks.
        """
        day = self.day(at)
        while True:
            if self.working(day) and at < self.instant(day, hours.end):
                return max(at.astimezone(UTC), self.instant(day, hours.start))
            day += _DAY

    def instant(self, day: date, hour: int) -> datetime:
        """Return when it is ``hour`` o'clock on ``day``, in UTC; 24 is its end."""
        wall = datetime.combine(day, time()) + timedelta(hours=hour)
        return wall.replace(tzinfo=self.zone).astimezone(UTC)
