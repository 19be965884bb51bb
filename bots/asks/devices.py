"""Devices: which of those that were entered a call for help means (*Geräte*).

::

    "brauchen Pumpe"            2 Pumpen, Teichpumpe      one or many, part of a word
    "… Notstrom", "… Aggregat"  Notstromaggregat 60 kVA   either part of it
    "… notstromagregat"         Notstromaggregat 60 kVA   one slip
    "… Lecksuche"               Lecksuchgerät             what it is for

Quantities and units are no names. One device too many is asked for rather than one
too few: whoever is asked can say no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, Prefix

from projections.words import spellings

_WORD: Final = re.compile(r"[^\W\d_]+")
_NEED: Final = re.compile(
    r"\b(?:brauch\w*|bräucht\w*|benötig\w*|fehl(?:t|en)|need\w*)\b", re.IGNORECASE
)
_SHORTEST: Final = 4  # letters of a name
_PART: Final = 5  # letters of a word that may be part of another one
_SLIP: Final = 6  # letters of a word that may be mistyped
_COMMON: Final = 0.8  # of the shorter word: "Lecksuche" and "Lecksuchgerät"
_NO_NAMES: Final = """
    stück liter meter tonnen kilo watt volt personen person mann leute satz pieces
    litres metres tons people with from oder eine einen große großer
"""


def fitting(text: str, devices: Iterable[str]) -> tuple[str, ...]:
    """Return those of ``devices`` that ``text`` names, as they were entered.

    What stands behind "brauchen" is read first: "Pumpe defekt, brauchen Notstrom"
    does not ask for a pump.
    """
    known = tuple(dict.fromkeys(devices))
    need = _NEED.search(text)
    for part in (text[need.end() :] if need else "", text):
        low, said = part.casefold(), _names(part)
        means = (one for one in known if one.casefold() in low or _means(said, one))
        if found := tuple(means):
            return found
    return ()


def _means(said: list[str], device: str) -> bool:
    return any(_same(word, name) for word, name in product(said, _names(device)))


def _names(text: str) -> list[str]:
    """Return the words that may name something."""
    words = [w for w in _WORD.findall(text) if len(w) >= _SHORTEST]
    none = _NO_NAMES.split()
    return [low for w in words if (low := w.casefold()) not in none]


def _same(said: str, name: str) -> bool:
    if any(_alike(*pair) for pair in product(spellings(said), spellings(name))):
        return True
    shorter = min(len(said), len(name))
    common = Prefix.similarity(said, name)
    return common >= _PART and common >= _COMMON * shorter


def _alike(said: str, name: str) -> bool:
    """Whether one is the other, ends with it or begins with it, but for a slip."""
    short, long = sorted((said, name), key=len)
    if len(short) < _PART:
        return short == long
    if long.startswith(short) or long.endswith(short):
        return True
    if len(short) < _SLIP:
        return False
    sizes = range(len(short) - 1, len(short) + 2)
    parts = {part for n in sizes for part in (long[:n], long[-n:])}
    return any(DamerauLevenshtein.distance(short, part) <= 1 for part in parts)
