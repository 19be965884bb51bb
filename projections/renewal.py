"""Renewal: views of another version, built anew at the start (*Erneuerung*).

::

    wanted --run--> renewed, or failed; when none is left, all can be read
           --busy or lost--> wanted

Until then their live tables are those of another program, and not to be read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final, TypeAlias

from sqlalchemy.exc import OperationalError

from projections.rebuild import GivenUpError

_PAUSE: Final = 0.5  # seconds until the tables are tried again
Progress: TypeAlias = Callable[[str, int, int], None]
"""Gets name, position and head of the log after every batch."""


class _EndedError(Exception):
    """The program ends; whoever comes next goes on with what is half built."""


class Renewal:
    """Which views are renewed, and how far that is."""

    def __init__(
        self,
        rebuild: Callable[[str, Progress], None],
        failed: Callable[[str, Exception], None],
    ) -> None:
        """Renew with ``rebuild``; whatever it raises is told to ``failed``."""
        self._rebuild = rebuild
        self._failed = failed
        self._parts: dict[str, float] = {}  # what is done of each, from 0 to 1
        self._left: list[str] = []
        self._turn = threading.Lock()
        self._ending = threading.Event()

    def want(self, noun: str) -> None:
        """Let ``noun`` be renewed, too."""
        self._parts[noun] = 0
        self._left.append(noun)

    def percent(self) -> int | None:
        """Return how much is done, from 0 to 99; ``None`` once all can be read."""
        with self._turn:
            if not self._left:
                return None
            return min(int(100 * sum(self._parts.values()) / len(self._parts)), 99)

    def end(self) -> None:
        """Let ``run`` end after the batch at hand."""
        self._ending.set()

    def run(self) -> None:
        """Renew one after the other; if one fails, only that stands still."""
        while self._left and not self._ending.is_set():
            noun = self._left[0]
            try:
                self._rebuild(noun, self._note)
            except _EndedError:
                return
            except (GivenUpError, OperationalError):
                self._ending.wait(_PAUSE)
                continue
            except Exception as error:  # noqa: BLE001  (shown by the worker's health)
                self._failed(noun, error)
            with self._turn:
                self._parts[noun] = 1
                del self._left[0]

    def _note(self, _name: str, position: int, head: int) -> None:
        if self._ending.is_set():
            raise _EndedError
        with self._turn:
            self._parts[self._left[0]] = position / max(head, 1)
