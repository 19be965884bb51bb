"""Several senders, and senders that end: every letter goes out all the same."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from threading import Event

import pytest
import sqlalchemy as sa

from adapters.clock import SetClock
from adapters.office.sender import ROUND, Sender
from adapters.store import FILE, Store
from core.errors import Refusal
from tests.adapters.notebook import MORNING
from tests.adapters.office.platform import Platform, letter, put, work


def test_two_processes_share_thework(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    other = Sender(store.office.deliveries, platform, clock)
    put(store, *(letter(str(n), f"p-{n}") for n in range(2 * ROUND)))
    assert (sender.step(), other.step()) == (ROUND, ROUND)
    assert len(set(platform.taken)) == 2 * ROUND


def test_what_was_leased_by_a_process_that_died_is_sent_by_the_next(
    store: Store, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"))
    store.office.deliveries.lease("slack", MORNING, 5).result(20)  # and dies
    sender = Sender(store.office.deliveries, platform, clock)
    assert sum(work(sender, clock, 60)) == 0
    assert sum(work(sender, clock, 2)) == 1


def test_what_the_store_could_not_note_is_noted_later_and_not_sent_again(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    rival = sqlite3.connect(store.folder / FILE, isolation_level=None)

    def meanwhile() -> str:
        rival.execute("BEGIN IMMEDIATE")
        return ""

    _pragma(store, "busy_timeout=1")
    put(store, letter("a"))
    platform.moods["a"] = meanwhile
    for _ in range(3):
        with pytest.raises(Refusal):
            sender.step()
        clock.pass_by(timedelta(hours=1))
    rival.execute("ROLLBACK")
    rival.close()
    assert sender.step() == 0
    assert platform.taken == ["a"]
    assert store.office.deliveries.message("a") == "p-1/1"


def _pragma(store: Store, setting: str) -> None:
    def set_it(connection: sa.Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA {setting}")

    store.journal.run(set_it).result(20)


def test_in_the_product_a_thread_does_it(
    store: Store, sender: Sender, platform: Platform
) -> None:
    asked = Event()

    def notice() -> str:
        asked.set()
        return ""

    put(store, letter("a"))
    platform.moods["a"] = notice
    sender.start()
    sender.wake()
    assert asked.wait(20)
    sender.close()
    assert platform.taken == ["a"]
