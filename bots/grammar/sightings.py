"""All dates in a text, with what they are for; neighbours are joined.

::

    Fr, 30.4.          a weekday and a day: one sighting, or a doubt if they differ
    vom 12.4. bis 14.4.  two days and "bis": one sighting from the first to the last
    Montag bis Freitag   opening hours: none
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, TypeAlias

from bots.grammar import dates_named as named
from bots.grammar import dates_nearby as nearby
from bots.grammar import dates_numeric as numeric
from bots.grammar import dates_relative as relative
from bots.grammar import dates_spans as spans
from bots.grammar.answers import Question
from bots.grammar.dates_numeric import Reading
from bots.grammar.days import Ctx, Doubt, Grain, NoSuchDay, Period, Sense
from bots.grammar.fold import fold, rx
from bots.grammar.marks import Mark, end_after, is_marked, mark_before
from bots.grammar.masks import mask

Reader: TypeAlias = Callable[[re.Match[str], Ctx], Reading | None]

_READERS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (numeric.DAYS_MONTH, numeric.days_month),
    (numeric.DAY_MONTH, numeric.day_month),
    (numeric.UNDOTTED, numeric.undotted),
    (numeric.ISO, numeric.iso),
    (numeric.SLASHED, numeric.slashed),
    (numeric.MONTH_YEAR, numeric.month_year),
    (numeric.DAY_ONLY, numeric.day_only),
    (named.DAYS_MONTH, named.days_month),
    (named.DAY_MONTH, named.day_month),
    (named.MONTH_DAY, named.month_day),
    (named.MONTH_ONLY, named.month_only),
    (named.FEAST, named.feast),
    (spans.KW, spans.kw),
    (spans.NTH_KW, spans.nth_kw),
    (spans.QUARTER, spans.quarter),
    (spans.HALF, spans.half),
    (spans.YEAR_ONLY, spans.year_only),
    (spans.SHORT_YEAR, spans.short_year),
    (spans.SEASON, spans.season),
    (relative.WORD_DAY, relative.word_day),
    (relative.WEEKDAY_, relative.weekday),
    (relative.SHORT_DAY, relative.short_day),
    (relative.IN_UNITS, relative.in_units),
    (relative.HALVES, relative.halves),
    (relative.FROM_NOW, relative.from_now),
    (relative.WEEK_ON, relative.week_on),
    (nearby.SPAN, nearby.span),
    (nearby.SPAN_END, nearby.span_end),
    (nearby.COMPOUND, nearby.compound),
)
_RANGES: Final = (numeric.days_month, named.days_month)
_CAPITAL: Final = {"may", "march", "mar", "sun", "sat", "mon", "wed", "so", "di", "dec"}
_WEEKDAY_GAP: Final = re.compile(
    r"[\s,.(]*(?:(?:den|dem|the|der|in|am|on|of)\s)?(?:der\s)?"
)
_RANGE_GAP: Final = rx(
    r"\s*(?:bis(?:\szum|\seinschließlich|\sam)?|-|to|until|till|through|und|and)\s*"
    r"(?:den\s|dem\s|the\s|zum\s)?"
)
_BEHIND: Final = rx(r"\b(?:nach|after)\b")
_LATER_GAP: Final = re.compile(r"\s*(?:/|bis|-|to)\s*")
_HAS_YEAR: Final = re.compile(r"\d{4}|\.\d{2}\b|'\d{2}")
_LONG: Final = 200  # days; "14.4. bis 12.4." is a slip, not a year
_NEARBY: Final = (Grain.WEEKDAY, Grain.OFFSET)  # counted from today
_BETWEEN: Final = rx(r"\b(?:zwischen|between)\s(?:dem\s|the\s)?$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A date phrase: what it means, what it is for, and where it stands.

    ``start`` and ``end`` hold the mark ("bis zum") too, ``core`` is the start of the
    date itself.
    """

    start: int
    core: int
    end: int
    reading: Reading
    mark: Mark
    read: Callable[[Ctx], Reading | None]
    ranged: bool = False


def sightings(typed: str, ctx: Ctx) -> tuple[str, list[Sighting]]:
    """Return the masked text and every date in it, in order, none overlapping."""
    folded = fold(typed)
    masked = mask(folded)
    seen = [
        one
        for pattern, reader in _READERS
        for found in pattern.finditer(masked)
        if _is_shouted(found, typed) and (one := _sight(found, reader, ctx))
    ]
    kept = _join(masked, _longest(seen), ctx)
    return masked, [replace(s, end=end_after(folded, s.end)) for s in kept]


def _sight(found: re.Match[str], reader: Reader, ctx: Ctx) -> Sighting | None:
    reading = reader(found, ctx)
    if reading is None:
        return None
    mark, start = mark_before(found.string, found.start())
    if mark is Mark.ORIGIN and reader in _RANGES:
        mark = Mark.PLAIN
    if mark is Mark.DEADLINE and _BEHIND.search(found.string[start : found.start()]):
        reading = Doubt()  # "erst nach dem 15. Mai" names a day that is too early

    def again(other: Ctx) -> Reading | None:
        return reader(found, other)

    return Sighting(start, found.start(), found.end(), reading, mark, again)


def _is_shouted(found: re.Match[str], typed: str) -> bool:
    """Words that are also verbs ("may", "sat", "so") need a capital or a mark."""
    if found.group() == "morgen" and typed[found.start()].isupper():
        return is_marked(found.string, found.start())
    for name in ("mon", "wd"):
        word = found.groupdict().get(name)
        if word is None or word.rstrip(".") not in _CAPITAL:
            continue
        at = found.start(name)
        if typed[at].isupper():
            behind = re.match(r"\.?\s+[a-zäöü]", typed[at + 2 :])
            return word.rstrip(".") != "so" or behind is None
        return word.rstrip(".") not in {"so", "sat"} and is_marked(
            found.string, found.start()
        )
    return True


def _longest(seen: list[Sighting]) -> list[Sighting]:
    kept: list[Sighting] = []
    for one in sorted(seen, key=lambda s: (s.core - s.end, s.core)):
        if all(one.end <= other.core or other.end <= one.core for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda s: s.core)


def _join(masked: str, seen: list[Sighting], ctx: Ctx) -> list[Sighting]:
    joined: list[Sighting] = []
    for one in seen:
        if joined and (both := _both(masked, joined[-1], one)) is not None:
            joined[-1] = both
        else:
            joined.append(one)
    return [s for s in joined if s.mark is not Mark.PAST or ctx.sense is Sense.HAPPENED]


def _both(masked: str, a: Sighting, b: Sighting) -> Sighting | None:
    gap = masked[a.end : b.core]
    first, last = a.reading, b.reading
    if _WEEKDAY_GAP.fullmatch(gap):
        merged = _weekday_with(first, last)
        if merged is not None:
            return replace(a, end=b.end, reading=merged, read=b.read)
    if _RANGE_GAP.fullmatch(gap) and _is_range(masked, a, gap):
        return _range(a, b, masked[a.start : b.end])
    if _LATER_GAP.fullmatch(gap) and "/" in gap:
        return replace(b, start=a.start, core=a.core, mark=a.mark)
    return None


def _is_range(masked: str, a: Sighting, gap: str) -> bool:
    if re.search(r"und|and", gap):
        return _BETWEEN.search(masked[: a.core]) is not None
    return a.mark is not Mark.DEADLINE or "-" in gap


def _weekday_with(first: Reading, last: Reading) -> Reading | None:
    """Merge "Freitag" with the day or week beside it."""
    if not (isinstance(first, Period) and isinstance(last, Period)):
        return (
            last if isinstance(first, Period) and first.grain is Grain.WEEKDAY else None
        )
    day, other = (first, last) if first.grain is Grain.WEEKDAY else (last, first)
    if day.grain is not Grain.WEEKDAY:
        return None
    if other.grain is Grain.DAY and other.first == other.last:
        same = day.last.weekday() == other.last.weekday()
        return other if same else Doubt(Question.WEEKDAY_CONTRADICTS)
    if other.grain in {Grain.WEEK, Grain.OFFSET}:
        monday = other.first - timedelta(days=other.first.weekday())
        exact = monday + timedelta(days=day.last.weekday())
        return Period(exact, exact)
    return None


def _range(a: Sighting, b: Sighting, words: str) -> Sighting | None:
    last = b.reading
    if not isinstance(last, Period):
        return replace(a, end=b.end, reading=last, ranged=True)
    first = a.reading
    if not (isinstance(first, Period) and first.grain in _NEARBY):
        first = a.read(Ctx(last.last, Sense.HAPPENED)) or NoSuchDay()
    if not isinstance(first, Period):
        return replace(a, end=b.end, reading=first, ranged=True)
    if first.first > last.last:
        if last.grain is not Grain.WEEKDAY:
            return replace(a, end=b.end, reading=Doubt(), ranged=True)
        last = Period(first.first, last.last + timedelta(days=7), last.grain)
    reading: Reading = Period(first.first, last.last, last.grain)
    if (last.last - first.first).days > _LONG and not _HAS_YEAR.search(words):
        reading = Doubt()
    mark = Mark.PLAIN if a.mark is Mark.ORIGIN else a.mark
    return replace(a, end=b.end, reading=reading, read=b.read, mark=mark, ranged=True)
