"""Backlog: 10,000 messages that came while nobody worked them off.

They lie in the inbox when the program starts. The rate says how fast they are
answered; then the answers are brought by an injected clock, and what one person gets
in a minute at most is counted.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import Final

from adapters.journal.tables import inbox
from adapters.main import Faden
from adapters.office import Posted
from adapters.office.inbox import State
from adapters.office.rows import insert_new
from adapters.office.sender import PACE, Sender
from bots.heard import TextSaid
from core.ports import Via
from tests.auenland import PEOPLE, Watch, found
from tests.bench.measure import Row, row

MESSAGES: Final = 10_000  # source: the issue of asks and nudges, "Speed"
LINES: Final = ("Was ist offen?", "Info: Die Wehre sind geprüft", "Wer macht Wasser?")
PATIENCE: Final = 1  # second


def rows() -> Iterator[Row]:
    """Yield messages per second, and letters to one person in a minute."""
    with tempfile.TemporaryDirectory() as folder:
        watch = Watch()
        _left_lying(Path(folder), watch)
        answered, began = Event(), perf_counter()
        faden = Faden.open(Path(folder), clock=watch)
        faden.listen(answered.set)
        while faden.store.office.inbox.waiting(watch(), 1):
            answered.wait(PATIENCE)
            answered.clear()
        rate = MESSAGES / (perf_counter() - began)
        yield row(f"backlog of {MESSAGES} messages, per second", "sqlite", [rate])
        most = _brought(faden, watch)
        yield row("letters to one person in a minute, at most", "sqlite", [most])
        faden.close()


def _left_lying(folder: Path, watch: Watch) -> None:
    """Let everybody write, and nobody hear it."""
    faden = found(folder, watch).faden
    faden.dispatcher.close()
    people = list(PEOPLE)
    for person in people:
        where = f"T0AUEN/{person}"
        faden.store.office.addresses.link(person, "slack", where, watch()).result(20)
    arrived = [_arrival(n, people[n % len(people)], watch) for n in range(MESSAGES)]
    faden.store.writer.run(
        lambda connection: insert_new(connection, inbox, arrived)
    ).result(60)
    faden.close()


def _arrival(n: int, person: str, watch: Watch) -> dict[str, object]:
    text = f"{LINES[n % len(LINES)]}"
    heard = TextSaid(ref=f"slack/{n}", person=person, via=Via.SLACK, text=text)
    return {
        "ref": heard.ref,
        "channel": Via.SLACK.value,
        "person": person,
        "place": "",
        "payload": heard.model_dump(mode="json"),
        "received_at": watch(),
        "state": State.NEW,
        "attempts": 0,
    }


class _Counting:
    """A platform that takes everything, and counts by person and minute."""

    name = Via.SLACK.value

    def __init__(self, watch: Watch) -> None:
        self.taken: Counter[tuple[str, str]] = Counter()
        self._watch = watch

    def post(self, posted: Posted) -> str:
        """Take a letter."""
        self.taken[posted.letter.person, f"{self._watch():%d %H:%M}"] += 1
        return f"C1/{posted.seq}"


def _brought(faden: Faden, watch: Watch) -> int:
    """Bring all answers; return how many one person got in a minute at most."""
    platform = _Counting(watch)
    sender = Sender(faden.store.office.deliveries, platform, watch)
    while sender.step():
        watch.now += PACE
    assert sum(platform.taken.values()) >= MESSAGES, platform.taken
    return max(platform.taken.values())
