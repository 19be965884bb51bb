"""Texts and labels: what may be stored of what people typed.

A *text* is anything people write freely; it is sealed. A *label* names a thing,
such as a forum, and stays readable in the log: it never names a person.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from core.errors import Code, Refusal
from core.sealed import Sealed

TEXT_LIMIT: Final = 20_000  # characters; longer things are documents, to be linked
LABEL_LIMIT: Final = 120  # characters; one line on a narrow page, twice wrapped
KEY_LIMIT: Final = 60  # characters

_KEY: Final = re.compile(r"[A-Za-z0-9_.:-]+")
_UNFIT: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def checked(text: Sealed) -> Sealed:
    """Return ``text`` as typed.

    Raises:
        Refusal: ``TEXT_MISSING`` or ``TEXT_TOO_LONG``.
    """
    if text.text is None or not text.text.strip():
        raise Refusal(Code.TEXT_MISSING)
    if len(text.text) > TEXT_LIMIT:
        raise Refusal(Code.TEXT_TOO_LONG, length=len(text.text), limit=TEXT_LIMIT)
    return text


def label(name: str) -> str:
    """Return ``name`` composed (NFC) and without outer blanks.

    Raises:
        Refusal: ``LABEL_INVALID`` if it is empty, too long, has several lines or
            characters that cannot be seen.
    """
    neat = unicodedata.normalize("NFC", name).strip()
    unfit = any(unicodedata.category(character) in _UNFIT for character in neat)
    if unfit or not 1 <= len(neat) <= LABEL_LIMIT:
        raise Refusal(Code.LABEL_INVALID, label=neat[:LABEL_LIMIT], limit=LABEL_LIMIT)
    return neat


def key(name: str) -> str:
    """Return ``name`` if it may stand in a stream name or be typed as one.

    Raises:
        Refusal: ``KEY_INVALID``.
    """
    if len(name) > KEY_LIMIT or not _KEY.fullmatch(name):
        raise Refusal(Code.KEY_INVALID, key=name[:KEY_LIMIT], limit=KEY_LIMIT)
    return name


def between(lowest: int, number: int, highest: int) -> int:
    """Return ``number``.

    Raises:
        Refusal: ``NUMBER_OUT_OF_RANGE``; both borders are allowed.
    """
    if not lowest <= number <= highest:
        raise Refusal(
            Code.NUMBER_OUT_OF_RANGE, number=number, lowest=lowest, highest=highest
        )
    return number


def clipped(text: str, longest: int) -> str:
    """Return ``text`` in one line of ``longest`` characters, cut at a word."""
    neat = " ".join(text.split())
    if len(neat) <= longest:
        return neat.removesuffix(".")
    cut = neat[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut} …"
