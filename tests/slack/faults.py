"""Faults: what goes wrong between Slack and us, planned or drawn from a seed."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Final


@unique
class Fault(StrEnum):
    """What happens to one call."""

    NONE = "none"
    ERROR = "error"  # 503, nothing was done
    ERROR_AFTER = "error after"  # 500, and yet it was done
    FATAL = "fatal"  # internal_error in a good answer, nothing was done
    LIMITED = "limited"  # 429 with Retry-After
    SLOW = "slow"  # answered, a little later
    LOST = "lost"  # it was done, the connection breaks before the answer
    BROKEN = "broken"  # the connection breaks, nothing was done
    SILENT = "silent"  # no answer ever, nothing was done
    LATE = "late"  # no answer ever, and it is done behind the next LATE calls


EVERY: Final = tuple(one for one in Fault if one is not Fault.NONE)
LATE: Final = 3  # calls: long enough for a look whether it was done
RETRY_AFTER: Final = 7  # seconds that a drawn 429 asks for


class Faults:
    """What is to go wrong; nothing, until somebody says so."""

    def __init__(self) -> None:
        self._planned: deque[tuple[str, Fault]] = deque()
        self._random: random.Random | None = None
        self._kinds: Sequence[Fault] = EVERY
        self._share = 0.0
        self._limited: datetime | None = None
        self._down: tuple[datetime, Fault] | None = None

    def plan(self, *faults: Fault, method: str = "chat.postMessage") -> None:
        """Let the next calls of ``method`` meet these, in order."""
        self._planned += [(method, fault) for fault in faults]

    def draw_from(
        self, seed: int, share: float = 0.4, kinds: Sequence[Fault] = EVERY
    ) -> None:
        """Draw on every call whether and how it fails; pytest shows the seed."""
        print(f"Slack's faults are drawn from seed {seed}")  # noqa: T201
        self._random = random.Random(seed)  # noqa: S311  (no secret)
        self._share, self._kinds = share, kinds

    def storm(self, until: datetime) -> None:
        """Answer everything with 429 before ``until``."""
        self._limited = until

    def down(self, until: datetime, how: Fault = Fault.BROKEN) -> None:
        """Take nothing before ``until``."""
        self._down = (until, how)

    def end(self) -> None:
        """Let everything go well from now on."""
        self._planned.clear()
        self._random = self._limited = self._down = None

    def of(self, method: str, now: datetime) -> tuple[Fault, int]:
        """Return what happens to this call, and the seconds that a 429 asks for."""
        if self._down is not None and now < self._down[0]:
            return self._down[1], 0
        if self._limited is not None and now < self._limited:
            left = (self._limited - now) // timedelta(seconds=1)
            return Fault.LIMITED, max(1, left)
        planned = next((one for one in self._planned if one[0] == method), None)
        if planned is not None:
            self._planned.remove(planned)
            return planned[1], RETRY_AFTER
        if self._random is not None and self._random.random() < self._share:
            return self._random.choice(self._kinds), RETRY_AFTER
        return Fault.NONE, 0
