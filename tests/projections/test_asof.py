"""As of a position: what a rebuild of the log cut there would show."""

from __future__ import annotations

# mypy: disable-error-code="explicit-override"
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from core.commitment import events
from core.ports import Recorded
from core.sealed import Sealed
from projections import board, commitments, history
from projections.asof import Past, known_before
from projections.catalogue import VIEWS
from projections.viewer import MACHINE, Viewer
from projections.worker import Worker
from tests.projections.given import (
    BEGIN,
    COORDINATOR,
    DUE,
    HOLDER,
    NOBODY,
    PROMISED,
    REQUESTED,
    THIRD,
    dump,
    founded,
    store,
)
from tests.projections.story import story
from tests.projections.world import Log

_REBUILT = 20  # entries between two rebuilds from the beginning


def test_as_of_each_position_equals_a_rebuild_of_the_log_cut_there(
    tmp_path: Path,
) -> None:
    """Each is built alone; what it is compared with grows, and is rebuilt at times."""
    events = story(5, 120)
    past = Past(Log(events), VIEWS)
    grown = store(tmp_path / "grown.db")
    for position in range(len(events) + 1):
        Worker(Log(events[:position]), grown, VIEWS).catch_up()
        with past.reading(position) as then, grown.connect() as live:
            seen = dump(then)
            assert seen == dump(live), position
        if position % _REBUILT == 0 or position == len(events):
            assert seen == rebuilt(events[:position], tmp_path / "cut.db"), position
    grown.dispose()
    past.forget()


def rebuilt(events: list[Recorded], file: Path) -> dict[str, list[object]]:
    """Return what the views hold that are built from ``events`` alone."""
    cut = store(file)
    Worker(Log(events), cut, VIEWS).catch_up()
    with cut.connect() as db:
        found = dump(db)
    cut.dispose()
    file.unlink()
    return found


@pytest.mark.parametrize("viewer", [MACHINE, COORDINATOR, HOLDER, THIRD, NOBODY])
def test_every_query_gives_what_it_gave_then(viewer: Viewer) -> None:
    tale = founded().tell("commitment:Z1", REQUESTED)
    past = Past(tale.log, VIEWS)
    then = tale.log.head()
    with past.reading(then) as db:
        seen = board.board(db, viewer, "wasser", DUE)
    tale.tell("commitment:Z1", PROMISED)
    past.forget()
    with past.reading(then) as db:
        assert board.board(db, viewer, "wasser", DUE) == seen
        assert seen.stand == then
    with past.reading(then + 1) as db:
        row = commitments.get(db, MACHINE, "Z1")
        assert row is not None
        assert row.state == "promised"
    past.forget()


class Vault(Log):
    """A log whose texts can be erased."""

    erased = False

    def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
        """Yield what comes behind ``position``, without what was erased."""
        for recorded in super().since(position, until):
            event = recorded.event
            if self.erased and isinstance(event, events.Requested):
                event = replace(event, what=Sealed(None))
            yield recorded._replace(event=event)


def test_a_text_erased_today_is_not_in_the_past_either() -> None:
    tale = founded().tell("commitment:Z1", REQUESTED, PROMISED)
    log = Vault(tale.log.events)
    past = Past(log, VIEWS)
    then = log.head() - 1
    with past.reading(then) as db:
        assert history.of(db, MACHINE, "Z1")[0].texts["what"]
    log.erased = True
    past.forget()
    with past.reading(then) as db:
        (step,) = history.of(db, MACHINE, "Z1")
        assert step.texts["what"] is None
        assert step.position == then
    past.forget()


def test_only_a_few_positions_are_kept_and_each_is_built_once() -> None:
    asked: list[int] = []

    class Counting(Log):
        def since(self, position: int, until: int | None = None) -> Iterator[Recorded]:
            asked.append(until or 0)
            return super().since(position, until)

    past = Past(Counting(founded().log.events), VIEWS, kept=2)
    for position in (1, 2, 1, 1, 3, 1, 2):
        with past.reading(position) as db:
            assert len(dump(db)["step"]) == position
    assert asked == [1, 2, 3, 2]  # 2 had to make room for 3
    past.forget()


def test_who_reads_a_position_keeps_it_until_done() -> None:
    past = Past(founded().log, VIEWS, kept=1)
    with past.reading(2) as db:
        with past.reading(3):
            pass
        past.forget()
        assert len(dump(db)["step"]) == 2
    past.forget()


def together(work: Callable[[int], None], many: int) -> list[Exception]:
    """Let many threads do ``work`` at once; return what went wrong."""
    wrong: list[Exception] = []
    gate = threading.Barrier(many)

    def run(number: int) -> None:
        gate.wait()
        try:
            work(number)
        except Exception as error:  # noqa: BLE001  (the test tells)
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_many_threads_read_few_positions_at_once() -> None:
    events = story(5, 120)
    past = Past(Log(events), VIEWS, kept=2)

    def look(number: int) -> None:
        for turn in range(6):
            position = 20 + 10 * ((number + turn) % 5)
            with past.reading(position) as db:
                assert len(dump(db)["step"]) == position

    assert together(look, 8) == []
    past.forget()


def test_several_readers_of_one_position_share_it() -> None:
    past = Past(founded().log, VIEWS)
    with ExitStack() as stack:
        readers = [stack.enter_context(past.reading(5)) for _ in range(6)]
        assert [len(dump(db)["step"]) for db in readers] == [5] * 6
    past.forget()


def test_what_was_recorded_before_an_instant_is_found() -> None:
    log = founded().log  # entries come an hour apart, the first at BEGIN + 1 h
    head = log.head()
    assert known_before(log, BEGIN) == 0
    assert known_before(log, BEGIN + timedelta(hours=1)) == 0
    assert known_before(log, BEGIN + timedelta(hours=1, microseconds=1)) == 1
    assert known_before(log, BEGIN + timedelta(hours=3, minutes=30)) == 3
    assert known_before(log, BEGIN + timedelta(days=900)) == head
    assert known_before(Log([]), BEGIN) == 0
