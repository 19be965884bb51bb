"""The inbox: kept before it is acknowledged, dealt with once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from adapters.office import Echo, Kind, Letter, Stored
from adapters.office.inbox import State
from adapters.office.stuck import FIRST, LONGEST
from adapters.store import Store
from tests.adapters.notebook import MORNING, open_notebook

EVENING = MORNING + timedelta(hours=10)
ECHO = Echo(
    ref="e1",
    person="p-1",
    number=1,
    orders=b"orders",
    message={"title": "Sie sagen zu"},
    created_at=MORNING,
    expires_at=EVENING,
)


def _store(store: Store, ref: str, person: str = "p-1") -> Stored:
    return store.office.inbox.store(
        ref=ref,
        channel="web",
        person=person,
        place="",
        payload={"text": f"Grüße {ref}"},
        now=MORNING,
    ).result(20)


def _letter(key: str) -> Letter:
    return Letter(key=key, channel="web", person="p-1", payload={"title": key})


def _told(store: Store) -> list[str]:
    return [posted.letter.key for posted in store.office.outbox.thread("p-1")]


def test_a_message_brought_five_times_is_stored_once(store: Store) -> None:
    assert [_store(store, "m1") for _ in range(5)] == [
        Stored.STORED,
        *[Stored.KNOWN] * 4,
    ]
    (arrival,) = store.office.inbox.waiting(MORNING)
    assert (arrival.ref, arrival.payload) == ("m1", {"text": "Grüße m1"})
    assert arrival.received_at == MORNING


def test_messages_wait_in_the_order_in_which_they_came(store: Store) -> None:
    for ref in ("m2", "m1", "m3"):
        _store(store, ref)
    waiting = [arrival.ref for arrival in store.office.inbox.waiting(MORNING)]
    assert waiting == ["m2", "m1", "m3"]
    assert len(store.office.inbox.waiting(MORNING, limit=1)) == 1


def test_what_waits_is_there_after_a_restart(store: Store) -> None:
    _store(store, "m1")
    store.close()
    again = open_notebook(store.folder)
    assert [arrival.ref for arrival in again.office.inbox.waiting(MORNING)] == ["m1"]
    again.close()


def test_settling_posts_the_answers_and_closes_the_message(store: Store) -> None:
    _store(store, "m1")
    settled = store.office.inbox.settle("m1", [_letter("a")], [ECHO], MORNING)
    assert settled.result(20)
    assert store.office.inbox.waiting(MORNING) == []
    assert _told(store) == ["a"]
    assert store.office.echoes.get("e1") == ECHO
    arrival = store.office.inbox.get("m1")
    assert arrival is not None
    assert arrival.state is State.DONE


def test_settling_twice_posts_once(store: Store) -> None:
    _store(store, "m1")
    for letters in ([_letter("a")], [_letter("a"), _letter("b")]):
        store.office.inbox.settle("m1", letters, [ECHO], MORNING).result(20)
    assert _told(store) == ["a"]


def test_what_cannot_be_posted_leaves_the_message_waiting(store: Store) -> None:
    _store(store, "m1")
    broken = Letter(key="b", channel="web", person="p-1", payload={"x": object()})
    settled = store.office.inbox.settle("m1", [_letter("a"), broken], [], MORNING)
    assert settled.exception(20)
    assert _told(store) == []
    assert len(store.office.inbox.waiting(MORNING)) == 1


def test_a_message_that_fails_five_times_is_put_aside_and_its_sender_told(
    store: Store,
) -> None:
    _store(store, "m1")
    now, states = MORNING, []
    for _ in range(5):
        assert _waiting(store, now) == ["m1"]
        failed = store.office.inbox.fail("m1", "KeyError", _letter("sorry"), now)
        states.append(failed.result(20))
        now += LONGEST
    assert states == [*[State.NEW] * 4, State.POISON]
    assert _waiting(store, now) == []
    (stuck,) = store.office.stuck.all()
    assert (stuck.kind, stuck.key, stuck.person) == (Kind.MESSAGE, "m1", "p-1")
    assert (stuck.attempts, stuck.again_at, stuck.reason) == (5, None, "KeyError")
    assert store.office.stuck.count() == 1
    assert _told(store) == ["sorry"]


def test_behind_a_message_that_waits_for_its_next_try_its_sender_waits(
    store: Store,
) -> None:
    _store(store, "m1")
    _store(store, "m2")
    _store(store, "m3", person="p-2")
    store.office.inbox.fail("m1", "KeyError", _letter("sorry"), MORNING).result(20)
    assert _waiting(store, MORNING) == ["m3"]
    assert _waiting(store, MORNING + FIRST) == ["m1", "m2", "m3"]


def test_a_message_put_aside_can_be_heard_again(store: Store) -> None:
    _store(store, "m1")
    for n in range(5):
        now = MORNING + n * LONGEST
        store.office.inbox.fail("m1", "KeyError", _letter("sorry"), now).result(20)
    assert store.office.stuck.again(Kind.MESSAGE, "m1", MORNING).result(20)
    assert _waiting(store, MORNING) == ["m1"]
    store.office.inbox.settle("m1", [], [], MORNING).result(20)
    assert store.office.stuck.all() == []


def _waiting(store: Store, now: datetime) -> list[str]:
    return [arrival.ref for arrival in store.office.inbox.waiting(now)]


def test_a_message_that_is_done_cannot_fail_any_more(store: Store) -> None:
    _store(store, "m1")
    store.office.inbox.settle("m1", [], [], MORNING).result(20)
    late = store.office.inbox.fail("m1", "late", _letter("sorry"), MORNING)
    assert late.result(20) is State.DONE
    assert store.office.stuck.all() == []


def test_a_person_sees_what_they_said_and_nobody_else(store: Store) -> None:
    _store(store, "m1")
    _store(store, "m2", person="p-2")
    _store(store, "m3")
    said = store.office.inbox.thread("p-1")
    assert [arrival.ref for arrival in said] == ["m1", "m3"]
    assert store.office.inbox.thread("p-1", after=said[0].seq) == said[1:]
    assert store.office.inbox.get("m4") is None


@pytest.mark.parametrize("days, left", [(90, ["m1"]), (91, [])])
def test_a_message_is_kept_for_ninety_days(
    store: Store, days: int, left: list[str]
) -> None:
    _store(store, "m1")
    store.office.inbox.settle("m1", [_letter("a")], [ECHO], MORNING).result(20)
    store.office.purge(MORNING + timedelta(days=days)).result(20)
    assert [arrival.ref for arrival in store.office.inbox.thread("p-1")] == left
    assert len(_told(store)) == len(left)
    assert store.office.echoes.get("e1") is None


def test_what_nobody_dealt_with_is_never_thrown_away(store: Store) -> None:
    _store(store, "m1")
    store.office.purge(MORNING + timedelta(days=1000)).result(20)
    assert [arrival.ref for arrival in store.office.inbox.waiting(MORNING)] == ["m1"]
