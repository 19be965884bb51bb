"""Sheet: heads, and rows as wide as they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A list; ``title`` in words."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
