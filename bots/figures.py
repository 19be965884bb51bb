"""Figures: a number as it is read in a language (*Zahlen*)."""

from __future__ import annotations


def grouped(canonical: str, language: str) -> str:
    """Return a canonical figure as it is read: 180.000,5."""
    whole, _, part = canonical.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = f"{int(whole.lstrip('-') or '0'):,}"
    if language == "de":
        digits = digits.replace(",", ".")
    point = "," if language == "de" else "."
    return f"{sign}{digits}{point}{part}" if part else f"{sign}{digits}"


def euros(cents: int, language: str) -> str:
    """Return an amount as it is read: 12.000 €, or 12.000,50 €."""
    whole, rest = divmod(cents, 100)
    plain = grouped(str(whole), language)
    point = "," if language == "de" else "."
    return f"{plain}{point}{rest:02} €" if rest else f"{plain} €"
