"""Calendar arithmetic of the date grammar; whole days, no clock.

A ``Period`` is what a phrase names: its first and its last day, both included.
A phrase without a year names many periods; ``settle`` takes the next one for a
deadline, the last one for something that has happened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from bots.grammar.answers import Question


class Sense(Enum):
    """Which of many days a phrase without a year means."""

    DEADLINE = "next such day, today included"
    HAPPENED = "last such day, today included"


class Grain(Enum):
    """How fine a phrase is."""

    DAY = "day"
    WEEKDAY = "weekday"
    OFFSET = "so many weeks from today"
    WEEK = "week"
    MONTH = "part of a year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """The days a phrase names."""

    first: date
    last: date
    grain: Grain = Grain.DAY


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """The phrase names a day that does not exist (31.2.)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The phrase may mean several days."""

    question: Question = Question.WHICH_DATE


@dataclass(frozen=True, slots=True)
class Ctx:
    """Where the reader stands."""

    today: date
    sense: Sense = Sense.DEADLINE


def one(day: date, grain: Grain = Grain.DAY) -> Period:
    """Return the period of a single day."""
    return Period(day, day, grain)


def month(year: int, number: int, count: int = 1) -> Period:
    """Return ``count`` whole months."""
    first = date(year, number, 1)
    return Period(first, add_months(first, count) - timedelta(days=1), Grain.MONTH)


def whole_year(year: int) -> Period:
    """Return a whole year."""
    return Period(date(year, 1, 1), date(year, 12, 31), Grain.YEAR)


def week(year: int, number: int) -> Period | None:
    """Return Monday to Friday of an ISO week, None if the year has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Period(monday, monday + timedelta(days=4), Grain.WEEK)


def week_of(day: date) -> Period:
    """Return Monday to Friday of the week of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=4), Grain.WEEK)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, the last of the month if there is none."""
    years, index = divmod(day.month - 1 + months, 12)
    year = day.year + years
    following = date(year + (index == 11), (index + 1) % 12 + 1, 1)  # noqa: PLR2004
    last = (following - timedelta(days=1)).day
    return date(year, index + 1, min(day.day, last))


def part(period: Period, position: str) -> Period:
    """Return the beginning, middle or end of a period; an empty position is all of it.

    Anfang Mai = 1.–10., Mitte Mai = –15., Ende Mai = –31. Anfang of a week is its
    Monday, Mitte its Wednesday. Of a longer period Anfang is the first quarter
    (of a quarter: its first month), Mitte the first half.
    """
    if not position:
        return period
    if position.startswith(("ende", "end", "the end", "late")):
        late = period.last - timedelta(days=9)
        return replace(period, first=max(period.first, late))
    middle = position.startswith("mi")
    first, grain = period.first, period.grain
    if grain is Grain.WEEK:
        return one(first + timedelta(days=2 if middle else 0))
    months = (period.last.year - first.year) * 12 + period.last.month - first.month + 1
    match months:
        case 1:
            return replace(period, last=first.replace(day=15 if middle else 10))
        case 3:
            half = add_months(first, 1).replace(day=15)
            last = half if middle else add_months(first, 1) - timedelta(days=1)
        case _:
            share = months // 2 if middle else months // 4
            last = add_months(first, share) - timedelta(days=1)
    return Period(first, last, Grain.MONTH)


def settle(ctx: Ctx, build: Callable[[int], Period | None]) -> Period | NoSuchDay:
    """Return the period without a year that ``ctx`` means; tries nine years."""
    today = ctx.today
    if ctx.sense is Sense.HAPPENED:
        for year in range(today.year + 1, today.year - 9, -1):
            found = build(year)
            if found is not None and found.first <= today:
                return replace(found, last=min(found.last, today))
    else:
        for year in range(today.year - 1, today.year + 9):
            found = build(year)
            if found is not None and found.last >= today:
                return found
    return NoSuchDay()


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian computus, Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(year, n, (h - m + r + n + 19) % 32)
