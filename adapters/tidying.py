"""Tidying: the office throws away what is past its period (*Aufräumen*).

What is thrown away, and after how long, says ``office/purge.py``; by the clock, which
says what is over, whichever instant the hour is asked to act for.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from adapters.office import Office
from core.ports import Clock

EVERY: Final = timedelta(minutes=10)  # what is kept for minutes stays hardly longer


class Tidying:
    """Lets the office of one open region be tidied."""

    def __init__(self, office: Office, clock: Clock) -> None:
        """Take note; nothing happens before the first ``tick``."""
        self._office = office
        self._clock = clock
        self._next: datetime | None = None

    def tick(self, _now: datetime) -> None:
        """Tidy if ten minutes have passed since that was last done here.

        Raises:
            Refusal: the store is away; the next tick tries again.
        """
        now = self._clock()
        if self._next is None or now >= self._next:
            self._office.purge(now).result()
            self._next = now + EVERY
