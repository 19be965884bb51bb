"""Dates seen from today: morgen, bis Freitag, in zwei Wochen, Ende nächsten Monats."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bots.grammar.dates_numeric import Reading
from bots.grammar.days import (
    Ctx,
    Doubt,
    Grain,
    Period,
    Sense,
    add_months,
    one,
    week_of,
)
from bots.grammar.fold import rx
from bots.grammar.marks import is_marked
from bots.grammar.words import (
    MONTH,
    NUMBER,
    REL,
    SHORT_WEEKDAY,
    WEEKDAY,
    number,
    weekday_number,
)

_SATURDAY: Final = 5
_UNIT: Final = (
    r"(?:(?P<day>tage?n?|days?)|(?P<work>werktage?n?|arbeitstage?n?|(?:working|business)\s"
    r"days?)|(?P<week>wochen?|weeks?)|(?P<fort>fortnights?)|(?P<month>monate?n?|monats|"
    r"months?)|(?P<quarter>quartale?n?|quarters?)|(?P<half>halben\sjahre?s?|halbjahre?n?|"
    r"half\s(?:a\s)?years?)|(?P<year>jahre?n?|years?))"
)
_FROM: Final = r"(?:(?:next|this|coming)\s)?(?:" + WEEKDAY + r"|today|tomorrow)"
WORD_DAY: Final = rx(
    r"(?<![\w-])(?P<w>vorgestern|gestern|yesterday|heute|today|tonight|eod|"
    r"übermorgen|über\smorgen|(?:the\s)?day\safter\stomorrow|morgen|tomorrow)"
    r"(?:\s(?:früh|vormittag|mittag|nachmittag|abend|nacht|noch))?(?![\w-])"
)
WEEKDAY_: Final = rx(
    r"(?<![\w-])(?:"
    + REL
    + r"\s)?(?P<wd>"
    + WEEKDAY
    + r")(?:\s?(?:vormittag|mittag|nachmittag|abend|früh|morning|evening|"
    r"afternoon|noon))?(?![\w-])"
)
SHORT_DAY: Final = rx(r"(?<![\w.-])(?P<wd>" + SHORT_WEEKDAY + r")(?![\w-])")
_DATE_BEHIND: Final = rx(r"[\s,.]*(?:den\s)?\d{1,2}\s?\.\s?(?:\d|" + MONTH + ")")
IN_UNITS: Final = rx(
    r"\b(?:heute\s)?(?P<in>in|innerhalb|binnen|within)(?:\svon|\sder|\sden|\sthe)*(?:\snächsten|\snext)?"
    r"(?:\s(?:spätestens|ca\.?|etwa|rund|gut|knapp|circa|ungefähr|about))?\s(?:(?P<n1>"
    + NUMBER
    + r")\s?(?:bis|-|to|oder|or)\s?)?"
    r"(?P<n>"
    + NUMBER
    + r")\s?"
    + _UNIT
    + r"(?:'?\s?time)?\b(?P<of>\s(?:nach|ab|after|of|"
    r"vor|seit|from)\b(?!\s(?:heute|jetzt|today|now)))?"
)
HALVES: Final = rx(
    r"\b(?:in|innerhalb|binnen|within)(?:\svon)?\s(?:(?P<six>einem\shalben\sjahr|half\sa\s"
    r"year)|(?:anderthalb|eineinhalb|einundeinhalb)\sjahren|(?P<q>einem\svierteljahr)|"
    r"(?P<dq>einem\sdreivierteljahr))\b"
)
FROM_NOW: Final = rx(
    r"(?<![\w.])(?:heute\sin\s)?(?P<n>"
    + NUMBER
    + r")\s?"
    + _UNIT
    + r"\s(?:from\s(?:now|"
    r"today)|ab\s(?:heute|jetzt))\b"
)
WEEK_ON: Final = rx(
    r"(?<![\w.])(?:(?P<n>"
    + NUMBER
    + r")\s(?:(?P<week>weeks?)|(?P<fort>fortnights?))\s(?:on\s|from\s|after\s)?(?P<a>"
    + _FROM
    + r")|(?P<b>"
    + _FROM
    + r")\s(?P<behind>week|fortnight))(?![\w-])"
)


def word_day(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "heute", "morgen", "übermorgen"; a greeting is no day."""
    word = found["w"]
    if word.endswith("gestern") or word == "yesterday":
        back = 2 if word.startswith("vor") else 1
        return (
            one(ctx.today - timedelta(days=back))
            if ctx.sense is Sense.HAPPENED
            else None
        )
    if word.startswith(("heute", "today", "tonight", "eod")):
        return one(ctx.today, Grain.OFFSET)
    far = word.startswith(("ü", "u", "day", "the"))
    return one(ctx.today + timedelta(days=2 if far else 1), Grain.OFFSET)


def weekday(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "bis Freitag": the next one after today, or the last one up to today."""
    wanted, today = weekday_number(found["wd"]), ctx.today
    if ctx.sense is Sense.HAPPENED:
        back = (today.weekday() - wanted) % 7
        return one(today - timedelta(days=back), Grain.WEEKDAY)
    ahead = (wanted - today.weekday() - 1) % 7 + 1
    coming = one(today + timedelta(days=ahead), Grain.WEEKDAY)
    groups = found.groupdict()
    if groups.get("after"):
        return one(coming.last + timedelta(days=7), Grain.WEEKDAY)
    if groups.get("this") and wanted == today.weekday():
        return one(today, Grain.WEEKDAY)
    same_week = week_of(coming.last) == week_of(today)
    if groups.get("next") == "next" and same_week:
        return Doubt()
    return coming


def short_day(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "bis Fr"; two letters without "bis" or a date are a word."""
    dated = _DATE_BEHIND.match(found.string, found.end())
    marked = dated or is_marked(found.string, found.start())
    return weekday(found, ctx) if marked else None


def in_units(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "in zwei Wochen", "binnen 14 Tagen"; of "2 bis 3 Wochen" the longer."""
    if found["of"]:
        return Doubt()
    return _ahead(found, ctx, number(found["n"]))


def halves(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "in einem halben Jahr" and "in anderthalb Jahren"."""
    if found["six"]:
        return _on(ctx, 6)
    if found["q"]:
        return _on(ctx, 3)
    return _on(ctx, 9 if found["dq"] else 18)


def from_now(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "two weeks from now"."""
    return _ahead(found, ctx, number(found["n"]))


def week_on(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "a week on Friday", "Friday week" and "a fortnight tomorrow"."""
    words = (found["a"] or found["b"]).split()
    if words[0] == "next" and len(words) > 1:
        return Doubt()
    behind = found["behind"] == "fortnight" or found["fort"]
    weeks = (number(found["n"]) if found["n"] else 1) * (2 if behind else 1)
    match words[-1]:
        case "today" | "tomorrow" as word:
            day = ctx.today + timedelta(days=word == "tomorrow")
        case name:
            ahead = (weekday_number(name) - ctx.today.weekday() - 1) % 7 + 1
            day = ctx.today + timedelta(days=ahead)
    return one(day + timedelta(weeks=weeks), Grain.OFFSET)


def _on(ctx: Ctx, months: int) -> Period:
    return one(add_months(ctx.today, months), Grain.OFFSET)


def _ahead(found: re.Match[str], ctx: Ctx, count: int) -> Reading:
    if found["month"]:
        return _on(ctx, count)
    if found["quarter"]:
        return _on(ctx, 3 * count)
    if found["half"]:
        return _on(ctx, 6 * count)
    if found["year"]:
        return _on(ctx, 12 * count)
    if found["work"]:
        return one(_workdays(ctx, count), Grain.OFFSET)
    days = {"week": 7, "fort": 14, "day": 1}
    unit = next(days[name] for name in days if found[name])
    return one(ctx.today + timedelta(days=count * unit), Grain.OFFSET)


def _workdays(ctx: Ctx, count: int) -> date:
    day = ctx.today
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
