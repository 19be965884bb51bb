"""Weeks, quarters, halves and years: KW 19, Q3, 2. Halbjahr, bis 2030."""

from __future__ import annotations

import re
from typing import Final

from bots.grammar.dates_numeric import Reading
from bots.grammar.days import (
    Ctx,
    Doubt,
    Grain,
    NoSuchDay,
    Period,
    month,
    part,
    settle,
    week,
    whole_year,
)
from bots.grammar.fold import rx
from bots.grammar.marks import is_marked
from bots.grammar.words import ORDINAL, POSITION, YEAR, full_year, ordinal

_POS: Final = r"(?:(?P<pos>" + POSITION + r")\s(?:der\s|des\s|von\s|of\s|in\s|the\s)?)?"
_YEAR: Final = (
    r"(?:\s?[/ ]?\s?(?:of\s|des\sjahres\s)?(?P<y>" + YEAR + r")|\s?[/']\s?(?P<y2>\d\d)"
    r"(?![\d.])|\s(?:des\s|of\s)?(?P<oy>nächsten\sjahres|next\syear))?"
)
_BEYOND: Final = 60  # years ahead that a deadline may name
_WORD_AFTER: Final = re.compile(r"\s+(?:[a-zäöüß])")
KW: Final = rx(
    r"\b" + _POS + r"(?:kw|kalenderwoche|calendar\sweek|cw|week)\.?\s?(?P<w>\d{1,2})\b"
    r"(?:\s?(?:-|bis|to|/|und|u\.)\s?(?:kw\s?)?(?P<w2>\d{1,2})(?![\d.]))?" + _YEAR
)
NTH_KW: Final = rx(
    r"(?<![\w.,])" + _POS + r"(?:(?P<w>\d{1,2})\.|(?P<o>" + ORDINAL + r"))\s?(?:kw|"
    r"kalenderwoche|woche\sdes\sjahres)\b" + _YEAR
)
QUARTER: Final = rx(
    r"(?<![\w.,])" + _POS + r"(?:q\s?(?P<q>[1-4])|(?P<d>[1-9])\.?\s?(?:q\b|quartal)|"
    r"(?P<r>i{1,3}|iv)\.?\s?quartal|(?P<o>" + ORDINAL + r")\s(?:quartal|quarter)|"
    r"(?P<e>[1-4])(?:st|nd|rd|th)\squarter)(?:e?s\b|\b)" + _YEAR
)
HALF: Final = rx(
    r"(?<![\w.,])" + _POS + r"(?:h(?P<h>[12])\b|(?P<d>[12])\.\s?(?:halbjahr|hj\b|"
    r"jahreshälfte)(?:e?s\b)?|(?P<o>ersten?|erstes|zweiten?|zweites|zweiter|erster|first|"
    r"second)\s(?:halbjahre?s?|jahreshälfte|half(?:\sof(?:\sthe)?(?:\syear)?)?))"
    + _YEAR
)
YEAR_ONLY: Final = rx(
    r"(?<![\w.,/:-])(?P<long>"
    + _POS
    + r"(?:des\sjahres\s|of\s)?(?P<jahr>(?:im\s|des\s|in\s)?"
    r"(?:jahre?s?|year)\s)?)(?P<y>(?:20)\d\d)(?![\d\w]|[.,/:-]\d|er\b)"
)
SHORT_YEAR: Final = rx(r"\b(?P<pos>" + POSITION + r")\s(?P<y>'\d\d)\b")
SEASON: Final = rx(
    r"\b(?:frühjahr|frühling|sommer|herbst|winter|spring|summer|autumn|sommerferien|"
    r"herbstferien|osterferien|weihnachtsferien|winterferien|sommerpause|ferien)\b"
    r"(?:\s(?P<y>" + YEAR + r"))?"
)
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _year(found: re.Match[str], ctx: Ctx) -> int | None:
    typed = found["y"] or found["y2"]
    if typed:
        return full_year(typed)
    return ctx.today.year + 1 if found["oy"] else None


def _months(found: re.Match[str], ctx: Ctx, first: int, count: int) -> Reading:
    year, position = _year(found, ctx), found["pos"] or ""
    if year is not None:
        return part(month(year, first, count), position)
    return settle(ctx, lambda y: part(month(y, first, count), position))


def _week(ctx: Ctx, number: int, year: int | None, position: str) -> Reading:
    def in_year(y: int) -> Period | None:
        whole = week(y, number)
        return part(whole, position) if whole else None

    if year is not None:
        return in_year(year) or NoSuchDay()
    near = [y for y in (ctx.today.year, ctx.today.year + 1) if week(y, number)]
    return settle(ctx, in_year) if near else NoSuchDay()


def kw(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "KW 19", "KW 19-20", "KW 19/2027"; two short numbers may be a year."""
    number, second = int(found["w"]), found["w2"]
    year, position = _year(found, ctx), found["pos"] or ""
    if second is None:
        return _week(ctx, number, year, position)
    if "/" in found.group() and int(second) != number + 1:
        return _week(ctx, number, full_year(second), position)
    if "/" in found.group() and full_year(second) in range(
        ctx.today.year, ctx.today.year + 9
    ):
        return Doubt()
    last = _week(ctx, int(second), year, position)
    if not isinstance(last, Period):
        return last
    first = week(last.first.isocalendar().year, number)
    return Period(first.first, last.last, Grain.WEEK) if first else NoSuchDay()


def nth_kw(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "19. KW" and "in der 19. Kalenderwoche"."""
    number = ordinal(found["w"] or found["o"])
    return _week(ctx, number, _year(found, ctx), found["pos"] or "")


def quarter(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "Q3", "3. Quartal 2027", "im zweiten Quartal"."""
    roman = found["r"]
    digits = found["q"] or found["d"] or found["e"]
    number = _ROMAN[roman] if roman else ordinal(digits or found["o"])
    if not 0 < number <= 4:  # noqa: PLR2004 - quarters of a year
        return NoSuchDay()
    return _months(found, ctx, 3 * number - 2, 3)


def half(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "2. Halbjahr"; "H2" alone may be hydrogen."""
    short = found["h"]
    if short and not found["y"] and not is_marked(found.string, found.start()):
        return None
    second = (short or found["d"] or found["o"]).startswith(("2", "zwei", "second"))
    return _months(found, ctx, 7 if second else 1, 6)


def year_only(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "bis 2030", "Ende 2027"; elsewhere four figures are a number."""
    text = found.string
    alone = text.strip(" .,;!?\n") == found.group().strip()
    near = 0 <= int(found["y"]) - ctx.today.year <= _BEYOND
    said = found["pos"] or found["jahr"]
    marked = is_marked(text, found.start())
    if not (said or ((alone or marked) and near)):
        return None
    return part(whole_year(int(found["y"])), found["pos"] or "")


def short_year(found: re.Match[str], _: Ctx) -> Reading | None:
    """Read "Ende '27"."""
    return part(whole_year(full_year(found["y"])), found["pos"])


def season(found: re.Match[str], _: Ctx) -> Reading | None:
    """Nobody agrees on when summer ends: ask, but only where a deadline is meant."""
    if re.search(
        r"\bbis\s(?:zu[mr]?\s|zu den\s)?$|\b(?:by|until)\s$",
        found.string[: found.start()],
    ):
        return Doubt()
    return None
