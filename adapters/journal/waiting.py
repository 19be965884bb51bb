"""Waiting: a bounded queue from which everything that waits is taken at once."""

from __future__ import annotations

from collections import deque
from threading import Condition, Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class FullError(Exception):
    """There was no room in time."""


class ClosedError(Exception):
    """Nothing is taken in any more."""


class Waiting(Generic[T]):
    """First in, first out; for any number of threads."""

    def __init__(self, capacity: int) -> None:
        """Hold ``capacity`` items at most."""
        self._capacity = capacity
        self._items: deque[T] = deque()
        self._closed = False
        lock = Lock()
        self._filled = Condition(lock)
        self._room = Condition(lock)

    def put(self, item: T, patience: float) -> None:
        """Add ``item``, waiting ``patience`` seconds for room at most.

        Raises:
            FullError: there was no room.
            ClosedError: nothing is taken in any more.
        """
        with self._filled:
            if not self._room.wait_for(self.has_room, patience):
                raise FullError
            if self._closed:
                raise ClosedError
            self._items.append(item)
            self._filled.notify()

    def take(self, most: int) -> list[T]:
        """Wait for items and return up to ``most``; none when closed and empty."""
        with self._filled:
            self._filled.wait_for(lambda: self._items or self._closed)
            count = min(most, len(self._items))
            taken = [self._items.popleft() for _ in range(count)]
            self._room.notify(count)
            return taken

    def close(self) -> None:
        """Take nothing in any more; what waits can still be taken."""
        with self._filled:
            self._closed = True
            self._filled.notify_all()
            self._room.notify_all()

    def has_room(self) -> bool:
        """Whether one more item would be taken, or refused at once."""
        return self._closed or len(self._items) < self._capacity
