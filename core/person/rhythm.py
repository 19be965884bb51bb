"""Rhythm: on which days somebody gets a digest (*Rhythmus*)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import assert_never

from core.calendar import Calendar
from core.person.preferences import (
    EVERYWHERE,
    Preferences,
    Rhythm,
    Unasked,
    Weekday,
)


def digest_due(preferences: Preferences, calendar: Calendar, day: date) -> bool:
    """Whether this person gets a digest on the local ``day``, if there is any news.

    Once a week it comes on the chosen day, or on the first working day after it.
    """
    if not preferences.wants(Unasked.DIGEST, EVERYWHERE, day):
        return False
    match preferences.digest:
        case Rhythm.WEEKLY:
            return begins_week(calendar, day, preferences.digest_day)
        case Rhythm.DAILY:
            return calendar.working(day)
        case Rhythm.OFF:
            return False
        case _:
            assert_never(preferences.digest)


def month_due(preferences: Preferences, calendar: Calendar, day: date) -> bool:
    """Whether somebody who coordinates gets the month's summaries on ``day``."""
    wanted = preferences.wants(Unasked.SUMMARY, EVERYWHERE, day)
    return wanted and begins_month(calendar, day)


def begins_week(calendar: Calendar, day: date, first: Weekday) -> bool:
    """Whether ``day`` is the first working day of the week that ``first`` begins."""
    start = week_start(day, first)
    before = (start + timedelta(days=n) for n in range((day - start).days))
    return calendar.working(day) and not any(map(calendar.working, before))


def week_start(day: date, first: Weekday) -> date:
    """Return on which day the week of ``day`` begins, if it begins with ``first``."""
    return day - timedelta(days=(day.weekday() - first.number) % 7)


def begins_month(calendar: Calendar, day: date) -> bool:
    """Whether ``day`` is the first working day of its month."""
    before = (day.replace(day=n) for n in range(1, day.day))
    return calendar.working(day) and not any(map(calendar.working, before))
