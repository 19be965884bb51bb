"""Limits: how often somebody may ask (*Anfragegrenze*).

Each has a bucket that holds ``burst`` requests and is filled again by ``per_second``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final, NamedTuple

_KNOWN: Final = 10_000  # buckets in memory; those that are full again are dropped


@dataclass(frozen=True, slots=True)
class Rate:
    """How many requests at once, and how many a second in the long run."""

    burst: int = 600
    per_second: float = 10.0


class _Bucket(NamedTuple):
    left: float
    at: datetime


class Limits:
    """The buckets of everybody who asks; on one event loop."""

    def __init__(self, rate: Rate) -> None:
        """Nobody has asked yet."""
        self._rate = rate
        self._buckets: dict[str, _Bucket] = {}

    def take(self, who: str, now: datetime) -> int:
        """Let ``who`` ask; return after how many seconds instead, or 0."""
        if len(self._buckets) >= _KNOWN:
            self._drop(now)
        left = self._left(who, now)
        if left < 1:
            return ceil((1 - left) / self._rate.per_second)
        self._buckets[who] = _Bucket(left - 1, now)
        return 0

    def _left(self, who: str, now: datetime) -> float:
        known = self._buckets.get(who)
        if known is None:
            return float(self._rate.burst)
        since = max((now - known.at).total_seconds(), 0.0)
        filled = known.left + since * self._rate.per_second
        return min(filled, float(self._rate.burst))

    def _drop(self, now: datetime) -> None:
        full = [w for w in self._buckets if self._left(w, now) >= self._rate.burst]
        for who in full or list(self._buckets)[: _KNOWN // 2]:
            del self._buckets[who]
