"""Reactor: runs the reactions behind the views, each event once.

Its cursor lies in the office and moves in one transaction with what is posted. On
a fresh store it begins at the head; where it is missing later on, it stops
with a sentence instead of telling everybody everything again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

import structlog

from adapters.desk import Desk
from adapters.dispatch import letter_of
from adapters.store import Store
from bots.reactions import react
from core.errors import Refusal
from core.ports import Clock, Recorded
from projections.worker import Worker

NAME: Final = "reactions"
POLL: Final = 1.0  # seconds between two looks when nobody wakes it

PATIENCE: Final = 10.0  # seconds
GROUP: Final = 100  # events whose messages are posted in one commit

log = structlog.get_logger()


class Reactor:
    """Tells others what somebody did."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        worker: Worker,
        clock: Clock,
        changed: Callable[[], None],
    ) -> None:
        """Call ``changed`` after something was posted."""
        self._store = store
        self._desk = desk
        self._worker = worker
        self._clock = clock
        self._changed = changed
        self._woken = threading.Event()
        self._news = threading.Condition()
        self._seen = 0
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="reactor", daemon=True)

    def start(self) -> None:
        """Begin where it stopped."""
        if self._store.office.outbox.cursor(NAME) is None:
            if self._store.journal.head():
                log.error("reactions have no cursor and stay silent", name=NAME)
                return
            self._store.office.outbox.put([], self._clock(), (NAME, 0)).result()
        self._thread.start()

    def wake(self) -> None:
        """Say that something was written."""
        self._woken.set()

    def close(self) -> None:
        """Stop after the event at hand."""
        self._closing = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def settle(self, timeout: float = PATIENCE) -> bool:
        """Wait until everything recorded so far was reacted to; whether it was."""
        head = self._store.journal.head()
        with self._news:
            return self._news.wait_for(lambda: self._seen >= head, timeout)

    def catch_up(self) -> None:
        """React to everything recorded so far."""
        position = self._store.office.outbox.cursor(NAME) or 0
        self._seen = position
        for group in _groups(self._store.journal.since(position)):
            head = group[-1].position
            if self._closing or not self._worker.wait(head, POLL):
                return
            posts = [post for recorded in group for post in react(self._desk, recorded)]
            letters = [letter_of(post) for post in posts]
            moved = (NAME, head)
            self._store.office.outbox.put(letters, self._clock(), moved).result()
            with self._news:
                self._seen = head
                self._news.notify_all()
            self._changed()

    def _run(self) -> None:
        while not self._closing:
            self._woken.wait(POLL)
            self._woken.clear()
            try:
                self.catch_up()
            except Refusal as refusal:  # the store is away; it is tried again
                log.warning("reactions wait", code=refusal.code.value)
            except Exception as error:  # stays at this event and tries again
                log.exception("reactions failed", kind=type(error).__name__)


def _groups(news: Iterable[Recorded]) -> Iterator[list[Recorded]]:
    left = iter(news)
    while group := list(islice(left, GROUP)):
        yield group
