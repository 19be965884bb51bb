"""Recent: what was read for a page, for as long as nothing has changed (*Gelesenes*).

::

    shelf: stamp --another--> everything on it is forgotten
           key --first asked--> read once, while others who ask for it wait --> kept
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Final, TypeVar, cast

T = TypeVar("T")
_MOST: Final = 512  # answers of a shelf; more people seldom look at one moment


class _Slot:
    """One answer, once somebody has read it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.answers: list[object] = []


class _Shelf:
    """The answers of one stamp."""

    def __init__(self, stamp: Hashable) -> None:
        self.stamp = stamp
        self.slots: dict[Hashable, _Slot] = {}


class Recent:
    """Answers on shelves, each with a stamp of its own; asked from many threads.

    ``commits`` rises with every commit of this process, of the office alone too.
    """

    def __init__(self, on_commit: Callable[[Callable[[int], None]], None]) -> None:
        """Begin without any; ``on_commit`` takes what is to be called by the writer."""
        self.commits = 0
        self._lock = threading.Lock()
        self._shelves: dict[str, _Shelf] = {}
        on_commit(self._committed)

    def _committed(self, _position: int) -> None:
        self.commits += 1

    def get(
        self, shelf: str, stamp: Hashable, key: Hashable, read: Callable[[], T]
    ) -> T:
        """Return the answer for ``key``, which is read once as long as ``stamp`` lasts.

        ``stamp`` must be taken before anything is read: then an answer may be newer
        than it says, and never older.
        """
        slot = self._slot(shelf, stamp, key)
        with slot.lock:
            if not slot.answers:
                slot.answers.append(read())
            return cast("T", slot.answers[0])

    def known(self, shelf: str, stamp: Hashable, key: Hashable) -> object | None:
        """Return the answer for ``key`` if it was read already; never waits for it."""
        with self._lock:
            found = self._shelves.get(shelf)
            if found is None or found.stamp != stamp or key not in found.slots:
                return None
            return next(iter(found.slots[key].answers), None)

    def _slot(self, shelf: str, stamp: Hashable, key: Hashable) -> _Slot:
        with self._lock:
            found = self._shelves.get(shelf)
            if found is None or found.stamp != stamp or len(found.slots) >= _MOST:
                found = self._shelves[shelf] = _Shelf(stamp)
            return found.slots.setdefault(key, _Slot())

    def forget(self) -> None:
        """Keep nothing, as some of it was erased."""
        with self._lock:
            self._shelves = {}
