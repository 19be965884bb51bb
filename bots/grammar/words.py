"""The words dates are made of, German and English, as fragments of patterns.

All fragments are for folded text; German months, weekdays and numbers are also read
in the spelling without umlauts.
"""

from __future__ import annotations

import re
from typing import Final

MONTH: Final = (
    r"(?:januar|january|jänner|jan|jän|februar|february|feber|febr|feb|märz|mrz|march|"
    r"mär|mar|april|apr|mai|may|juni|june|juno|jun|juli|july|julei|jul|august|aug|"
    r"september|sept|sep|oktober|october|okt|oct|november|nov|dezember|december|"
    r"dez|dec)\b\.?(?!-(?!jan|feb|mär|mrz|mar|apr|mai|jun|jul|aug|sep|okt|nov|dez)[^\W\d_])"
)
_MONTHS: Final = {
    "jan": 1,
    "jän": 1,
    "jae": 1,
    "feb": 2,
    "mär": 3,
    "mae": 3,
    "mrz": 3,
    "mar": 3,
    "apr": 4,
    "mai": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "dez": 12,
    "dec": 12,
}
WEEKDAY: Final = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
SHORT_WEEKDAY: Final = (
    r"(?:mon|tues|tue|wed|thurs|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\b\.?"
)
_WEEKDAYS: Final = {
    "mo": 0,
    "di": 1,
    "mi": 2,
    "do": 3,
    "fr": 4,
    "sa": 5,
    "so": 6,
    "tu": 1,
    "we": 2,
    "th": 3,
    "su": 6,
}
_NUMBERS: Final = {
    "ein": 1,
    "eine": 1,
    "einem": 1,
    "einer": 1,
    "einen": 1,
    "eines": 1,
    "a": 1,
    "an": 1,
    "one": 1,
    "zwei": 2,
    "two": 2,
    "zwo": 2,
    "drei": 3,
    "three": 3,
    "vier": 4,
    "four": 4,
    "fünf": 5,
    "fuenf": 5,
    "funf": 5,
    "five": 5,
    "sechs": 6,
    "six": 6,
    "sieben": 7,
    "seven": 7,
    "acht": 8,
    "eight": 8,
    "neun": 9,
    "nine": 9,
    "zehn": 10,
    "ten": 10,
    "elf": 11,
    "eleven": 11,
    "zwölf": 12,
    "zwoelf": 12,
    "zwolf": 12,
    "twelve": 12,
    "dreizehn": 13,
    "thirteen": 13,
    "vierzehn": 14,
    "fourteen": 14,
    "fünfzehn": 15,
    "fuenfzehn": 15,
    "fifteen": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "eighteen": 18,
    "neunzehn": 19,
    "zwanzig": 20,
    "twenty": 20,
    "dreißig": 30,
    "dreissig": 30,
    "thirty": 30,
    "vierzig": 40,
    "forty": 40,
    "sechzig": 60,
    "sixty": 60,
    "neunzig": 90,
    "ninety": 90,
}
NUMBER: Final = (
    r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
)
_STEMS: Final = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "fünft": 5,
    "fuenft": 5,
    "sechst": 6,
    "siebt": 7,
    "siebent": 7,
    "acht": 8,
    "neunt": 9,
    "zehnt": 10,
    "elft": 11,
    "zwölft": 12,
    "zwoelft": 12,
    "dreizehnt": 13,
    "vierzehnt": 14,
    "fünfzehnt": 15,
    "fuenfzehnt": 15,
    "zwanzigst": 20,
    "dreißigst": 30,
    "dreissigst": 30,
    "einunddreißigst": 31,
    "einunddreissigst": 31,
}
_ORDINALS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "twentieth": 20,
    "thirtieth": 30,
}
ORDINAL: Final = (
    r"(?:(?:" + "|".join(_STEMS) + r")(?:en|er|es|em|e)|" + "|".join(_ORDINALS) + r")"
)
YEAR: Final = r"(?:(?:19|20)\d\d)(?![\d]|[.,/-]\d)"
POSITION: Final = (
    r"(?:anfang|beginn|mitte|ende|early(?:\s+in)?|(?:the\s+)?beginning\s+of|"
    r"mid(?:dle)?(?:\s+of)?|late(?:\s+in)?|(?:the\s+)?end(?:\s+of)?)"
)

_THIS: Final = r"diese[rsmn]?|laufende[rsmn]?|this"
_NEXT: Final = r"nächste[rsmn]?|kommende[rsmn]?|folgende[rsmn]?|next|coming|following"
REL: Final = rf"(?:(?P<this>{_THIS})|(?P<after>übernächste[rsmn]?)|(?P<next>{_NEXT}))"


def month_number(word: str) -> int:
    """Return 1–12 for a match of MONTH."""
    return _MONTHS[word[:3]]


def weekday_number(word: str) -> int:
    """Return 0–6 (Monday is 0) for a match of WEEKDAY or SHORT_WEEKDAY."""
    return _WEEKDAYS[word[:2]]


def number(word: str) -> int:
    """Return the value of a match of NUMBER."""
    return int(word) if word.isdigit() else _NUMBERS[word]


def ordinal(word: str) -> int:
    """Return the value of an ordinal: "3", "3.", "dritten", "third"."""
    digits = re.match(r"\d+", word)
    if digits is not None:
        return int(digits.group())
    if word in _ORDINALS:
        return _ORDINALS[word]
    return _STEMS[re.sub(r"(?:en|er|es|em|e)$", "", word)]


def full_year(word: str) -> int:
    """Return the year of "2027", "27" or "'27"; 70–99 are of the last century."""
    value = int(word.lstrip("'"))
    if value >= 100:  # noqa: PLR2004 - two digits or four
        return value
    return 1900 + value if value >= 70 else 2000 + value  # noqa: PLR2004
