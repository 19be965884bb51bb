"""Some rows, and whether there are more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Some(Generic[T]):
    """The first rows; ``more``: there are others behind them."""

    rows: Sequence[T]
    more: bool

    @classmethod
    def of(cls, found: Sequence[T], limit: int) -> Self:
        """Return the first ``limit`` of ``found``, of which one more was asked for."""
        return cls(found[:limit], len(found) > limit)
