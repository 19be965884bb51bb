"""Weeks, months and years seen from today: nächste Woche, Ende des Monats."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from bots.grammar.dates_numeric import Reading
from bots.grammar.days import (
    Ctx,
    Period,
    add_months,
    month,
    part,
    week_of,
    whole_year,
)
from bots.grammar.fold import rx
from bots.grammar.words import POSITION, REL, YEAR

SPAN: Final = rx(
    r"(?<![\w-])(?:(?P<pos>" + POSITION + r")\s(?:der\s|des\s|in\sder\s|in\s|of\s)?)?"
    r"(?:the\s)?" + REL + r"\s(?P<u>woche|monats?|quartals?|halbjahre?s?|jahre?s?|week|"
    r"month|quarter|year)\b(?!\s(?:nach|sind|war|haben|ist)\b)"
)
SPAN_END: Final = rx(
    r"(?<![\w-])(?P<pos>" + POSITION + r")\s?(?:der|des|the|dieser|of\sthe|of)?\s?"
    r"(?P<u>woche|monats|quartals|halbjahre?s|jahres|week|month|quarter|year)\b"
    r"(?!\s(?:\d{4}|nach))"
)
COMPOUND: Final = rx(
    r"(?<![\w-])(?:"
    + REL
    + r"\s)?(?P<u>wochen|monats|quartals|jahres|week-?|month-?|year-?|"
    r"quarter-?)\s?(?P<pos>ende|mitte|end|wechsel)\b(?:\s(?P<y>"
    + YEAR
    + r"))?|\b(?P<eo>eow|eom|eoq|eoy)\b"
)


def span(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "nächste Woche", "Ende nächsten Monats", "dieses Jahr"."""
    step = 0 if found["this"] else 2 if found["after"] else 1
    return part(_whole(ctx, found["u"], step), found["pos"] or "")


def span_end(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "Ende der Woche", "Mitte des Jahres"; the next one if it is over."""
    return _current(ctx, found["u"], found["pos"])


def compound(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "Monatsende", "Jahreswechsel", "EOW"; a weekend ends on Sunday."""
    if found["eo"]:
        units = {"w": "week", "m": "month", "q": "quarter", "y": "year"}
        return _current(ctx, units[found["eo"][-1]], "end")
    unit, position = found["u"], found["pos"]
    step = 2 if found["after"] else 1 if found["next"] else 0
    if found["y"] and unit.startswith(("j", "y")):
        return part(whole_year(int(found["y"])), "mitte" if position == "mitte" else "")
    if unit.startswith("we") or (unit.startswith("wo") and position.startswith("end")):
        friday = _whole(ctx, "week", step).last
        return Period(friday + timedelta(days=1), friday + timedelta(days=2))
    if step:
        return part(_whole(ctx, unit, step), "" if position == "wechsel" else position)
    return _current(ctx, unit, "mitte" if position == "mitte" else "ende")


def _current(ctx: Ctx, unit: str, position: str) -> Period:
    found = part(_whole(ctx, unit, 0), position)
    return found if found.last >= ctx.today else part(_whole(ctx, unit, 1), position)


def _whole(ctx: Ctx, unit: str, step: int) -> Period:
    today = ctx.today
    if unit.startswith("w"):
        whole = week_of(today + timedelta(weeks=step))
        if step == 0 and today > whole.last:
            return replace(whole, last=whole.first + timedelta(days=6))
        return whole
    if unit.startswith("mon"):
        base = add_months(today.replace(day=1), step)
        return month(base.year, base.month)
    if unit.startswith("qu"):
        start = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
        base = add_months(start, 3 * step)
        return month(base.year, base.month, 3)
    if unit.startswith("ha"):
        start = today.replace(month=1 if today.month < 7 else 7, day=1)  # noqa: PLR2004
        base = add_months(start, 6 * step)
        return month(base.year, base.month, 6)
    return whole_year(today.year + step)
