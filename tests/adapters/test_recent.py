"""What was read lately is read once while nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

from adapters.recent import Recent


def _listen(committed: Callable[[int], None]) -> None:
    for position in range(3):
        committed(position)


def test_it_counts_commits() -> None:
    assert Recent(_listen).commits == 3


def test_what_is_read_is_kept_as_long_as_its_stamp() -> None:
    recent, numbers = Recent(_listen), count(1)

    def read() -> int:
        return next(numbers)

    assert [recent.get("desk", 1, "a", read) for _ in range(3)] == [1, 1, 1]
    assert recent.get("desk", 1, "b", read) == 2
    assert recent.get("frame", 7, "a", read) == 3
    assert recent.get("desk", 2, "a", read) == 4
    assert recent.get("frame", 7, "a", read) == 3
    recent.forget()
    assert recent.get("frame", 7, "a", read) == 5


def test_what_is_there_already_is_known_without_reading() -> None:
    recent = Recent(_listen)
    assert recent.known("desk", 1, "a") is None
    recent.get("desk", 1, "a", lambda: "read")
    assert recent.known("desk", 1, "a") == "read"
    assert recent.known("desk", 1, "b") is None
    assert recent.known("desk", 2, "a") is None
    recent.forget()
    assert recent.known("desk", 1, "a") is None


def test_many_at_once_have_it_read_once() -> None:
    recent, numbers = Recent(_listen), count(1)
    with ThreadPoolExecutor(8) as pool:
        asked = (
            pool.submit(recent.get, "desk", 1, "a", lambda: next(numbers))
            for _ in range(100)
        )
        assert {one.result() for one in asked} == {1}
    assert next(numbers) == 2


def test_a_shelf_does_not_grow_for_ever() -> None:
    recent, numbers = Recent(_listen), count()
    for number in range(512):
        assert recent.get("desk", 1, number, lambda: next(numbers)) == number
    assert recent.get("desk", 1, "one more", lambda: "new") == "new"
    assert recent.get("desk", 1, 0, lambda: "again") == "again"
