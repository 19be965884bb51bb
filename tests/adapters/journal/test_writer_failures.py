"""When the store fails: the orders concerned are refused, the writer recovers."""

from __future__ import annotations

import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.clock import SetClock
from adapters.journal.items import Job
from adapters.store import FILE, Store
from core.errors import Code, Refusal
from core.ports import Answer
from tests.adapters.notebook import Write, open_notebook, order, tell, texts

_LONG = "x" * 2_000_000  # more than the pages that are left


def _pragma(store: Store, setting: str) -> None:
    def set_it(connection: sa.Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA {setting}")

    store.journal.run(set_it).result(20)


def _code(answer: Answer) -> Code | None:
    return None if answer.refusal is None else answer.refusal.code


def _fill(store: Store) -> None:
    pages = store.journal.run(
        lambda c: c.exec_driver_sql("PRAGMA page_count").scalar_one()
    ).result(20)
    _pragma(store, f"max_page_count={pages + 40}")


def _make_room(store: Store) -> None:
    _pragma(store, "max_page_count=1000000")


def _hold_up(store: Store) -> threading.Event:
    """Keep the writer busy until the event is set."""
    began, go = threading.Event(), threading.Event()

    def hold(_: sa.Connection) -> bool:
        began.set()
        return go.wait(20)

    store.journal.run(hold)
    assert began.wait(20)
    return go


def test_on_a_full_disk_only_what_does_not_fit_is_refused(store: Store) -> None:
    tell(store, order(Write(("before",))))
    _fill(store)
    go = _hold_up(store)
    waiting = [
        store.journal.submit(order(Write((text,)))) for text in ("one", _LONG, "two")
    ]
    go.set()
    assert [_code(w.result(20)) for w in waiting] == [None, Code.DISK_FULL, None]
    assert texts(store) == ["before", "one", "two"]
    assert [entry.position for entry in store.journal.since(0)] == [1, 2, 3]


def test_once_there_is_room_the_same_order_is_accepted(store: Store) -> None:
    _fill(store)
    asked = order(Write((_LONG,)))
    assert _code(tell(store, asked)) is Code.DISK_FULL
    _make_room(store)
    assert tell(store, asked).ref == "N1"


def test_on_a_full_disk_a_job_is_refused_as_a_whole(store: Store) -> None:
    _fill(store)

    def keep(connection: sa.Connection) -> None:
        for name in ("a", "b"):
            insert = sa.text("INSERT INTO cursor VALUES (:name, 1)")
            connection.execute(insert, {"name": name + _LONG})

    refusal = store.journal.run(keep).exception(20)
    assert isinstance(refusal, Refusal)
    assert refusal.code is Code.DISK_FULL
    assert tell(store, order(Write(("small",)))).position == 1


def test_a_store_that_can_only_be_read_is_named_and_read_on(store: Store) -> None:
    tell(store, order(Write(("one",))))
    _pragma(store, "query_only=ON")
    assert _code(tell(store, order(Write(("two",))))) is Code.STORE_READ_ONLY
    assert texts(store) == ["one"]


def test_somebody_elses_lock_is_an_unavailable_store(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    _pragma(store, "busy_timeout=1")
    rival = sqlite3.connect(store.folder / FILE, isolation_level=None)
    rival.execute("BEGIN IMMEDIATE")
    asked = order(Write(("one",)))
    assert _code(tell(store, asked)) is Code.STORE_UNAVAILABLE
    rival.execute("ROLLBACK")
    rival.close()
    assert tell(store, asked).position == 1
    assert "was not written" in caplog.text


def test_what_somebody_else_wrote_is_seen(store: Store) -> None:
    """The state cache is dropped when the log is longer than expected."""
    tell(store, order(Write(("one",)), "note:N1"))
    rival = sqlite3.connect(store.folder / FILE, isolation_level=None)
    rival.execute(
        "INSERT INTO event SELECT 2, stream, 2, kind, recorded_at, effective_on, "
        "'rival', n, state, leaf_hash FROM event"
    )
    rival.close()
    assert tell(store, order(Write(("two",)), "note:N1")).version == 3


def test_a_clock_that_is_a_minute_behind_is_tolerated(
    store: Store, clock: SetClock
) -> None:
    tell(store, order(Write(("one",))))
    clock.pass_by(timedelta(seconds=-60))
    tell(store, order(Write(("two",))))
    one, two = store.journal.since(0)
    assert one.recorded_at == two.recorded_at


def test_a_clock_that_is_further_behind_is_refused_and_nothing_remembered(
    store: Store, clock: SetClock
) -> None:
    tell(store, order(Write(("one",))))
    clock.pass_by(timedelta(seconds=-61))
    asked = order(Write(("two",)))
    refusal = tell(store, asked).refusal
    assert refusal is not None
    assert (refusal.code, refusal.facts) == (Code.CLOCK_WENT_BACK, {"seconds": 61})
    clock.pass_by(timedelta(seconds=61))
    assert tell(store, asked).ref == "N2"


def test_with_a_wrong_clock_messages_are_still_taken_in(
    store: Store, clock: SetClock
) -> None:
    tell(store, order(Write(("one",))))
    clock.pass_by(timedelta(hours=-1))
    job: Job[int] = lambda c: c.exec_driver_sql("SELECT 1").scalar_one()  # noqa: E731
    assert store.journal.run(job).result(20) == 1


def test_a_full_queue_says_so_after_a_short_wait(tmp_path: Path) -> None:
    store = open_notebook(tmp_path / "small", capacity=2)
    go = _hold_up(store)
    waiting = [store.journal.submit(order(Write((str(n),)))) for n in range(2)]
    assert _code(store.journal.submit(order(Write(("no",)))).result(0)) is (
        Code.OVERLOADED
    )
    refused = store.journal.run(lambda _: None).exception(0)
    assert isinstance(refused, Refusal)
    go.set()
    assert [w.result(20).position for w in waiting] == [1, 2]
    store.close()


def test_what_waits_is_written_before_the_store_closes(store: Store) -> None:
    go = _hold_up(store)
    waiting = [store.journal.submit(order(Write((str(n),)))) for n in range(300)]
    go.set()
    store.close()
    assert [w.result(0).position for w in waiting] == list(range(1, 301))
    assert _code(tell(store, order(Write(("late",))))) is Code.STORE_UNAVAILABLE


def test_an_order_that_was_called_off_in_time_is_not_written(store: Store) -> None:
    go = _hold_up(store)
    waiting = store.journal.submit(order(Write(("one",))))
    assert waiting.cancel()
    go.set()
    assert tell(store, order(Write(("two",)))).ref == "N1"


def test_refusals_are_kept_for_thirty_days(store: Store, clock: SetClock) -> None:
    asked = order(Write(()), "note:N1")
    tell(store, asked)
    clock.pass_by(timedelta(days=30))
    assert tell(store, asked).position == 0
    clock.pass_by(timedelta(hours=2))
    tell(store, order(Write(("one",)), "note:N1"))
    assert tell(store, asked).position == 1  # forgotten, hence decided again
