"""Each event counts exactly once, whoever races."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Final

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, select

from core.ports import Recorded
from projections.rows import Rows
from projections.view import View, advance, advance_all, prepare
from projections.worker import Worker
from tests.projections.given import founded
from tests.projections.story import story
from tests.projections.world import Log

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

_COUNT: Final = Table(
    "tally",
    MetaData(),
    Column("noun", String, primary_key=True),
    Column("n", Integer, nullable=False),
)


def count(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Count events by noun: counting one twice cannot be mended by chance."""
    for recorded in batch:
        noun = recorded.stream.partition(":")[0]
        row = rows.one(_COUNT, noun)
        rows.put(_COUNT, noun, [{"noun": noun, "n": row["n"] + 1 if row else 1}])


COUNTING: Final = View("tallies.v1", (_COUNT,), count)


_TWICE: Final = Table(
    "double",
    MetaData(),
    Column("noun", String, primary_key=True),
    Column("n", Integer, nullable=False),
)


def double(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Count every event as two, but none of information."""
    for recorded in batch:
        noun = recorded.stream.partition(":")[0]
        if noun == "information":
            raise LookupError("no fold for this")
        row = rows.one(_TWICE, noun)
        rows.put(_TWICE, noun, [{"noun": noun, "n": row["n"] + 2 if row else 2}])


DOUBLING: Final = View("doubles.v1", (_TWICE,), double)


def doubled(engine: Engine) -> int:
    """Return the sum of everything counted twice."""
    with engine.connect() as db:
        return sum(db.scalars(select(_TWICE.c.n)))


def counted(engine: Engine) -> int:
    """Return the sum of everything counted."""
    with engine.connect() as db:
        return sum(db.scalars(select(_COUNT.c.n)))


def test_two_rival_workers_count_every_event_once(engine: Engine) -> None:
    told = story(1, 1500)
    log = Log(told[:10])
    rivals = [Worker(log, engine, [COUNTING]) for _ in range(2)]
    rivals[0].prepare()
    for worker in rivals:
        worker.start()
    for recorded in told[10:]:
        log.events.append(recorded)
        for worker in rivals:
            worker.wake()
    assert all(worker.wait(len(told), 20) for worker in rivals)
    for worker in rivals:
        worker.close()
    assert counted(engine) == len(told)


def test_many_threads_with_the_same_batch_apply_it_once(engine: Engine) -> None:
    told = founded().log.events
    prepare(engine, COUNTING)
    done: list[bool] = []

    def race() -> None:
        done.append(advance(engine, COUNTING, 0, told))

    threads = [threading.Thread(target=race) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [False] * 5 + [True]
    assert counted(engine) == len(told)


def test_a_batch_that_was_read_before_changes_nothing(engine: Engine) -> None:
    told = founded().log.events
    prepare(engine, COUNTING)
    assert advance(engine, COUNTING, 0, told)
    assert not advance(engine, COUNTING, 0, told)
    assert counted(engine) == len(told)


def test_a_worker_of_another_version_leaves_the_tables_alone(engine: Engine) -> None:
    told = founded().log.events
    prepare(engine, COUNTING)
    newer = View("tallies.v2", (_COUNT,), count)
    assert not advance(engine, newer, 0, told)
    assert counted(engine) == 0


def test_views_take_a_batch_together_or_not_at_all(engine: Engine) -> None:
    told = founded().log.events
    for view in (COUNTING, DOUBLING):
        prepare(engine, view)
    assert advance(engine, DOUBLING, 0, told[:2])
    assert not advance_all(engine, [COUNTING, DOUBLING], 0, told[:2])
    assert (counted(engine), doubled(engine)) == (0, 4)
    assert advance(engine, COUNTING, 0, told[:2])
    assert advance_all(engine, [COUNTING, DOUBLING], 2, told[2:])
    assert doubled(engine) == 2 * counted(engine) == 2 * len(told)


def test_a_fold_that_fails_among_others_stops_only_its_view(engine: Engine) -> None:
    told = story(1, 300)
    worker = Worker(Log(told), engine, [COUNTING, DOUBLING])
    worker.catch_up()
    assert counted(engine) == len(told)
    assert worker.going() == ["tallies"]
    error = worker.health()["doubles.v1"].error
    assert error == "LookupError: no fold for this"


def test_rivals_with_several_views_count_every_event_once(engine: Engine) -> None:
    told = [one for one in story(1, 900) if not one.stream.startswith("information")]
    told = [one._replace(position=n) for n, one in enumerate(told, 1)]
    log = Log(told[:10])
    views = [COUNTING, DOUBLING]
    rivals = [Worker(log, engine, views), Worker(log, engine, views[::-1])]
    rivals[0].prepare()
    for worker in rivals:
        worker.start()
    for recorded in told[10:]:
        log.events.append(recorded)
        for worker in rivals:
            worker.wake()
    assert all(worker.wait(len(told), 20) for worker in rivals)
    for worker in rivals:
        worker.close()
    assert doubled(engine) == 2 * counted(engine) == 2 * len(told)
