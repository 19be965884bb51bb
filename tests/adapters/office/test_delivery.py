"""Letters are leased by one, one per recipient, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from adapters.office import Posted
from adapters.office.delivery import LEASE
from adapters.store import Store
from tests.adapters.notebook import MORNING
from tests.adapters.office.platform import letter, put

TICK = timedelta(microseconds=1)


def _lease(store: Store, now: datetime, limit: int = 10) -> Sequence[Posted]:
    return store.office.deliveries.lease("slack", now, limit).result(20)


def _keys(posted: Sequence[Posted]) -> list[str]:
    return [one.letter.key for one in posted]


def test_a_leased_letter_is_nobody_elses(store: Store) -> None:
    put(store, letter("a"), letter("b", "p-2"))
    assert _keys(_lease(store, MORNING, limit=1)) == ["a"]
    assert _keys(_lease(store, MORNING)) == ["b"]
    assert _lease(store, MORNING) == []
    assert not store.office.deliveries.waiting("slack", MORNING)


def test_a_lease_that_ran_out_is_taken_by_another(store: Store) -> None:
    put(store, letter("a"))
    _lease(store, MORNING)
    assert _lease(store, MORNING + LEASE - TICK) == []
    assert _keys(_lease(store, MORNING + LEASE)) == ["a"]


def test_a_recipient_gets_the_next_letter_when_the_one_before_is_sent(
    store: Store,
) -> None:
    put(store, letter("a"), letter("b"), letter("c", "p-2"))
    first, other = _lease(store, MORNING)
    assert _keys([first, other]) == ["a", "c"]
    store.office.deliveries.mark_sent(first, "m-1", MORNING).result(20)
    assert _keys(_lease(store, MORNING)) == ["b"]


def test_a_letter_that_was_sent_is_never_leased_again(store: Store) -> None:
    put(store, letter("a"))
    (leased,) = _lease(store, MORNING)
    store.office.deliveries.mark_sent(leased, "m-1", MORNING).result(20)
    assert _lease(store, MORNING + 2 * LEASE) == []
    sent = store.office.outbox.get("a")
    assert sent is not None
    assert sent.sent_at == MORNING


def test_what_the_platform_calls_a_letter_is_kept(store: Store) -> None:
    put(store, letter("a"), letter("b"))
    (leased,) = _lease(store, MORNING)
    store.office.deliveries.mark_sent(leased, "C1/17", MORNING).result(20)
    assert store.office.deliveries.message("a") == "C1/17"
    assert store.office.deliveries.message("b") is None
    ((found, name),) = store.office.deliveries.of_item("slack", "Z34")
    assert (found.key, found.version, name) == ("a", 3, "C1/17")
    assert store.office.deliveries.of_item("mail", "Z34") == []


def test_a_letter_does_not_go_out_before_its_time(store: Store) -> None:
    later = MORNING + timedelta(hours=1)
    put(store, letter("a", not_before=later))
    assert _lease(store, later - TICK) == []
    assert not store.office.deliveries.waiting("slack", later - TICK)
    assert _keys(_lease(store, later)) == ["a"]


def test_a_letter_held_until_later_does_not_hold_back_others(store: Store) -> None:
    put(store, letter("a", not_before=MORNING + timedelta(hours=1)), letter("b"))
    assert _keys(_lease(store, MORNING)) == ["b"]


def test_a_letter_that_is_given_back_is_due_at_once(store: Store) -> None:
    put(store, letter("a"))
    store.office.deliveries.give_back(_lease(store, MORNING)).result(20)
    assert _keys(_lease(store, MORNING)) == ["a"]


def test_letters_of_other_channels_are_left_alone(store: Store) -> None:
    put(store, letter("a"))
    assert store.office.deliveries.lease("mail", MORNING, 10).result(20) == []


def test_a_letter_that_was_sent_cannot_fail_any_more(store: Store) -> None:
    put(store, letter("a"))
    (leased,) = _lease(store, MORNING)
    store.office.deliveries.mark_sent(leased, "m-1", MORNING).result(20)
    assert not store.office.deliveries.fail(leased, "late", MORNING).result(20)
    assert not store.office.deliveries.refuse(leased, "late", MORNING).result(20)
    assert store.office.stuck.all() == []
