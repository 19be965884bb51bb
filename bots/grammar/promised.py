"""By when the result of an ask is promised: "…, Ergebnis bis 14.5."."""

from __future__ import annotations

from datetime import date
from typing import Final

from bots.grammar.dates import Found, find_date
from bots.grammar.fold import fold, rx

_RESULT: Final = rx(
    r"[\s,;.(–-]*\b(?:das\s)?(?:ergebnis|result)(?:\s(?:zugesagt|folgt|kommt|promised))?"
    r"\s(?=(?:bis|by|am|zum)\b)"
)


def result_day(text: str, today: date) -> tuple[str, date | None]:
    """Part "…, Ergebnis bis 14.5." from a text: for when the result is promised."""
    found = _RESULT.search(fold(text))
    if found is None:
        return text, None
    tail = text[found.end() :]
    outcome = find_date(tail, today)
    if not isinstance(outcome, Found) or tail[: outcome.start].strip():
        return text, None
    rest = f"{text[: found.start()]}{tail[outcome.end :]}"
    return rest.strip(), outcome.day
