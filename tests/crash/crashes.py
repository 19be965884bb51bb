"""Crashes: a process, or its database, is killed while many talk to it (*Absturz*)."""

from __future__ import annotations

import os
import random
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from adapters.audit.fsck import fsck
from adapters.audit.source import Source
from adapters.journal.codec import Codec
from adapters.main import Faden
from adapters.settings import Server
from core.catalogue import EVENTS
from core.information.events import Recorded
from projections.catalogue import VIEWS
from tests.auenland import PEOPLE, Watch, found
from tests.crash import child
from tests.crash.clients import Clients, numbers, ref

CROWD: Final = 8  # unanswered at once, at every other kill at least
AT_MOST: Final = 16  # acknowledged between two kills
PATIENCE: Final = 30  # seconds
SPEAKERS: Final = tuple(who for who in PEOPLE if who != "p-pruefer")


@dataclass
class Crashes:
    """A region that is served, its clients, and what happened to it."""

    folder: Path
    server: Server | None
    dice: random.Random
    crowds: list[int] = field(default_factory=list)  # unanswered at each kill
    port: int = 0
    clients: Clients = field(init=False)
    process: ForkServerProcess = field(init=False)

    def __post_init__(self) -> None:
        """Found the region, serve it, and let many talk."""
        here = found(self.folder, Watch(datetime.now(UTC)), server=self.server)
        sessions = [_session(here.faden, who) for who in SPEAKERS]
        here.faden.close()
        self.port = _free_port()
        self.clients = Clients(self.port, sessions)
        self.start()

    def start(self) -> None:
        """Serve again."""
        self.process = child.start(self.folder, self.server, self.port)
        self.clients.go_on()

    def kill(self) -> None:
        """Kill the process with SIGKILL at a moment that the dice choose."""
        crowd = CROWD if len(self.crowds) % 2 else 0
        assert self.clients.wait(self.dice.randint(1, AT_MOST), crowd)
        self.clients.pause()
        self.crowds.append(self.clients.unanswered)
        self.process.kill()
        self.process.join(PATIENCE)

    def end(self) -> None:
        """Let everybody finish, then the process."""
        self.clients.end()
        self.process.kill()
        self.process.join(PATIENCE)

    def check(self, source: Source) -> None:
        """Look whether all that was acknowledged is there once, and all fits."""
        with closing(Faden.open(self.folder, server=self.server)) as faden:
            said = self.clients.acknowledged
            assert all(faden.settled(_ref(faden, n), PATIENCE) for n in said)
            texts = [
                recorded.event.text.text or ""
                for recorded in faden.store.journal.since(0)
                if isinstance(recorded.event, Recorded)
            ]
            assert faden.store.office.stuck.all() == []
            assert faden.worker.wait(faden.store.journal.head(), PATIENCE)
        told = Counter(numbers(texts))
        assert {n for n in said if told[n] != 1} == set()
        assert {n for n, times in told.items() if times != 1} == set()
        assert told.keys() <= said | self.clients.given_up
        assert list(fsck(source, Codec(EVENTS), VIEWS, _silent)) == []

    def check_moments(self, kills: int) -> None:
        """Look whether it was killed so often, and in a crowd every other time."""
        assert len(self.crowds) == kills
        crowded = [crowd for crowd in self.crowds if crowd >= CROWD]
        assert len(crowded) * 2 >= kills, self.crowds


@contextmanager
def crashing(folder: Path, server: Server | None) -> Iterator[Crashes]:
    seed = os.environ.get("CRASH_SEED") or str(random.SystemRandom().getrandbits(32))
    print(f"CRASH_SEED={seed} gives the same moments")  # noqa: T201  (if it fails)
    crashes = Crashes(folder, server, random.Random(int(seed)))  # noqa: S311
    try:
        yield crashes
    finally:
        crashes.end()


def _session(faden: Faden, who: str) -> str:
    sessions = faden.store.office.sessions
    link = sessions.link(who, faden.clock()).result(PATIENCE)
    return sessions.redeem(link, faden.clock()).result(PATIENCE) or ""


def _ref(faden: Faden, number: int) -> str:
    """Return under which number of the inbox message ``number`` came."""
    tail = f"/{ref(number)}"
    return next(
        f"web/{who}{tail}"
        for who in SPEAKERS
        if faden.store.office.inbox.get(f"web/{who}{tail}")
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _silent(_part: object, _position: int, _head: int) -> None:
    """Tell nobody."""
