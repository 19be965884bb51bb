"""Rounds: the hour comes round in Auenland, and people read what they were sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from adapters.composing import Wording
from adapters.digesting import Digesting
from bots import digests
from core.digest import Sent
from core.ports import Recorded
from tests.auenland import Auenland

MONDAY: Final = datetime(2027, 3, 22, 8, 0, tzinfo=UTC)  # nine o'clock in Auenburg
LINDNER: Final = "p-lindner"


@dataclass
class Office:
    """The hour comes round, and people read what they were sent."""

    here: Auenland
    wording: Wording = digests.person

    def at(self, moment: datetime) -> None:
        """Let it be ``moment``, and tick twice: nobody hears anything twice."""
        self.here.watch.now = moment
        for _ in range(2):
            self.tick()

    def tick(self) -> None:
        """Let the hour come round."""
        faden = self.here.faden
        faden.worker.wait(faden.store.journal.head(), 10)
        Digesting(faden.store, faden.desk, self.wording).tick(self.here.watch())
        faden.reactor.settle()

    def sent(self) -> list[Recorded]:
        """Return what was recorded of all digests."""
        everything = self.here.faden.store.journal.since(0)
        return [one for one in everything if isinstance(one.event, Sent)]

    def told(self, who: str) -> list[str]:
        """Return the titles of the digests that reached ``who``."""
        return [m.title for _, m in self.here.thread(who) if m.title]


def after(days: int, hours: float = 0) -> datetime:
    return MONDAY + timedelta(days=days, hours=hours)


def events(office: Office, who: str) -> list[Sent]:
    """Return what ``who`` was sent, as it was recorded."""
    found = [one.event for one in office.sent()]
    return [e for e in found if isinstance(e, Sent) and e.to.text == who]
