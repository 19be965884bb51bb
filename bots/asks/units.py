"""Units: how people write a figure and what it is measured in (*Einheiten*)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

_SAME: Final = {
    "€": ("€", "eur", "euro", "euros"),
    "t": ("t", "to", "tonne", "tonnen", "tons", "tonnes"),
    "kg": ("kg", "kilo", "kilogramm"),
    "m³": ("m³", "m3", "cbm", "kubikmeter"),
    "m²": ("m²", "m2", "qm", "quadratmeter"),
    "m": ("m", "meter", "metre", "metres"),
    "km": ("km", "kilometer"),
    "ha": ("ha", "hektar"),
    "l": ("l", "liter", "litre", "litres"),
    "%": ("%", "prozent", "percent", "v.h."),
    "Std.": ("std", "std.", "h", "stunde", "stunden", "hours", "hour"),
    "Stück": ("stück", "stk", "stk.", "st.", "pieces", "piece"),
}
_KNOWN: Final = {word: unit for unit, words in _SAME.items() for word in words}
_TIMES: Final = {
    "tsd": 1_000,
    "tsd.": 1_000,
    "tausend": 1_000,
    "thousand": 1_000,
    "k": 1_000,
    "t€": 1_000,
    "mio": 1_000_000,
    "mio.": 1_000_000,
    "million": 1_000_000,
    "millionen": 1_000_000,
}
_FIGURE: Final = re.compile(
    r"(?P<sign>-?)(?P<figure>\d{1,3}(?:[.,  ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)"
    r"\s*(?P<rest>.*)"
)
_GROUPED: Final = {
    "de": re.compile(r"\d{1,3}(?:[.  ]\d{3})+(?:,\d{1,2})?|\d+(?:,\d+)?"),
    "en": re.compile(r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d+)?"),
}


class Figure(NamedTuple):
    """A figure in canonical form, and the unit as its usual sign, if any."""

    said: str
    unit: str


def neat(unit: str) -> str:
    """Return the usual sign of a unit: "EUR" is "€"; an unknown one stays as it is."""
    return _KNOWN.get(unit.strip().casefold(), unit.strip())


def is_unit(unit: str) -> bool:
    """Whether it is a unit that everybody knows."""
    return unit.strip().casefold() in _KNOWN


def figure(text: str, language: str) -> Figure | None:
    """Return the figure that ``text`` is, ``None`` if it is more or less than one.

    In German 1.500 is a thousand and a half, in English one and a half; a figure
    that only the other language writes is taken as that one.
    """
    plain = text.strip()
    before = ""
    if plain[:1] in {"€", "$"}:
        before, plain = plain[0], plain[1:].strip()
    found = _FIGURE.fullmatch(plain)
    if found is None:
        return None
    number = _number(found["figure"], language)
    if number is None:
        return None
    words = found["rest"].split()
    if words and (times := _TIMES.get(words[0].casefold())):
        number *= times
        words = ["€", *words[1:]] if words[0].casefold() == "t€" else words[1:]
    if len(words) > 1:
        return None
    unit = neat(words[0]) if words else before
    if unit and re.search(r"[\d:.]", unit) and unit not in _SAME:
        return None
    return Figure(f"{found['sign']}{number.normalize():f}", unit)


def _number(text: str, language: str) -> Decimal | None:
    """Return what the figure says: a point groups thousands in German."""
    other = "en" if language == "de" else "de"
    for spoken in (language, other):
        if _GROUPED[spoken].fullmatch(text):
            group, point = (".", ",") if spoken == "de" else (",", ".")
            plain = text.replace(" ", "").replace(" ", "").replace(group, "")
            return Decimal(plain.replace(point, "."))
    return None
