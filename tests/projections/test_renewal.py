"""Views of another version are renewed, by whoever begins, beside those that go on."""

from __future__ import annotations

# mypy: disable-error-code="explicit-override"
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Engine, inspect

from core.ports import Recorded
from projections import people
from projections.rows import BESIDE, Rows
from projections.view import advance, beside
from projections.worker import Worker
from tests.projections.given import REQUESTED, founded
from tests.projections.story import story
from tests.projections.test_once import COUNTING, counted
from tests.projections.test_worker import BROKEN
from tests.projections.world import Log

pytestmark = pytest.mark.parametrize("engine", ["SQLite", "PostgreSQL"], indirect=True)

NEWER = replace(COUNTING, name="tallies.v2")


class Long(Log):
    """A log that takes long to read from its beginning, for a renewal."""

    def __init__(self, events: list[Recorded]) -> None:
        super().__init__(events)
        self.go_on = threading.Event()

    def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
        """Yield what comes behind ``position``."""
        if threading.current_thread().name == "renewal":
            assert self.go_on.wait(20)
        return super().since(position, until)


class Late(Log):
    """A log that nobody can read yet."""

    def __init__(self, events: list[Recorded]) -> None:
        super().__init__(events)
        self.go_on = threading.Event()

    def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
        """Yield what comes behind ``position``."""
        assert self.go_on.wait(20)
        return super().since(position, until)


def test_views_of_another_version_are_renewed_while_the_others_go_on(
    engine: Engine,
) -> None:
    log = Long(founded().log.events)
    Worker(log, engine, [COUNTING, people.PEOPLE]).catch_up()
    worker = Worker(log, engine, [NEWER, people.PEOPLE])
    worker.start()
    told = founded().tell("commitment:Z1", REQUESTED).log.events
    log.events.append(told[-1])
    worker.wake()
    assert worker.wait(log.head(), 10, ["people"])
    assert worker.renewing() == 0
    assert not worker.wait(log.head(), 0, ["tallies"])
    log.go_on.set()
    assert worker.wait(log.head(), 10)
    assert worker.renewing() is None
    worker.close()
    assert counted(engine) == log.head()


def test_empty_views_are_filled_before_anybody_reads_them(engine: Engine) -> None:
    log = Late(founded().log.events)
    worker = Worker(log, engine, [COUNTING, people.PEOPLE])
    worker.start()
    assert worker.renewing() == 0
    log.go_on.set()
    assert worker.wait(log.head(), 10)
    assert worker.renewing() is None
    worker.close()


def test_a_view_that_stops_while_it_is_filled_keeps_nobody_waiting(
    engine: Engine,
) -> None:
    log = founded().tell("commitment:Z1", REQUESTED).log
    worker = Worker(log, engine, [COUNTING, BROKEN])
    worker.start()
    assert not worker.wait(log.head(), 10)
    assert worker.wait(log.head(), 10, ["tallies"])
    assert worker.renewing() is None
    worker.close()


def test_a_view_that_cannot_be_renewed_stops_alone(engine: Engine) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    Worker(tale.log, engine, [people.PEOPLE]).catch_up()
    worker = Worker(tale.log, engine, [replace(BROKEN, name="people.v0")])
    worker.start()
    assert not worker.wait(tale.log.head(), 20)
    assert worker.renewing() is None
    assert worker.health()["people.v0"].error == "ValueError: a fold that cannot"
    worker.close()


def test_what_a_dead_process_left_half_built_is_gone_on_with(engine: Engine) -> None:
    told = founded().log.events
    Worker(Log(told), engine, [COUNTING]).catch_up()
    folded: list[int] = []

    def noting(rows: Rows, batch: Sequence[Recorded]) -> None:
        folded.extend(recorded.position for recorded in batch)
        COUNTING.fold(rows, batch)

    noted = replace(NEWER, fold=noting)
    assert beside(engine, noted, len(told)).position == 0
    assert advance(engine, noted, 0, told[:3], BESIDE)
    assert beside(engine, noted, len(told)).position == 3
    Worker(Log(told), engine, [noted]).prepare()
    assert folded == [recorded.position for recorded in told]
    assert beside(engine, noted, len(told)).position == 0  # what was switched is gone
    assert counted(engine) == len(told)


def test_rivals_that_renew_at_once_build_the_same_tables(engine: Engine) -> None:
    told = story(3, 3000)
    log = Log(told)
    Worker(Log(told[:9]), engine, [COUNTING]).catch_up()
    rivals = [Worker(log, engine, [NEWER]) for _ in range(3)]
    for worker in rivals:
        worker.start()
    assert all(worker.wait(len(told), 30) for worker in rivals)
    assert [worker.health()["tallies.v2"].error for worker in rivals] == [None] * 3
    for worker in rivals:
        worker.close()
    assert counted(engine) == len(told)
    assert [table for table in inspect(engine).get_table_names() if "__" in table] == []


def test_a_program_whose_view_was_taken_over_says_so(engine: Engine) -> None:
    tale = founded()
    old = Worker(tale.log, engine, [COUNTING])
    old.catch_up()
    Worker(tale.log, engine, [NEWER]).prepare()
    tale.tell("commitment:Z1", REQUESTED)
    old.catch_up()
    assert "another version of the program" in str(old.health()["tallies.v1"].error)
