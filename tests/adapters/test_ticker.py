"""The ticker takes its turns as long as any view can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from adapters.ticker import Ticker
from adapters.views import open_views
from core.ports import Recorded
from projections.catalogue import VIEWS
from projections.indexing import SEARCH
from projections.rows import Rows
from projections.worker import Worker
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, founded."""
    county = found(tmp_path / "data")
    yield county
    county.faden.close()


def test_a_view_that_stopped_keeps_no_turn_waiting(
    here: Auenland, tmp_path: Path
) -> None:
    def broken(_rows: Rows, _batch: Sequence[Recorded]) -> None:
        raise ValueError("a fold that cannot")

    views = [replace(view, fold=broken) if view is SEARCH else view for view in VIEWS]
    engine = open_views(tmp_path / "others.db")
    worker = Worker(here.faden.store.journal, engine, views)
    worker.catch_up()
    taken: list[datetime] = []
    ticker = Ticker(here.faden.store, worker, here.watch, [taken.append])
    assert ticker.tick()
    assert taken == [here.watch()]
    engine.dispose()


def test_a_turn_that_fails_keeps_no_other_waiting(here: Auenland) -> None:
    def broken(_now: datetime) -> None:
        raise ValueError("a turn that cannot")

    taken: list[datetime] = []
    turns = [broken, taken.append]
    ticker = Ticker(here.faden.store, here.faden.worker, here.watch, turns)
    with pytest.raises(ValueError, match="cannot"):
        ticker.tick()
    assert taken == [here.watch()]
