"""Dates with the name of a month or a holiday: 15. Mai, Ende April, Ostern."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bots.grammar.dates_numeric import Reading, day_of
from bots.grammar.days import (
    Ctx,
    Doubt,
    Grain,
    NoSuchDay,
    Period,
    easter,
    month,
    part,
    settle,
)
from bots.grammar.fold import rx
from bots.grammar.marks import Mark, is_marked, mark_before
from bots.grammar.words import (
    MONTH,
    ORDINAL,
    POSITION,
    YEAR,
    full_year,
    month_number,
    ordinal,
)

_OTHER_YEAR: Final = (
    r"\s(?:des\s|of\s)?(?P<oy>nächsten\sjahres|kommenden\sjahres|next\syear|"
    r"dieses\sjahres|d\.\s?j\.|this\syear|laufenden\sjahres)"
)
_YEAR: Final = (
    r"(?:(?:\s?|,\s?(?=\d{4}\s*(?:$|[.;!?)])))(?P<y>"
    + YEAR
    + r")|\s?(?P<y2>'\d\d)\b|"
    + _OTHER_YEAR
    + r")?"
)
_DAY: Final = r"\d{1,2}(?:\s?\.|st\b|nd\b|rd\b|th\b|ten\b|ter\b|te\b)?|" + ORDINAL
DAY_MONTH: Final = rx(
    r"(?<![\w.,/:])(?<!\w-)(?P<d>"
    + _DAY
    + r")\s?(?:of\s|day\sof\s)?(?P<mon>"
    + MONTH
    + r")"
    + _YEAR
)
DAYS_MONTH: Final = rx(
    r"(?<![\w.,/:-])(?P<a>\d{1,2})\.?(?:st|nd|rd|th)?\s?(?P<s>-|/|bis|und|u\.|to|and|oder|"
    r"or)(?:\szum|\sthe)?\s?(?P<d>\d{1,2})\.?(?:st|nd|rd|th)?\s?(?:of\s)?(?P<mon>"
    + MONTH
    + r")"
    + _YEAR
)
MONTH_DAY: Final = rx(
    r"(?<![\w.-])(?P<mon>"
    + MONTH
    + r")\s(?:the\s)?(?P<d>\d{1,2})(?P<th>st|nd|rd|th)?\b"
    r"(?![.:/]\d|\s?[-/]\s?\d)(?:,?\s(?P<y>"
    + YEAR
    + r"))?(?P<stop>(?=\s*(?:$|[,;.!?)\n])))?"
)
MONTH_ONLY: Final = rx(
    r"(?<![\w.-])(?:(?P<pos>"
    + POSITION
    + r")(?:\s?(?:/|-|bis|oder)\s?(?P<pos2>"
    + POSITION
    + r"))?[\s-](?:des\s|of\s|in\s|monats\s)?)?(?P<mon>"
    + MONTH
    + r")s?"
    r"(?:\s?(?P<s>/|bis|und|oder|-)\s?(?P<mon2>" + MONTH + r"))?" + _YEAR
)
FEAST: Final = rx(
    r"\b(?P<feast>karfreitag|gründonnerstag|ostersonntag|ostersamstag|ostermontag|ostern|"
    r"easter(?:\s(?:sunday|monday))?|good\sfriday|christi\shimmelfahrt|himmelfahrt|"
    r"pfingstsonntag|pfingstmontag|pfingsten|fronleichnam|heiligabend|heilig\sabend|"
    r"weihnachten|christmas(?:\seve)?|silvester|new\syear's\seve|neujahr|nikolaus|"
    r"tag\sder\sarbeit|maifeiertag|tag\sder\sdeutschen\seinheit|reformationstag|"
    r"allerheiligen|aschermittwoch|rosenmontag)\b" + _YEAR
)
_ENGLISH: Final = {"january", "february", "march", "may", "june", "july", "october"}
_MOVABLE: Final = {
    "rosenmontag": (-48, -48),
    "aschermittwoch": (-46, -46),
    "karfreitag": (-2, -2),
    "good friday": (-2, -2),
    "ostersamstag": (-1, -1),
    "ostersonntag": (0, 0),
    "easter sunday": (0, 0),
    "ostermontag": (1, 1),
    "easter monday": (1, 1),
    "ostern": (0, 1),
    "easter": (0, 1),
    "christi himmelfahrt": (39, 39),
    "himmelfahrt": (39, 39),
    "pfingstsonntag": (49, 49),
    "pfingstmontag": (50, 50),
    "pfingsten": (49, 50),
    "fronleichnam": (60, 60),
    "gründonnerstag": (-3, -3),
    "gruendonnerstag": (-3, -3),
    "grundonnerstag": (-3, -3),
}
_FIXED: Final = {
    "heiligabend": (12, 24, 24),
    "heilig abend": (12, 24, 24),
    "christmas eve": (12, 24, 24),
    "weihnachten": (12, 25, 26),
    "christmas": (12, 25, 26),
    "silvester": (12, 31, 31),
    "new year's eve": (12, 31, 31),
    "neujahr": (1, 1, 1),
    "nikolaus": (12, 6, 6),
    "tag der arbeit": (5, 1, 1),
    "maifeiertag": (5, 1, 1),
    "tag der deutschen einheit": (10, 3, 3),
    "reformationstag": (10, 31, 31),
    "allerheiligen": (11, 1, 1),
}


def year_in(found: re.Match[str], ctx: Ctx) -> int | None:
    """Return the year said behind a day or month, also "nächsten Jahres"."""
    groups = found.groupdict()
    typed = groups.get("y") or groups.get("y2")
    if typed:
        return full_year(typed)
    other = groups.get("oy")
    if not other:
        return None
    return ctx.today.year + other.startswith(("n", "k"))


def day_month(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "15. Mai", "dritten Mai 2027", "15th of May"."""
    number = month_number(found["mon"])
    return day_of(ctx, ordinal(found["d"]), number, year_in(found, ctx))


def days_month(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "12. bis 14. April" as both days and all between them."""
    if found["s"] in {"oder", "or"}:
        return Doubt()
    number = month_number(found["mon"])
    last = day_of(ctx, int(found["d"]), number, year_in(found, ctx))
    if not isinstance(last, Period):
        return last
    first = day_of(ctx, int(found["a"]), number, last.last.year)
    if not isinstance(first, Period) or first.first > last.last:
        return NoSuchDay()
    return Period(first.first, last.last)


def month_day(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "May 3rd"; "April 27" may also be a month and its year."""
    day, number = int(found["d"]), month_number(found["mon"])
    sure = found["th"] or found["y"]
    if (
        not sure
        and found["stop"] is None
        and not is_marked(found.string, found.start())
    ):
        return None
    if found["mon"].startswith(
        ("mai", "okt", "dez", "mär", "mrz", "juni", "juli", "jän")
    ):
        return None
    english = re.search(
        r"\b(?:by|until|till|on|before|due|the)\s$", found.string[: found.start()]
    )
    near = range(ctx.today.year % 100, ctx.today.year % 100 + 3)
    if not (sure or english or found["mon"] in _ENGLISH) and day in near:
        return Doubt()
    return day_of(ctx, day, number, int(found["y"]) if found["y"] else None)


def month_only(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "im Mai", "Ende April", "Mai 2027"; a bare "Mai" may be a name."""
    alone = found.string.strip(" .,;!?\n") == found.group().strip(" .")
    dated = found["pos"] or found["y"] or found["y2"] or found["oy"]
    if not (alone or dated or _announced(found)):
        return None
    if found["s"] == "oder":
        return Doubt()
    number = month_number(found["mon2"] or found["mon"])
    year = year_in(found, ctx)
    position = found["pos2"] or found["pos"] or ""
    whole = month(year, number) if year else None
    if whole is not None:
        return part(whole, position)
    return settle(ctx, lambda y: part(month(y, number), position))


def _announced(found: re.Match[str]) -> bool:
    mark, start = mark_before(found.string, found.start())
    if re.search(
        r"(?:nächste|kommende|diese)[nrms]?\s$", found.string[: found.start()]
    ):
        return True
    words = found.string[start : found.start()].split()
    if not words or words[-1] in {
        "am",
        "an",
        "für",
        "for",
        "zu",
        "at",
        "the",
        "der",
        "die",
    }:
        return False
    return mark is not Mark.ORIGIN or words[-1] in {
        "seit",
        "ab",
        "since",
        "from",
        "vom",
    }


def feast(found: re.Match[str], ctx: Ctx) -> Reading | None:
    """Read "Ostern": the last of its days, as for everything."""
    name = found["feast"]

    def in_year(year: int) -> Period:
        if name in _MOVABLE:
            sunday = easter(year)
            first, last = (sunday + timedelta(days=d) for d in _MOVABLE[name])
            return Period(first, last)
        number, begin, end = _FIXED[name]
        return Period(date(year, number, begin), date(year, number, end), Grain.DAY)

    year = year_in(found, ctx)
    return in_year(year) if year else settle(ctx, in_year)
