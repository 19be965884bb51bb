"""Rows: by what right somebody acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRow:
    """By what right a person acts; no ``forums`` means everywhere.

    ``until`` is the last day on which it holds. A deputy (``role``) has it from
    somebody who is away.
    """

    person: str
    org: str
    role: str
    powers: frozenset[str]
    forums: frozenset[str]
    until: date | None
