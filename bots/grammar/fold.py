"""Text before it is read: cleaned once, folded without changing its length.

Folding keeps every position, so a match in the folded text cuts the typed text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SPACES: Final = dict.fromkeys(
    (ord(c) for c in "\t\r\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), " "
)
_GONE: Final = dict.fromkeys(
    (ord(c) for c in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f"), None
)
_SAME: Final = {
    **dict.fromkeys((ord(c) for c in "\u2010\u2011\u2012–\u2014\u2015\u2212"), "-"),
    **dict.fromkeys((ord(c) for c in "„“”»«‟"), '"'),
    **dict.fromkeys((ord(c) for c in "\u201a\u2018\u2019\u00b4`"), "'"),
    ord("\uff1a"): ":",
    ord("…"): ".",
}
_SENTENCE: Final = re.compile(r"[^\W\d]{3}[.!?]\s+[A-ZÄÖÜ]")  # one ends, one begins
_UMLAUTS: Final = (
    ("ä", "(?:ä|ae|a)"),
    ("ö", "(?:ö|oe|o)"),
    ("ü", "(?:ü|ue|u)"),
    ("ß", "(?:ß|ss)"),
)


def clean(text: str) -> str:
    """Return ``text`` composed (NFC), without invisible and control characters."""
    composed = unicodedata.normalize("NFC", text).translate(_SPACES | _GONE)
    return "".join(c if c >= " " or c == "\n" else " " for c in composed)


def fold(text: str) -> str:
    """Return ``text`` in small letters, same length, plain dashes and quotes."""
    plain = text.translate(_SAME)
    return "".join(low if len(low := c.lower()) == 1 else c for c in plain)


def rx(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for folded text; ä, ö, ü, ß also match ae/a, oe/o, ue/u, ss."""
    for letter, choice in _UMLAUTS:
        pattern = pattern.replace(letter, choice)
    return re.compile(pattern)


def tidy(text: str) -> str:
    """Return ``text`` with single spaces and without loose ends of punctuation."""
    joined = re.sub(r"\s+", " ", text)
    joined = re.sub(r"\s+([,.;!?])(?=\s|$)", r"\1", joined)
    joined = re.sub(r"([,;.?!])[,;]+(?=\s|$)", r"\1", joined)
    return joined.strip(" ,;:–—-").strip()


def ended(text: str) -> str:
    """Return ``text`` with a full stop behind the last of several sentences."""
    stops = _SENTENCE.search(text) is not None and text[-1:].isalnum()
    return f"{text}." if stops else text
