"""Wording: when two texts are the same, and the mark by which people see it (T1).

The mark is printed on every paper and typed back with the result. It is made from the
text in the vault and never stored: the log has a salted commitment instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from core.sealed import Sealed
from core.texts import clipped

_CLAUSE: Final = re.compile(r"[,;:\n]|\.\s")
_TITLE: Final = 80  # characters
_LABEL: Final = b"faden-wording/v1\0"
_GROUPS: Final = (4, 8, 12)  # hexadecimal digits; twelve tell all versions apart


def same(one: Sealed, other: Sealed) -> bool:
    """Whether two texts say the same, however they are broken, with a stop or without.

    A text that was erased is the same as none.
    """
    first, second = (_plain(text).removesuffix(".") for text in (one, other))
    return other.text is not None and first == second


def titled(text: str) -> str:
    """Return the first words of a text as its title."""
    found = _CLAUSE.search(text)
    first = text[: found.start()] if found else text
    return clipped(first.strip() or text, _TITLE)


def mark(text: Sealed) -> str | None:
    """Return the mark of ``text``, such as ``3f7a-09bc-51de``; ``None`` if erased."""
    if text.text is None:
        return None
    digits = sha256(_LABEL + _plain(text).encode()).hexdigest()
    return "-".join(digits[end - 4 : end] for end in _GROUPS)


def marked(printed: str, texts: Mapping[int, Sealed]) -> int | None:
    """Return the newest version of ``texts`` whose paper has the mark ``printed``."""
    wanted = printed.strip().lower()
    return max((n for n, text in texts.items() if mark(text) == wanted), default=None)


def _plain(text: Sealed) -> str:
    return " ".join(unicodedata.normalize("NFC", text.text or "").split())
