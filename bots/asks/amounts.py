"""Amounts: how many there are, in people's own words (*Anzahl*).

::

    "eine", "drei Pumpen"     1, 3
    "nicht 0, sondern 1"      1
    "3 Stück statt 2"         3
    "keine Pumpe"             none, where a pump was asked for
    "keine Ahnung"            no answer
"""

from __future__ import annotations

import re
from typing import Final

from bots.asks.units import is_unit
from bots.grammar.words import MONTH, NUMBER, number

_NUMBER: Final = rf"(?:\d+(?:[.,]\d+)*|(?!an?\b){NUMBER})\b"
_WORD: Final = re.compile(
    rf"(?!an?\b|\d)(?P<word>{NUMBER})\b\s*(?P<rest>.*)", re.IGNORECASE
)
_ONE: Final = re.compile(r"ein(?:e[mnrs]?)?|one", re.IGNORECASE)
_INSTEAD: Final = re.compile(
    r"\s+(?:statt|anstatt|anstelle\svon|instead\sof|rather\sthan)\s+\S+(?:\s\S+)?$",
    re.IGNORECASE,
)
_BUT: Final = re.compile(
    rf"\b(?:nicht|not)\s+{_NUMBER}(?:\s[^\W\d]+)?\s*,?\s*(?:sondern|but)\s+",
    re.IGNORECASE,
)
_CORRECTING: Final = re.compile(
    r"^(?:(?:korrektur|berichtigung|correction)\b[\s,:;–-]*|doch\s*[,:–-]\s*)+",
    re.IGNORECASE,
)
_THING: Final = re.compile(
    r"^(?P<many>[^,;:]*\b(?:keine?[nrs]?|eine?[nrs]?|no|one))\s(?P<thing>[^\W\d_][\w-]+)"
    r"(?=\s*\.?\s*(?:[,;:]|$))",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(r"(?<=\w{3})(?:en|er|es|n|e|s)$")
_MENTIONED: Final = re.compile(
    rf"(?<![\w.,:-])(?!(?:19|20)\d\d\b|\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{MONTH}))"
    rf"{_NUMBER}(?![.:]\d)"
    r"(?!\s(?:davon|of\s|uhr|tag|woche|monat|jahr|stunde|minute|day|week|month|year))",
    re.IGNORECASE,
)


def settled(text: str) -> str:
    """Return ``text`` without what it takes back: "nicht 0, sondern 1" is "1"."""
    return _BUT.sub("", _CORRECTING.sub("", text.strip()))


def without_thing(text: str, asked: str) -> str:
    """Return "keine" for "keine Pumpe" if ``asked`` was for a pump."""
    found = _THING.match(text)
    if found is None or not _names(asked, found["thing"]):
        return text
    return found["many"] + text[found.end() :]


def latest(piece: str) -> str:
    """Return the new of two: "3 statt 2" is "3"."""
    return _INSTEAD.sub("", piece)


def in_figures(piece: str) -> str:
    """Return "3 Pumpen" for "drei Pumpen"; "eine Idee" is not counted."""
    found = _WORD.fullmatch(piece.strip())
    if found is None:
        return piece
    word, rest = found["word"].casefold(), found["rest"]
    if _ONE.fullmatch(word) and rest and not is_unit(rest):
        return piece
    return f"{number(word)} {rest}".strip()


def mentions_number(said: str) -> bool:
    """Whether ``said`` holds a number that may be how many; no year, day or time."""
    return _MENTIONED.search(said) is not None


def _names(asked: str, thing: str) -> bool:
    """Whether ``asked`` names the thing: a "Tauchpumpe" is a "Pumpe"."""
    stem = _stem(thing)
    return any(
        _stem(word).endswith(stem) or stem.endswith(_stem(word))
        for word in re.findall(r"[^\W\d_][\w-]{2,}", asked)
        if word[0].isupper() or thing[0].islower()
    )


def _stem(word: str) -> str:
    return _ENDING.sub("", word.casefold())
