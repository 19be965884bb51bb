"""Items of an agenda: ``TOP 7``, or the bare number behind the day (*TOP*)."""

from __future__ import annotations

from typing import Final

from bots.grammar.fold import fold, rx

ITEM: Final = rx(
    r"\b(?:top|item|tagesordnungspunkt)\s?(?P<n>\d{1,3}(?:\.\d{1,2})?[a-z]?)\b"
)
NAMED: Final = r"(?:,?\s*(?:top|item|tagesordnungspunkt)\s?\d{1,3}(?:\.\d{1,2})?[a-z]?)"
"""The same, to be put into a pattern."""
_LAST: Final = rx(rf"\s*[,;(]\s*{NAMED}\)?$")
_BARE: Final = rx(r"(?<=[\d.])\s*,\s*(?P<n>\d{1,3})\s*$")


def named(left: str) -> str:
    """Return what is left of a result with "TOP" before a bare number at its end."""
    found = None if ITEM.search(fold(left)) else _BARE.search(fold(left))
    return f"{left[: found.start()]}, TOP {found['n']}" if found else left


def apart(text: str) -> tuple[str, str]:
    """Return ``text`` and the item at its end, which is no part of it."""
    found = _LAST.search(fold(text))
    return (text[: found.start()], text[found.start() :]) if found else (text, "")
