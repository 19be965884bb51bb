"""A platform of the tests: it takes what it likes and remembers all it took."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from adapters.clock import SetClock
from adapters.office import Letter, Posted
from adapters.office.sender import PACE, Result, Sender
from adapters.store import Store
from tests.adapters.notebook import MORNING

SECOND = timedelta(seconds=1)


class Platform:
    """Takes every letter unless ``moods`` says something else about its key."""

    name = "slack"

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.called = threading.Event()
        self.asked: list[str] = []
        self.attempts: list[tuple[str, int]] = []
        self.moods: dict[str, Callable[[], Result]] = {}

    def post(self, posted: Posted) -> Result:
        """Take a letter; its name here is its place among all that were taken."""
        key = posted.letter.key
        self.asked.append(key)
        self.attempts.append((key, posted.attempts))
        if key in self.moods:
            result = self.moods[key]()
            if not isinstance(result, str):
                return result
        self.taken.append(key)
        self.called.set()
        return f"{posted.letter.person}/{len(self.taken)}"


def letter(key: str, person: str = "p-1", not_before: datetime | None = None) -> Letter:
    """Return a letter about Z34 for the platform."""
    return Letter(
        key=key,
        channel="slack",
        person=person,
        payload={"title": "Z34"},
        item="Z34",
        version=3,
        not_before=not_before,
    )


def put(store: Store, *letters: Letter) -> None:
    """Lay letters into the outbox."""
    store.office.outbox.put(letters, MORNING).result(20)


def work(sender: Sender, clock: SetClock, rounds: int) -> list[int]:
    """Do so many rounds, as fast as they may follow each other."""
    done = []
    for _ in range(rounds):
        done.append(sender.step())
        clock.pass_by(PACE)
    return done
