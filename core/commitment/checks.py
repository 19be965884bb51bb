"""Checks of texts and days that a commitment needs."""

from __future__ import annotations

from datetime import date

from core.errors import Code, Refusal
from core.facts import Facts
from core.sealed import Sealed
from core.texts import checked


def said(text: Sealed) -> Sealed:
    """Return ``text`` without outer blanks.

    Raises:
        Refusal: ``TEXT_MISSING`` or ``TEXT_TOO_LONG``.
    """
    return checked(Sealed((text.text or "").strip()))


def said_maybe(text: Sealed | None) -> Sealed | None:
    """Return ``text`` if anything was said at all."""
    return said(text) if text is not None and (text.text or "").strip() else None


def not_past(due: date, facts: Facts) -> date:
    """Return ``due`` if it is today or later.

    Raises:
        Refusal: ``DUE_IN_THE_PAST``.
    """
    if due < facts.today:
        raise Refusal(Code.DUE_IN_THE_PAST, due=due, today=facts.today)
    return due
