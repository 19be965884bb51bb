"""Waiting: a bounded queue from which everything that waits is taken at once."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

T = TypeVar("T")


class FullError(Exception):
    """There is no room."""


class Waiting(Generic[T]):
    """First in, first out, for one taker and any number of givers.

    ``queue.SimpleQueue`` wakes the taker without a line of Python in between; a
    condition costs every command a tenth of a millisecond.
    """

    def __init__(self, capacity: int) -> None:
        """Hold about ``capacity`` items at most: givers at one instant may pass it."""
        self._capacity = capacity
        self._items: SimpleQueue[T | None] = SimpleQueue()

    def has_room(self) -> bool:
        """Whether one more item would be taken."""
        return self._items.qsize() < self._capacity

    def put(self, item: T) -> None:
        """Add ``item``.

        Raises:
            FullError: there is no room.
        """
        if not self.has_room():
            raise FullError
        self._items.put(item)

    def take(self, most: int) -> list[T]:
        """Wait for items and return up to ``most``; none after ``close``."""
        item = self._items.get()
        if item is None:
            return []
        taken = [item]
        while len(taken) < most:
            try:
                item = self._items.get_nowait()
            except Empty:
                break
            if item is None:  # the end is for the next turn
                self._items.put(None)
                break
            taken.append(item)
        return taken

    def rest(self) -> list[T]:
        """Return what nobody will take any more."""
        left: list[T] = []
        while True:
            try:
                item = self._items.get_nowait()
            except Empty:
                return left
            if item is not None:
                left.append(item)

    def close(self) -> None:
        """Let the taker take what waits, then nothing."""
        self._items.put(None)
