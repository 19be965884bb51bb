"""Year: how long a year of a region takes, played by an injected clock.

16 organisations, 60 persons, 2,000 commitments and 300 asks go through the real
store, all views, reactions and the ticker; the ratio says how often such a year fits
into the minute it may take (source: issue 4, "Speed").
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Final

from adapters.clock import SetClock
from adapters.main import Faden
from tests.bench.founding import ORGS, PERSONS
from tests.bench.measure import Row, row
from tests.bench.region import Year

ALLOWED: Final = 60.0  # seconds; source: issue 4, "Speed"
COMMITMENTS: Final = 2_000
ASKS: Final = 300
DAYS: Final = 365
_HOURS: Final = (8, 13)  # local hours at which the ticker looks; mostly nothing is due


def play(folder: Path, days: int = DAYS) -> tuple[Year, float]:
    """Play so many days; return the year and the seconds that it took."""
    clock = SetClock(datetime(2027, 1, 4, 7, 0, tzinfo=UTC))
    faden = Faden.open(folder, clock=clock)
    year = Year(faden, clock, random.Random(7))  # noqa: S311  (a story, not a secret)
    began = perf_counter()
    year.found()
    first, working = clock().date(), 0
    total = sum((first + timedelta(days=n)).weekday() < 5 for n in range(DAYS))
    for n in range(days):
        today = first + timedelta(days=n)
        for hour in _HOURS:
            clock.set(faden.desk.calendar(today).instant(today, hour))
            faden.tick()
        if today.weekday() < 5:
            before, working = working, working + 1
            new = COMMITMENTS * working // total - COMMITMENTS * before // total
            asked = ASKS * working // total - ASKS * before // total
            year.day(new, asked)
        year.settle()
    return year, perf_counter() - began


def rows() -> Iterator[Row]:
    """Yield how many such years fit into the time that one may take."""
    with tempfile.TemporaryDirectory() as folder:
        year, seconds = play(Path(folder))
        year.faden.close()
    name = (
        f"a year: {len(ORGS)} organisations, {PERSONS} persons, {COMMITMENTS} + {ASKS}"
    )
    yield row(name, "sqlite", [ALLOWED / seconds])
