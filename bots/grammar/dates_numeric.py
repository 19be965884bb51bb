"""Dates in figures: 30.4., 30.04.2027, 12.-14.4., 2027-04-30, "bis zum 15."."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, TypeAlias

from bots.grammar.days import (
    Ctx,
    Doubt,
    NoSuchDay,
    Period,
    Sense,
    add_months,
    month,
    one,
    settle,
)
from bots.grammar.fold import rx
from bots.grammar.marks import Mark, is_marked, mark_before
from bots.grammar.words import YEAR, full_year

Reading: TypeAlias = Period | NoSuchDay | Doubt

_YEAR_BEHIND: Final = (
    r"(?:(?P<y>(?:19|20)\d\d|'?\d\d)(?![\d]|[.,/]\d)|\s(?P<y4>" + YEAR + r"))?"
)
_NOT_BEFORE: Final = r"(?<![\w.,:§])(?<!\w[-/])(?<!--)(?<!\d\s[-/])"
DAY_MONTH: Final = re.compile(
    _NOT_BEFORE
    + r"(?P<d>\d{1,2})\s?\.\s?(?P<m>\d{1,2})\s?\."
    + _YEAR_BEHIND
    + r"(?!\d)"
)
DAYS_MONTH: Final = re.compile(
    _NOT_BEFORE + r"(?P<a>\d{1,2})(?:\.?\s?-|\.\s?(?:/|\+|bis|und|u\.|to|and|oder|or))"
    r"\s?(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\s?\." + _YEAR_BEHIND + r"(?!\d)"
)
UNDOTTED: Final = re.compile(
    _NOT_BEFORE + r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})(?=\s*(?:$|[,;!?)\n]))"
)
ISO: Final = re.compile(
    r"(?<![\w.-])(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"(?![\w-]|\.\d)"
)
SLASHED: Final = re.compile(
    r"(?<![\w./-])(?P<d>\d{1,2})(?P<s>[/-])(?P<m>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d|\d\d)"
    r"(?![\w/-])"
)
_CHAPTER: Final = re.compile(
    r"\s*[1-9]\.[1-9]\.\s(?!bis|und|oder|um|bitte|statt|to|until|-)[^\W\d_]{3}"
)
MONTH_YEAR: Final = re.compile(
    r"(?<![\w./-])(?P<m>\d{1,2})\s?[/.]\s?(?P<y>(?:19|20)\d\d)(?![\w/-]|\.\d)"
)
DAY_ONLY: Final = rx(
    r"(?<![\w.,/-])(?:(?P<d>\d{1,2})(?:\.|st|nd|rd|th)|(?P<w>ersten|monatsersten))"
    r"(?P<rel>\s(?:d\.|dieses|of\sthis)\s?(?:monats|m\.|month)|"
    r"\s(?:des\s)?(?:nächsten|kommenden|of\snext)\s(?:monats|month))?(?:\s(?:des\smonats|of\sthe\smonth))?(?=\s*(?:$|[,;!?)\n]))"
)


def _day(year: int, number: int, day: int) -> Period | None:
    try:
        return one(date(year, number, day))
    except ValueError:
        return None


def day_of(ctx: Ctx, day: int, number: int, year: int | None) -> Period | NoSuchDay:
    """Return the day of a month; without a year the one ``ctx`` means."""
    if year is not None:
        return _day(year, number, day) or NoSuchDay()
    return settle(ctx, lambda y: _day(y, number, day))


def _year(found: re.Match[str]) -> int | None:
    typed = found["y"] or found["y4"]
    return full_year(typed) if typed else None


def _plausible(found: re.Match[str], day: int, number: int) -> bool:
    """31.2. is an impossible day, 45.50. is a number unless "bis" stands before it."""
    fits = 0 < day <= 39 and 0 < number <= 19  # noqa: PLR2004 - slips of one finger
    return fits or is_marked(found.string, found.start())


def day_month(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "30.4." and "30.04.2027"."""
    day, number = int(found["d"]), int(found["m"])
    if not _plausible(found, day, number):
        return None
    if _CHAPTER.match(found.string) and not found["y"] and not found["y4"]:
        return Doubt()
    return day_of(ctx, day, number, _year(found))


def days_month(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "12.-14.4." as both days and all between them."""
    if re.search(r"oder|or", found.group()):
        return Doubt()
    last = day_of(ctx, int(found["d"]), int(found["m"]), _year(found))
    if not isinstance(last, Period):
        return last
    first = _day(last.last.year, last.last.month, int(found["a"]))
    if first is None or first.first > last.last:
        return NoSuchDay()
    return Period(first.first, last.last)


def undotted(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "bis 30.4": a day only after "bis"; small ones may be versions."""
    day, number = int(found["d"]), int(found["m"])
    if mark_before(found.string, found.start())[0] is not Mark.DEADLINE:
        return None
    if not 0 < number <= 12 or not 0 < day <= 31:  # noqa: PLR2004 - calendar
        return None
    sure = day > 12 or found["d"][0] == "0" or len(found["m"]) > 1  # noqa: PLR2004
    return day_of(ctx, day, number, None) if sure else Doubt()


def iso(found: re.Match[str], _: Ctx) -> Reading | None:
    """Read "2027-04-30"."""
    return _day(int(found["y"]), int(found["m"]), int(found["d"])) or NoSuchDay()


def slashed(found: re.Match[str], _: Ctx) -> Reading | None:
    """Read "30/04/2027"; which of two small numbers is the month cannot be known."""
    day, number = int(found["d"]), int(found["m"])
    if len(found["y"]) == 2 and found["s"] == "-":  # noqa: PLR2004 - 1-2-27
        return None
    if day <= 12 and number <= 12 and day != number:  # noqa: PLR2004 - months
        return Doubt()
    year = full_year(found["y"])
    return _day(year, number, day) or _day(year, day, number) or NoSuchDay()


def month_year(found: re.Match[str], _: Ctx) -> Reading | None:
    """Read "bis 04/2027"; without such a word it is a file number."""
    if not is_marked(found.string, found.start()):
        return None
    number = int(found["m"])
    if not 0 < number <= 12:  # noqa: PLR2004 - months
        return None
    return month(int(found["y"]), number)


def day_only(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "bis zum 15." and "by the 15th"."""
    before = found.string[max(0, found.start() - 8) : found.start()]
    marked = re.search(
        r"\b(?:bis|am|zum|by|the|on|until|till)\s(?:the\s|zum\s)?$", before
    )
    if marked is None and not found["rel"]:
        return None
    day = 1 if found["w"] else int(found["d"])
    if not 0 < day <= 31:  # noqa: PLR2004 - calendar
        return None
    rel = found["rel"] or ""
    if rel:
        shift = 1 if re.search(r"\b(?:n|k)", rel) else 0
        base = add_months(ctx.today.replace(day=1), shift)
        found_day = _day(base.year, base.month, day) or NoSuchDay()
        past = isinstance(found_day, Period) and found_day.last < ctx.today
        return Doubt() if past else found_day
    return _next_such_day(ctx, day)


def _next_such_day(ctx: Ctx, day: int) -> Period | NoSuchDay:
    step = -1 if ctx.sense is Sense.HAPPENED else 1
    for shift in range(4):
        base = add_months(ctx.today.replace(day=1), step * shift)
        found = _day(base.year, base.month, day)
        if found is not None and (found.first - ctx.today).days * step >= 0:
            return found
    return NoSuchDay()
