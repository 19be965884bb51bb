"""Hours: a month in Auenland in which the hour has much to do (*Stunden*)."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from adapters.clock import SetClock
from adapters.main import Faden
from adapters.settings import Server
from bots.message import Message
from core import ask, commitment, digest, nudge
from core.ports import Recorded, Via
from projections.packing import packed
from tests.auenland import PEOPLE, found
from tests.crash.child import unmeasured

PATIENCE: Final = 60.0  # seconds
DAYS: Final = 22  # two weeks of silence, Easter and a change of the clocks are in it
FIRST: Final = datetime(2027, 3, 18, tzinfo=UTC)
OPENING: Final = timedelta(hours=7, minutes=5)  # quiet hours are over
DIGESTS: Final = timedelta(hours=8, minutes=5)
MOMENTS: Final = [
    FIRST + timedelta(days=day) + hour
    for day in range(DAYS)
    for hour in (OPENING, DIGESTS)
]
_SAID: Final = (
    ("p-kern", "Bitte an Birkfeld: Mengen liefern bis 30.3."),
    ("p-kern", "ja"),
    ("p-vogt", "Z1 machen wir"),
    ("p-vogt", "ja"),
    ("p-kern", "Bitte an Lindgrund: Pläne bis 24.3."),
    ("p-kern", "ja"),
    ("p-lange", "Z2 machen wir"),
    ("p-lange", "ja"),
    ("p-lange", "Z2 erledigt: liegt im Ordner"),
    ("p-roth", "Bitte an Kreis: Karten bis 2.4."),
    ("p-roth", "ja"),
    ("p-kern", "Abfrage an alle: Wer hat eine Pumpe? bis 25.3."),
    ("p-kern", "ja"),
    ("p-stein", "Überblick täglich"),
    ("p-lindner", "Urlaub vom 22.3. bis 26.3."),
)


def prepare(folder: Path, server: Server | None = None) -> None:
    """Found Auenland, and let its people say what will be due."""
    here = found(folder, server=server)
    for who, text in _SAID:
        here.say(who, text)
    here.faden.close()


def open_at(folder: Path, server: Server | None, moment: int) -> tuple[Faden, SetClock]:
    """Open Auenland at that one of the moments."""
    clock = SetClock(MOMENTS[moment])
    return Faden.open(folder, server=server, clock=clock), clock


def tick(faden: Faden) -> None:
    """Let the hour act; views that lag are waited for."""
    while not faden.tick():
        pass


def play(folder: Path) -> Counter[str]:
    """Let the month pass undisturbed; return what was said."""
    faden, clock = open_at(folder, None, 0)
    with closing(faden):
        for moment in MOMENTS:
            clock.set(moment)
            tick(faden)
            assert faden.reactor.settle(PATIENCE)
        return said(faden)


def said(faden: Faden) -> Counter[str]:
    """Return what the hour wrote down and everything that people were told."""
    events = faden.store.journal.since(0)
    told = Counter(_written(one) for one in events if one.origin.via is Via.POLICY)
    outbox = faden.store.office.outbox
    for who in PEOPLE:
        for posted in outbox.thread(who, limit=10_000):
            message = Message.model_validate(posted.letter.payload)
            told[f"{who}: {message.plain}"] += 1
    return told


def kinds(told: Counter[str]) -> set[str]:
    """Return of which kinds that is, which the month must have."""
    wanted = (
        nudge.Sent,
        digest.Sent,
        commitment.events.CompletionAcceptedBySilence,
        ask.events.Closed,
    )
    return {
        kind.KIND for kind in wanted if any(f'"{kind.KIND}"' in line for line in told)
    }


def _written(one: Recorded) -> str:
    """Return an entry without what chance has given it: pseudonym and position."""
    event = one.event
    if isinstance(event, digest.Sent):
        event = replace(event, upto=0)
    return f"{one.recorded_at:%Y-%m-%d} {packed(event)}"


def start(target: Callable[..., None], *arguments: object) -> BaseProcess:
    """Start a process that is killed at last, forked where all is loaded."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash.hours", "tests.crash.warm"])
    child = context.Process(target=target, args=arguments, daemon=True)
    with unmeasured():
        child.start()
    return child


def live(folder: Path, begin: int, parent: Connection) -> None:
    """Tick from that moment on; tell the number of the moment at every step."""
    faden, clock = open_at(folder, None, begin)
    with closing(faden):
        for n in range(begin, len(MOMENTS)):
            clock.set(MOMENTS[n])
            parent.send(n)
            tick(faden)
            parent.send(n)
            assert faden.reactor.settle(PATIENCE)
        parent.send(len(MOMENTS))


def obey(folder: Path, server: Server, parent: Connection) -> None:
    """Stand still at every moment until told to tick; end when told ``None``."""
    faden, clock = open_at(folder, server, 0)
    with closing(faden):
        parent.send("ready")
        while (moment := parent.recv()) is not None:
            clock.set(MOMENTS[moment])
            parent.send("stands")
            parent.recv()
            tick(faden)
            parent.send("ticked")
            parent.recv()
            if faden.store.leads():  # the other one need not look whether it has
                assert faden.reactor.settle(PATIENCE)
            parent.send("settled")
