"""The outbox: a letter is there once, and is read from its time on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from adapters.office import Letter, Posted
from adapters.store import Store
from tests.adapters.notebook import MORNING


def _letter(key: str, not_before: datetime | None = None) -> Letter:
    return Letter(
        key=key,
        channel="slack",
        person="p-1",
        place="C1",
        payload={"title": "Z34"},
        item="Z34",
        version=3,
        not_before=not_before,
    )


def _keys(posted: Sequence[Posted]) -> list[str]:
    return [one.letter.key for one in posted]


def test_a_letter_put_twice_is_there_once(store: Store) -> None:
    put = store.office.outbox.put
    assert put([_letter("a"), _letter("a"), _letter("b")], MORNING).result(20) == 2
    assert put([_letter("b")], MORNING).result(20) == 0
    posted = store.office.outbox.get("a")
    assert posted is not None
    assert posted.letter == _letter("a", not_before=MORNING)
    assert store.office.outbox.get("c") is None


def test_a_cursor_moves_with_the_letters_or_not_at_all(store: Store) -> None:
    outbox = store.office.outbox
    assert outbox.cursor("reactions") is None
    outbox.put([_letter("a")], MORNING, moved=("reactions", 7)).result(20)
    outbox.put([], MORNING, moved=("reactions", 9)).result(20)
    assert outbox.cursor("reactions") == 9
    broken = Letter(key="x", channel="web", person="p-1", payload={"x": object()})
    assert outbox.put([broken], MORNING, moved=("reactions", 10)).exception(20)
    assert outbox.cursor("reactions") == 9


def test_a_thread_goes_on_behind_what_was_seen(store: Store) -> None:
    letters = [
        Letter(key=key, channel="web", person=person, payload={})
        for key, person in (("a", "p-1"), ("b", "p-2"), ("c", "p-1"), ("d", "p-1"))
    ]
    store.office.outbox.put(letters, MORNING).result(20)
    first, *rest = store.office.outbox.thread("p-1", limit=2)
    assert _keys([first, *rest]) == ["a", "c"]
    assert _keys(store.office.outbox.thread("p-1", first.seq)) == ["c", "d"]


def test_a_thread_can_leave_out_what_is_held_back(store: Store) -> None:
    later = MORNING + timedelta(hours=1)
    held = Letter(key="h", channel="web", person="p-1", payload={}, not_before=later)
    store.office.outbox.put([held], MORNING).result(20)
    assert store.office.outbox.thread("p-1", now=MORNING) == []
    assert _keys(store.office.outbox.thread("p-1", now=later)) == ["h"]
