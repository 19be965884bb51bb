"""The story behind the property tests leaves no kind of event out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from adapters.settings import Server
from adapters.views import close_views, open_views
from core.catalogue import EVENTS
from core.commitment import COMMITMENT, states, terms_of
from core.commitment import events as e
from core.ports import Recorded
from projections.catalogue import VIEWS
from projections.columns import METADATA
from projections.commitments.table import TABLE
from projections.packing import packed, unpacked
from projections.rows import Rows
from projections.view import advance, prepare
from projections.worker import Worker
from tests.projections.given import dump, store
from tests.projections.story import story
from tests.projections.world import Log

SEEDS = range(10)
ACTS = 2000


def test_the_story_tells_every_kind_of_event() -> None:
    told = {type(r.event) for seed in SEEDS for r in story(seed, ACTS)}
    assert told == set(EVENTS)


def test_the_same_seed_tells_the_same_story() -> None:
    assert story(7, 200) == story(7, 200)
    assert story(7, 200) != story(8, 200)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_event_comes_out_of_its_column_as_it_went_in(seed: int) -> None:
    for recorded in story(seed, ACTS):
        again = unpacked(packed(recorded.event))
        assert again == recorded.event
        assert packed(again) == packed(recorded.event)


@pytest.mark.parametrize("seed", SEEDS)
def test_rebuilt_equals_live_at_every_position(seed: int, tmp_path: Path) -> None:
    events = story(seed, ACTS)
    live, fresh = store(tmp_path / "live.db"), store(tmp_path / "fresh.db")
    for view in VIEWS:
        prepare(live, view)
    steps = [*range(0, len(events), 1 + seed), len(events)]
    for start, stop in pairwise(steps):
        for view in VIEWS:
            assert advance(live, view, start, events[start:stop])
    worker = Worker(Log(events), fresh, VIEWS)
    worker.catch_up()
    with live.connect() as one, fresh.connect() as other:
        assert dump(one) == dump(other)
    worker.rebuild()
    with live.connect() as one, fresh.connect() as other:
        assert dump(one) == dump(other)


def test_the_tables_at_each_single_position_equal_a_rebuild_up_to_it(
    tmp_path: Path,
) -> None:
    events = story(3, 400)
    live = store(tmp_path / "live.db")
    for view in VIEWS:
        prepare(live, view)
    for stop in range(1, len(events) + 1):
        for view in VIEWS:
            advance(live, view, stop - 1, events[stop - 1 : stop])
        fresh = store(tmp_path / f"{stop % 2}.db")
        METADATA.drop_all(fresh)
        METADATA.create_all(fresh)
        with fresh.begin() as db:
            for view in VIEWS:
                rows = Rows(db)
                view.fold(rows, events[:stop])
                rows.write()
        with live.connect() as one, fresh.connect() as other:
            assert dump(one) == dump(other), stop
        fresh.dispose()


def _replayed(events: list[Recorded]) -> dict[str, states.State]:
    found: dict[str, states.State] = {}
    for recorded in events:
        if isinstance(recorded.event, e.Happening):
            before = found.get(recorded.ref, COMMITMENT.initial)
            found[recorded.ref] = COMMITMENT.evolve(before, recorded.event)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_of_commitments_say_what_core_says(seed: int, tmp_path: Path) -> None:
    events = story(seed, ACTS)
    engine = store(tmp_path / "views.db")
    Worker(Log(events), engine, VIEWS).catch_up()
    with engine.connect() as db:
        rows = {row["ref"]: row for row in db.execute(TABLE.select()).mappings()}
    replayed = _replayed(events)
    assert rows.keys() == replayed.keys()
    for ref, state in replayed.items():
        row, phase, terms = rows[ref], state.phase, terms_of(state)
        ended = isinstance(phase, states.Ended)
        name = phase.by if isinstance(phase, states.Ended) else states.name(phase)
        assert (row["state"], row["mover"]) == (name, states.next_mover(phase))
        assert (row["asker"], row["holder"]) == (terms.asker, terms.holder)
        assert bool(row["pending"]) == bool(state.pending)
        assert row["open"] == (states.next_mover(phase) is not None), ended


def test_the_views_are_the_same_on_a_server(tmp_path: Path, database: str) -> None:
    log = Log(story(1, ACTS))
    server = Server(database)
    engines = [store(tmp_path / "views.db"), open_views(tmp_path, server)]
    for engine in engines:
        Worker(log, engine, VIEWS).catch_up()
    with engines[0].connect() as one, engines[1].connect() as other:
        ours, theirs = dump(one), dump(other)
    for table, rows in ours.items():
        assert sorted(map(str, theirs[table])) == sorted(map(str, rows)), table
    engines[0].dispose()
    close_views(engines[1], server)
