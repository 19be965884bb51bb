"""A platform gets every letter in order, as fast as it likes, and no burst."""

from __future__ import annotations

from datetime import timedelta

from structlog.testing import capture_logs

from adapters.clock import SetClock
from adapters.office.sender import PACE, ROUND, Away, Broken, Later, Sender
from adapters.office.stuck import LONGEST, TRIES, Kind
from adapters.store import Store
from tests.adapters.office.platform import SECOND, Platform, letter, put, work


def test_a_letter_goes_out_once(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"))
    assert work(sender, clock, 3) == [1, 0, 0]
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
    assert set(work(sender, clock, 30)) == {ROUND}
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


def test_while_the_platform_is_away_its_letters_wait_and_know_of_the_try(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"), letter("b", "p-2"))
    platform.moods["a"] = lambda: Away(30)
    assert sender.step() == 0
    del platform.moods["a"]
    clock.pass_by(30 * SECOND - timedelta(microseconds=1))
    assert sender.step() == 0
    clock.pass_by(timedelta(microseconds=1))
    assert sender.step() == 2
    assert platform.attempts == [("a", 1), ("a", 2), ("b", 1)]
    assert store.office.stuck.all() == []


def test_what_was_certainly_not_taken_counts_as_no_try(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"))
    platform.moods["a"] = lambda: Later(1)
    work(sender, clock, 2)
    platform.moods["a"] = lambda: Broken("not_in_channel")
    work(sender, clock, 2)
    del platform.moods["a"]
    store.office.stuck.again(Kind.LETTER, "a", clock()).result(20)
    assert work(sender, clock, 2) == [1, 0]
    assert {attempt for _, attempt in platform.attempts} == {1}


def test_a_broken_letter_is_put_aside_at_once_and_holds_back_nothing(
    store: Store, sender: Sender, clock: SetClock, platform: Platform
) -> None:
    put(store, letter("a"), letter("b"))
    platform.moods["a"] = lambda: Broken("channel_not_found")
    work(sender, clock, 3)
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
    work(sender, clock, 8)  # at 0, 1 and 6 seconds
    assert platform.asked == ["a", "c", "a", "a"]
    del platform.moods["a"]
    clock.pass_by(25 * SECOND)
    work(sender, clock, 2)
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
    work(sender, clock, 2)
    del platform.moods["a"]
    assert store.office.stuck.again(Kind.LETTER, "a", clock()).result(20)
    assert work(sender, clock, 2) == [1, 0]
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
