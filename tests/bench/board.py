"""Board: how much dearer the page of a forum is with a hundred times the items."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from core.commitment import events
from core.sealed import Sealed
from projections.board import board
from projections.mylist import mine
from projections.viewer import Viewer
from tests.bench.measure import Row, Task, ratio
from tests.projections.given import (
    COORDINATOR,
    DUE,
    HOLDER,
    THIRD,
    TODAY,
    Tale,
    founded,
    store,
)

FEW: Final = 100  # items; source: issue 2, "Speed and memory"
MANY: Final = 10_000
_VIEWERS: Final = {"coordinator": COORDINATOR, "party": HOLDER, "third": THIRD}


def rows() -> Iterator[Row]:
    """Yield how many times as long it takes with many items as with few."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (filled(Path(folder, f"{n}.db"), n) for n in (FEW, MANY))
        size = f"{MANY} items over {FEW}"
        for name, viewer in _VIEWERS.items():
            shown = [Task(_showing(engine, viewer), 5) for engine in (few, many)]
            yield ratio(f"board for a {name}, {size}", "sqlite", *shown)
        listed = [Task(_listing(engine), 10) for engine in (few, many)]
        yield ratio(f"my list, {size}", "sqlite", *listed)
        few.dispose()
        many.dispose()


def _showing(engine: Engine, viewer: Viewer) -> Callable[[int], None]:
    def show(times: int) -> None:
        for _ in range(times):
            with engine.connect() as db:
                board(db, viewer, "wasser", TODAY)

    return show


def _listing(engine: Engine) -> Callable[[int], None]:
    def show(times: int) -> None:
        for _ in range(times):
            with engine.connect() as db:
                mine(db, HOLDER, TODAY)

    return show


def filled(path: Path, items: int) -> Engine:
    """Return a store with so many items in one forum, in all states."""
    tale = founded()
    for number in range(1, items + 1):
        _tell(tale, number)
    engine = store(path)
    tale.seen(engine)
    return engine


def _tell(tale: Tale, number: int) -> None:
    due = DUE + timedelta(days=number % 120 - 60)
    asked = events.Requested(
        forum="wasser",
        asker=("lindgrund", "kreis")[number % 2],
        holder=("birkfeld", "steintal")[number % 3 % 2],
        what=Sealed(f"Mengen der Anlage {number}"),
        due=due,
    )
    promised = events.Promised(due=due)
    reported = events.CompletionReported(on=TODAY)
    kept = events.CompletionAccepted(on=TODAY - timedelta(days=number % 200))
    told = [asked, promised, reported, kept][: 1 + number % 4]
    tale.tell(f"commitment:Z{number}", *told)
