"""Limits: how often somebody may try (*Begrenzung*).

They are kept in memory, of each process its own: whoever restarts it begins anew.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from aiohttp import web

from adapters.office.waiting import KEPT
from core.ports import Clock

_MOST: Final = 10_000  # keys; beyond that those with nothing recent are thrown away


class Limit(NamedTuple):
    """So many times within ``within``; ``name`` keeps kinds apart."""

    name: str
    times: int
    within: timedelta


ASKING: Final = Limit("asking", 10, timedelta(minutes=10))  # for links, of one address
SENT: Final = Limit("sent", 3, timedelta(minutes=10))  # links, of one account
KEEPING: Final = Limit("keeping", 20, KEPT)  # what was sent too late, of one person
ENTERING: Final = Limit("entering", 30, timedelta(minutes=10))  # of one address


class TooOften(web.HTTPTooManyRequests):
    """Somebody tries more often than people do."""


class Limits:
    """Counts what was tried lately; on the event loop."""

    def __init__(self, clock: Clock) -> None:
        """Count by ``clock``."""
        self._clock = clock
        self._tried: dict[tuple[str, str], deque[datetime]] = {}

    def allows(self, limit: Limit, who: str) -> bool:
        """Whether ``who`` may try once more; a try that may not be is not counted."""
        now = self._clock()
        tried = self._tried.setdefault((limit.name, who), deque())
        while tried and tried[0] <= now - limit.within:
            tried.popleft()
        if len(tried) >= limit.times:
            return False
        tried.append(now)
        if len(self._tried) > _MOST:
            self._tidy(now - limit.within)
        return True

    def _tidy(self, before: datetime) -> None:
        gone = [key for key, tried in self._tried.items() if tried[-1] <= before]
        for key in gone:
            del self._tried[key]


LIMITS: Final = web.AppKey("limits", Limits)
