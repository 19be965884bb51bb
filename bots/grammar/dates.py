"""Deadlines as people write them (German: *Frist*), read without clock or library.

::

    text --none---------------> None           12.500 €, Fassung 2.1, 38 km
         --one day------------> Found          bis Ende April = 30.04.
         --31.2.--------------> Impossible
         --two readings-------> Unsure         05/04/2027, "3.4. oder 10.4."
         --bis zur Sitzung----> Session

Decisions: a phrase means the last day of what it names. A day without a year is the
next one, today included; a weekday is the next one after today. Anfang Mai = 10.05.,
Mitte = 15.05.; Anfang and Mitte of a week are Monday and Wednesday; a week ends on
Friday, a weekend on Sunday; "vor dem 15.5." is the 14th; Ostern ends on Monday,
Weihnachten on the 26th. Seasons are asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeAlias

from bots.grammar.answers import Question
from bots.grammar.days import Ctx, Doubt, Grain, NoSuchDay, Period, Sense
from bots.grammar.fold import fold, rx
from bots.grammar.marks import Mark
from bots.grammar.sightings import Sighting, sightings

MAX_LENGTH: Final = 4000  # characters; longer texts hold no deadline for us


@dataclass(frozen=True, slots=True)
class Found:
    """A day, with the first day of what was named and where the words stand."""

    day: date
    first: date
    start: int
    end: int
    mark: Mark
    grain: Grain


@dataclass(frozen=True, slots=True)
class Impossible:
    """A day that does not exist."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unsure:
    """More than one day may be meant; ``days`` are the candidates."""

    question: Question
    start: int
    end: int
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A day once a session is known: "bis zur nächsten Sitzung"."""

    start: int
    end: int


Outcome: TypeAlias = Found | Impossible | Unsure | Session

_SESSION: Final = rx(
    r"\b(?:(?:spätestens|bis|by|until|till)\s)+(?:zur|zum|zu\sder|in\sder|the|our|der|zu)?\s?"
    r"(?:(?:nächsten|kommenden|folgenden|next|coming)\s)?"
    r"(?:(?:forum|gremien|rats|ausschuss|lenkungs|arbeits)?-?(?:sitzung(?:stermin)?|"
    r"treffen|besprechung)|forum|meeting|session)\b|"
    r"\b(?:in|zu|auf|bei|at)\s?(?:der|zur|dem|zum|the)?\s(?:nächsten|kommenden|next)\s"
    r"(?:sitzung|treffen|forum|meeting|session)\b|"
    r"\b(?:zur|zum)\s(?:nächsten|kommenden)\s(?:sitzung|treffen|forum)\b"
)
_END: Final = re.compile(
    r"[\s.,;:!?)¤\"'-]*(?:(?:bitte|danke|vielen dank|please|thanks|thank you|gerne|ok)"
    r"[\s.,;:!?)]*)*$"
)
_OR: Final = re.compile(
    r"\s*,?\s*(?:oder|or|bzw\.?)\s*(?:(?:bis|am|zum|by|on|erst)\s)*$"
)
_NOT: Final = re.compile(r"\b(?:nicht|nich|not|kaum)\s*$")


def find_date(
    text: str, today: date, *, sense: Sense = Sense.DEADLINE
) -> Outcome | None:
    """Return the one deadline of ``text``, or the one day something happened on.

    ``text`` is cleaned (``fold.clean``). Positions are those of ``text``.
    """
    if len(text) > MAX_LENGTH:
        return None
    masked, seen = sightings(text, Ctx(today, sense))
    seen = [s for s in seen if _counts(s, sense)]
    chosen = _choose(masked, seen)
    if chosen is None:
        session = _SESSION.search(fold(text))
        return Session(session.start(), session.end()) if session else None
    return chosen


def find_range(text: str, today: date) -> Outcome | None:
    """Return the days from the first to the last of what ``text`` names."""
    if len(text) > MAX_LENGTH:
        return None
    _, seen = sightings(text, Ctx(today))
    if len(seen) == 1:
        return _outcome(seen[0])
    if not seen:
        return None
    whole = (seen[0].start, seen[-1].end)
    return Unsure(Question.WHICH_DATE, *whole)


def _counts(one: Sighting, sense: Sense) -> bool:
    """Leave out opening hours ("Montag bis Freitag") and papers ("vom 3.6.")."""
    hours = one.ranged and _grain(one) is Grain.WEEKDAY
    return not hours and (sense is Sense.HAPPENED or one.mark is not Mark.ORIGIN)


def _choose(masked: str, seen: list[Sighting]) -> Outcome | None:
    marked = [s for s in seen if s.mark in {Mark.DEADLINE, Mark.BEFORE}]
    pool = marked or seen
    if not pool:
        return None
    for a, b in pairwise(seen):
        if _OR.fullmatch(masked[a.end : b.core]) and b in {*pool, *seen}:
            return _doubt(a, b)
    for one in pool:
        if _NOT.search(masked[: one.start]) and len(pool) == 1:
            return Unsure(Question.NEGATED, one.start, one.end)
    outcomes = {_day_of(s): s for s in pool}
    if len(outcomes) > 1:
        finer = [s for s in pool if _grain(s) is not Grain.YEAR]
        if len({_day_of(s) for s in finer}) == 1:
            return _outcome(finer[-1])
        if not (marked and _END.match(masked, pool[-1].end)):
            return _doubt(pool[0], pool[-1])
    return _outcome(pool[-1])


def _day_of(one: Sighting) -> object:
    return one.reading.last if isinstance(one.reading, Period) else one.reading


def _grain(one: Sighting) -> Grain | None:
    return one.reading.grain if isinstance(one.reading, Period) else None


def _doubt(a: Sighting, b: Sighting) -> Unsure:
    days = tuple(s.reading.last for s in (a, b) if isinstance(s.reading, Period))
    return Unsure(Question.WHICH_DATE, a.start, b.end, days)


def _outcome(one: Sighting) -> Outcome:
    match one.reading:
        case Period(first=first, last=last, grain=grain):
            if one.mark is Mark.BEFORE and (grain is Grain.DAY or first.day == 1):
                last = first - timedelta(days=1)
            return Found(last, first, one.start, one.end, one.mark, grain)
        case NoSuchDay():
            return Impossible(one.start, one.end)
        case Doubt(question=question):
            return Unsure(question, one.start, one.end)
