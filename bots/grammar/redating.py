"""Redating: the same line with the day that was meant (*Berichtigung*)."""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx, tidy
from bots.grammar.manners import bare

_BEFORE: Final = rx(
    r"(?:(?:bis|spätestens|erst|frühestens|zum|am|an|auf|den|dem|vor|by|until|till|on|before|"
    r"not|the)\s+)*"
)
_AROUND: Final = rx(r"(?:(?:auf\s)?(?:den|dem|der)|the|uhr)?")


def day_alone(text: str, today: date) -> date | None:
    """Return the day that ``text`` names, nothing but courtesy beside it; no year."""
    text = bare(text)
    found = find_date(text, today)
    if not isinstance(found, Found) or text.isdigit():
        return None
    beside = tidy(f"{text[: found.start]} {text[found.end :]}").strip(".! ")
    return found.day if _AROUND.fullmatch(fold(beside)) else None


def redated(line: str, day: date, today: date) -> str:
    """Return ``line`` with ``day`` in the place of its own, or behind it."""
    was = find_date(line, today)
    if not isinstance(was, Found):
        return f"{line.rstrip(' .')} bis {day:%d.%m.%Y}"
    mark = _BEFORE.match(fold(line), was.start)
    start = mark.end() if mark else was.start
    return f"{line[:start]}{day:%d.%m.%Y}{line[was.end :]}"
