"""The journal: reading what was written, with its texts."""

from __future__ import annotations

import threading
from datetime import timedelta

from adapters.clock import SetClock
from adapters.journal.store import Store
from core.sealed import Sealed
from tests.adapters.notebook import Noted, Write, order, tell, texts


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
