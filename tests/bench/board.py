"""Board: how much dearer the page of a forum is with a hundred times the items."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Final, TypedDict

from sqlalchemy import Engine

from core.commitment import events
from core.sealed import Sealed
from projections.board import board
from projections.mylist import mine
from projections.viewer import Viewer
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
_ROUNDS: Final = 15


class Case(TypedDict):
    """One measured ratio; ``spread`` is the largest divided by the smallest round."""

    name: str
    store: str
    ratio: float
    spread: float


def rows() -> list[Case]:
    """Return the cost of board and list with many items over that with few."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (filled(Path(folder, f"{n}.db"), n) for n in (FEW, MANY))
        cases = [
            _case(f"board, {name}", [_board(e, viewer) for e in (few, many)])
            for name, viewer in _VIEWERS.items()
        ]
        cases.append(_case("my list", [_mine(e) for e in (few, many)]))
        few.dispose()
        many.dispose()
    return cases


_VIEWERS: Final = {"coordinator": COORDINATOR, "party": HOLDER, "third": THIRD}


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


def _board(engine: Engine, viewer: Viewer) -> Sequence[float]:
    return [_seconds(engine, viewer, whole=True) for _ in range(_ROUNDS)]


def _mine(engine: Engine) -> Sequence[float]:
    return [_seconds(engine, HOLDER, whole=False) for _ in range(_ROUNDS)]


def _seconds(engine: Engine, viewer: Viewer, *, whole: bool) -> float:
    begin = time.perf_counter()
    with engine.connect() as db:
        if whole:
            board(db, viewer, "wasser", TODAY)
        else:
            mine(db, viewer, TODAY)
    return time.perf_counter() - begin


def _case(name: str, took: Sequence[Sequence[float]]) -> Case:
    few, many = (times[2:] for times in took)  # the first rounds warm up
    return Case(
        name=f"{name}, {MANY} items over {FEW}",
        store="sqlite",
        ratio=round(median(many) / median(few), 2),
        spread=round(max(max(t) / min(t) for t in (few, many)), 2),
    )
