"""A platform gets every letter in order, as fast as it likes, and no burst."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from threading import Event

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from adapters.clock import SetClock
from adapters.office.sender import PACE, ROUND, Broken, Later, Sender
from adapters.office.stuck import LONGEST, TRIES, Kind
from adapters.store import FILE, Store
from core.errors import Refusal
from tests.adapters.notebook import MORNING
from tests.adapters.office.platform import SECOND, Platform, letter, put


@pytest.fixture
def platform() -> Platform:
    """A platform that takes everything."""
    return Platform()


@pytest.fixture
def sender(store: Store, clock: SetClock, platform: Platform) -> Sender:
    """The sender to it, without its thread."""
    return Sender(store.office.deliveries, platform, clock)


def _work(sender: Sender, clock: SetClock, rounds: int) -> list[int]:
    """Do so many rounds, as fast as they may follow each other."""
    done = []
    for _ in range(rounds):
        done.append(sender.step())
        clock.pass_by(PACE)
    return done


def test_a_letter_goes_out_once(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"))
    assert _work(sender, clock, 3) == [1, 0, 0]
    assert platform.taken == ["a"]
    assert store.office.deliveries.message("a") == "p-1/1"


def test_a_recipient_is_told_in_order_and_once_a_second(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"), letter("b"), letter("c", "p-2"))
    assert sender.step() == 2
    clock.pass_by(PACE - timedelta(microseconds=1))
    assert sender.step() == 0
    clock.pass_by(timedelta(microseconds=1))
    assert sender.step() == 1
    assert platform.taken == ["a", "c", "b"]


def test_a_long_backlog_goes_out_evenly_and_in_order(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, *(letter(f"{n:04}", f"p-{n % 30}") for n in range(600)))
    assert set(_work(sender, clock, 30)) == {ROUND}
    assert sender.step() == 0
    for person in range(30):
        keys = [key for key in platform.taken if int(key) % 30 == person]
        assert keys == sorted(keys)
        assert len(keys) == 20


def test_the_whole_channel_waits_as_long_as_the_platform_asks(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"), letter("b", "p-2"))
    platform.moods["a"] = lambda: Later(30)
    assert sender.step() == 0
    assert platform.asked == ["a"]
    del platform.moods["a"]
    clock.pass_by(30 * SECOND - timedelta(microseconds=1))
    assert sender.step() == 0
    clock.pass_by(timedelta(microseconds=1))
    assert sender.step() == 2
    assert platform.taken == ["a", "b"]
    assert store.office.stuck.all() == []


def test_a_broken_letter_is_put_aside_at_once_and_holds_back_nothing(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"), letter("b"))
    platform.moods["a"] = lambda: Broken("channel_not_found")
    _work(sender, clock, 3)
    assert platform.asked == ["a", "b"]
    (stuck,) = store.office.stuck.all()
    assert (stuck.kind, stuck.key, stuck.person) == (Kind.LETTER, "a", "p-1")
    assert (stuck.again_at, stuck.reason) == (None, "channel_not_found")


def _raise() -> str:
    raise ConnectionError("Frau Kern sagte: geheim")


def test_a_failing_letter_is_tried_again_with_growing_pauses_and_keeps_its_place(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"), letter("b"), letter("c", "p-2"))
    platform.moods["a"] = _raise
    _work(sender, clock, 8)  # at 0, 1 and 6 seconds
    assert platform.asked == ["a", "c", "a", "a"]
    del platform.moods["a"]
    clock.pass_by(25 * SECOND)
    _work(sender, clock, 2)
    assert platform.taken == ["c", "a", "b"]
    assert store.office.stuck.all() == []


def test_a_letter_that_fails_for_hours_is_put_aside_without_its_words(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"), letter("b"))
    platform.moods["a"] = _raise
    with capture_logs() as logs:
        for _ in range(TRIES[Kind.LETTER] + 1):
            sender.step()
            clock.pass_by(LONGEST)
    assert platform.asked == ["a"] * TRIES[Kind.LETTER] + ["b"]
    (stuck,) = store.office.stuck.all()
    assert stuck.again_at is None
    assert stuck.reason.startswith("ConnectionError, test_sender.py:")
    assert "geheim" not in str(logs)


def test_a_letter_put_aside_can_be_tried_again(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"))
    platform.moods["a"] = lambda: Broken("not_in_channel")
    _work(sender, clock, 2)
    del platform.moods["a"]
    assert store.office.stuck.again(Kind.LETTER, "a", clock()).result(20)
    assert _work(sender, clock, 2) == [1, 0]
    assert not store.office.stuck.again(Kind.LETTER, "a", clock()).result(20)


def test_a_slow_platform_does_not_keep_letters_beyond_their_lease(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    def slowly() -> str:
        clock.pass_by(20 * SECOND)
        return ""

    put(store, *(letter(str(n), f"p-{n}") for n in range(4)))
    platform.moods = {str(n): slowly for n in range(4)}
    assert sender.step() == 2
    assert store.office.deliveries.waiting("slack", clock())
    assert sender.step() == 2
    assert platform.asked == ["0", "1", "2", "3"]


def test_two_processes_share_the_work(
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
    assert sum(_work(sender, clock, 60)) == 0
    assert sum(_work(sender, clock, 2)) == 1


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
