"""The worker drives the views, waits for none that has stopped, and rebuilds."""

from __future__ import annotations

# mypy: disable-error-code="explicit-override"
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import OperationalError

from core.ports import Recorded
from projections import commitments, people
from projections.catalogue import VIEWS
from projections.rows import Rows
from projections.view import View
from projections.viewer import MACHINE
from projections.worker import Worker
from tests.projections.given import PROMISED, REQUESTED, dump, founded
from tests.projections.story import story
from tests.projections.test_once import COUNTING, counted
from tests.projections.world import Log


def broken(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Fail at the first commitment."""
    if any(recorded.stream.startswith("commitment:") for recorded in batch):
        raise ValueError("a fold that cannot")
    people.PEOPLE.fold(rows, batch)


BROKEN = replace(people.PEOPLE, fold=broken)


def test_a_failing_fold_stops_only_its_view(engine: Engine) -> None:
    tale = founded()
    worker = Worker(tale.log, engine, [BROKEN, commitments.COMMITMENTS])
    worker.catch_up()
    before = tale.log.head()
    tale.tell("commitment:Z1", REQUESTED)
    worker.catch_up()
    health = worker.health()
    stopped = health[people.PEOPLE.name]
    assert health[commitments.COMMITMENTS.name].lag == 0
    assert health[commitments.COMMITMENTS.name].error is None
    assert (stopped.position, stopped.lag) == (before, 1)
    assert stopped.error == "ValueError: a fold that cannot"
    assert worker.wait(before + 1, 0, ["commitments"])
    assert not worker.wait(before + 1, 60)  # at once: nobody waits for what stopped


def test_a_busy_store_is_tried_again(engine: Engine) -> None:
    attempts: list[int] = []

    def busy(rows: Rows, batch: Sequence[Recorded]) -> None:
        attempts.append(1)
        if len(attempts) == 1:
            raise OperationalError("select", {}, Exception("database is locked"))
        people.PEOPLE.fold(rows, batch)

    worker = Worker(founded().log, engine, [replace(people.PEOPLE, fold=busy)])
    worker.catch_up()
    assert "locked" in str(worker.health()[people.PEOPLE.name].error)
    worker.catch_up()
    assert worker.health()[people.PEOPLE.name].error is None
    assert worker.health()[people.PEOPLE.name].lag == 0


def test_who_waits_reads_what_was_written(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    worker = Worker(tale.log, engine, VIEWS)
    worker.start()
    assert worker.wait(tale.log.head(), 10)
    assert not worker.wait(tale.log.head() + 1, 0.01)
    tale.tell("commitment:Z1", PROMISED)
    worker.wake()
    assert worker.wait(tale.log.head(), 10)
    with engine.connect() as db:
        row = commitments.get(db, MACHINE, "Z1")
    assert row is not None
    assert (row.state, row.version) == ("promised", 2)
    worker.close()


def test_it_looks_by_itself_when_nobody_wakes_it(engine: Engine) -> None:
    tale = founded()
    worker = Worker(tale.log, engine, VIEWS)
    worker.start()
    assert worker.wait(tale.log.head(), 10)
    tale.tell("commitment:Z1", REQUESTED)
    assert worker.wait(tale.log.head(), 10)
    worker.close()


class Unreadable(Log):
    """A log that cannot be read for a while."""

    ill = True

    def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
        """Fail, or yield what comes behind ``position``."""
        if self.ill:
            raise OSError("no such disk")
        return super().since(position, until)


def test_a_log_that_cannot_be_read_is_shown_and_tried_again(engine: Engine) -> None:
    log = Unreadable(founded().log.events)
    worker = Worker(log, engine, [people.PEOPLE])
    worker.start()
    assert not worker.wait(1, 1.5)
    assert worker.health()[people.PEOPLE.name].error == "OSError: no such disk"
    log.ill = False
    worker.wake()
    assert worker.wait(log.head(), 10)
    assert worker.health()[people.PEOPLE.name].error is None
    worker.close()


def test_a_rebuild_switches_while_events_keep_coming(engine: Engine) -> None:
    told = story(2, 2000)
    log = Log(told[:60])
    worker = Worker(log, engine, VIEWS)
    worker.start()
    stop = threading.Event()

    def write() -> None:
        for recorded in told[60:]:
            log.events.append(recorded)
            worker.wake()
            time.sleep(0.001)
        stop.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen: set[str] = set()
    rebuilt = 0
    while not stop.is_set() or not rebuilt:
        worker.rebuild(progress=lambda view, position, head: seen.add(view))  # noqa: ARG005
        rebuilt += 1
    writer.join()
    assert worker.wait(len(told), 20)
    worker.close()
    assert seen == {view.name for view in VIEWS}
    assert [table for table in inspect(engine).get_table_names() if "__" in table] == []
    with engine.connect() as db:
        live = dump(db)
    worker.rebuild()
    with engine.connect() as db:
        assert dump(db) == live


def test_a_changed_version_is_rebuilt_at_the_start(engine: Engine) -> None:
    tale = founded()
    Worker(tale.log, engine, [COUNTING]).catch_up()

    def twice(rows: Rows, batch: Sequence[Recorded]) -> None:
        COUNTING.fold(rows, [*batch, *batch])

    changed = View("tallies.v2", COUNTING.tables, twice)
    Worker(tale.log, engine, [changed]).prepare()
    assert counted(engine) == 2 * tale.log.head()


def test_a_rebuild_that_fails_leaves_the_live_tables(engine: Engine) -> None:
    tale = founded()
    Worker(tale.log, engine, [people.PEOPLE]).catch_up()
    tale.tell("commitment:Z1", REQUESTED)
    worker = Worker(tale.log, engine, [BROKEN])
    worker.prepare()
    with pytest.raises(ValueError, match="cannot"):
        worker.rebuild(["people"])
    with engine.connect() as db:
        assert people.region(db) is not None
    assert not [name for name in inspect(engine).get_table_names() if "__" in name]


def test_views_that_know_more_than_the_log_begin_anew(engine: Engine) -> None:
    tale = founded()
    Worker(tale.log, engine, [COUNTING]).catch_up()
    shorter = Log(tale.log.events[:4])
    Worker(shorter, engine, [COUNTING]).catch_up()
    assert counted(engine) == 4
