"""The journal: reading what was written, with its texts."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.clock import SetClock
from adapters.store import Store
from core.errors import Code, Refusal
from core.event import Event
from core.sealed import Sealed
from tests.adapters.notebook import (
    Broken,
    Forbidden,
    Insist,
    Noted,
    Write,
    open_notebook,
    order,
    tell,
    texts,
)


def test_an_empty_log_has_no_head(store: Store) -> None:
    assert store.journal.head() == 0
    assert list(store.journal.since(0)) == []
    assert store.journal.stream("note:N1") == []


def test_an_entry_says_who_when_and_where(store: Store, clock: SetClock) -> None:
    asked = order(Write(("one",)))
    tell(store, asked)
    (entry,) = store.journal.since(0)
    assert (entry.position, entry.stream, entry.version) == (1, "note:N1", 1)
    assert (entry.ref, entry.recorded_at) == ("N1", clock())
    assert entry.event == Noted(text=Sealed("one"))
    origin = entry.origin
    assert (origin.actor, origin.mandate, origin.org) == ("p-1", "a/clerk", "a")
    assert (origin.command_id, origin.effective_on) == (asked.command_id, asked.today)


def test_everything_behind_a_position_up_to_another(store: Store) -> None:
    tell(store, order(Write(tuple("abcdef"))))
    for position in range(7):
        for until in range(position, 8):
            found = [entry.position for entry in store.journal.since(position, until)]
            assert found == list(range(position + 1, min(until, 6) + 1))


def test_pages_join_without_gap(store: Store) -> None:
    tell(store, order(Write(tuple(str(n) for n in range(1001)))))
    assert texts(store) == [str(n) for n in range(1001)]
    assert store.journal.head() == 1001


def test_an_erased_text_leaves_the_entry(store: Store) -> None:
    tell(store, order(Write(("one", "two"))))
    erased = "DELETE FROM text WHERE version = 1"
    store.journal.run(lambda c: c.exec_driver_sql(erased).rowcount).result(20)
    assert texts(store) == [None, "two"]


def test_the_writer_forgets_texts_when_told(store: Store) -> None:
    asked = order(Write(("one",)))
    tell(store, asked)
    erased = "DELETE FROM text"
    store.journal.run(lambda c: c.exec_driver_sql(erased).rowcount).result(20)
    store.writer.forget().result(20)
    assert tell(store, asked).events == (Noted(text=Sealed(None)),)
    assert tell(store, order(Write(("two",)), "note:N1")).version == 2


def test_many_readers_beside_a_busy_writer_see_no_gap(store: Store) -> None:
    done = threading.Event()
    wrong: list[list[int]] = []

    def read() -> None:
        while not done.is_set():
            seen = [entry.position for entry in store.journal.since(0)]
            if seen != list(range(1, len(seen) + 1)):
                wrong.append(seen)

    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    waiting = [store.journal.submit(order(Write(("a", "b")))) for _ in range(300)]
    for one in waiting:
        one.result(20)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert store.journal.head() == 600


def test_time_never_runs_backwards_in_the_log(store: Store, clock: SetClock) -> None:
    for minutes in (0, 5, -1, 2, -1):
        clock.pass_by(timedelta(minutes=minutes))
        tell(store, order(Write(("tick",))))
    times = [entry.recorded_at for entry in store.journal.since(0)]
    assert times == sorted(times)


async def test_whoever_waits_in_an_event_loop_is_answered_there(store: Store) -> None:
    asked = [order(Write((str(n),))) for n in range(64)]
    answers = await asyncio.gather(*(store.journal.give(one) for one in asked))
    assert [answer.ref for answer in answers] == [f"N{n}" for n in range(1, 65)]
    assert await store.journal.give(asked[7]) == answers[7]


async def test_a_mistake_reaches_whoever_waits_in_an_event_loop(store: Store) -> None:
    with pytest.raises(RuntimeError, match="a mistake in decide"):
        await store.journal.give(order(Broken()))


async def test_a_task_that_no_longer_waits_disturbs_nobody(store: Store) -> None:
    task = asyncio.create_task(store.journal.give(order(Write(("one",)))))
    await asyncio.sleep(0)
    task.cancel()
    answer = await store.journal.give(order(Write(("two",)), "note:N9"))
    assert answer.version == 1


async def test_a_full_queue_says_so_in_an_event_loop_too(tmp_path: Path) -> None:
    small = open_notebook(tmp_path / "small", capacity=0)
    refusal = (await small.journal.give(order(Write(("one",))))).refusal
    assert refusal is not None
    assert refusal.code is Code.OVERLOADED
    small.close()


def test_looking_ahead_writes_nothing(store: Store) -> None:
    foresee = store.journal.foresee
    refusal = foresee(order(Forbidden())).result(20)
    assert isinstance(refusal, Refusal)
    assert refusal.code is Code.DUE_IN_THE_PAST
    moved = foresee(order(Insist(), "note:N1", after=7)).result(20)
    assert isinstance(moved, Refusal)
    assert moved.code is Code.ITEM_MOVED
    coming = foresee(order(Write(("one",)))).result(20)
    assert isinstance(coming, tuple)
    assert [isinstance(one, Event) for one in coming] == [True]
    assert store.journal.head() == 0
    assert tell(store, order(Write(("one",)))).ref == "N1"
