"""The journal and its views: ours and the peers against the raw driver."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from time import perf_counter
from typing import Final

from adapters.settings import Server
from tests.adapters.notebook import open_notebook
from tests.bench import eventsource_py, library
from tests.bench.contender import TASKS, Basis, Contender, Projecting, Waiting
from tests.bench.eventsource_py import EventsourcePy, OnFile
from tests.bench.library import Library
from tests.bench.measure import ROUNDS, Row, Task, race, row
from tests.bench.ours import Ours
from tests.bench.raw import Raw
from tests.bench.raw_server import RawServer
from tests.server import serving

_READ: Final = 5_000  # events in every log that is read
_READ_BY_PEERS: Final = 1_000  # theirs take longer to fill and to follow
_COMMANDS: Final = 300  # one after the other
_TOGETHER: Final = 40 * TASKS
_READ_BACK: Final = 100  # per round


def rows() -> Iterator[Row]:
    """Yield every case of the journal, on every store."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as open_:
        folder = Path(name)
        raw = open_.enter_context(closing(Raw(folder / "raw")))
        store = open_notebook(folder / "ours")
        ours = open_.enter_context(closing(Ours(store, folder / "views.db")))
        peers: dict[str, Contender] = {
            library.NAME: open_.enter_context(closing(Library.on_sqlite(folder))),
            eventsource_py.NAME: open_.enter_context(closing(OnFile(folder))),
        }
        yield from _cases("sqlite", raw, ours, peers)
    with tempfile.TemporaryDirectory() as name, serving() as server, ExitStack() as on:
        folder = Path(name)
        raw_there = on.enter_context(closing(RawServer(folder, server.fresh())))
        store = open_notebook(folder, server=Server(server.fresh()))
        ours = on.enter_context(closing(Ours(store, folder / "views.db")))
        rivals: dict[str, Contender] = {
            library.NAME: on.enter_context(
                closing(Library.on_postgres(server.fresh()))
            ),
            eventsource_py.NAME: on.enter_context(
                closing(EventsourcePy.on_postgres(server.fresh()))
            ),
        }
        yield from _cases("postgresql", raw_there, ours, rivals)


def footnotes() -> Iterator[str]:
    """Yield what a peer has no row for, and why."""
    for peer in (library, eventsource_py):
        for store, why in peer.LACKS.items():
            yield f"{peer.NAME} on {store}: {why}"


def _cases(
    store: str, raw: Basis, ours: Ours, peers: Mapping[str, Contender]
) -> Iterator[Row]:
    """Yield every case; what reads comes first, while all is of the same length."""
    raw.write(_READ - 1)
    ours.write_together(_READ // TASKS * TASKS)
    ours.write(_READ % TASKS)
    for peer in peers.values():
        peer.write(_READ_BY_PEERS)
    yield from race(
        "replay, decoded, texts joined",
        store,
        Task(ours.replay, _READ),
        Task(raw.replay, _READ),
        {who: Task(peer.replay, _READ_BY_PEERS) for who, peer in peers.items()},
    )
    yield from race(
        "catch-up of a view, 500 events per commit",
        store,
        Task(ours.catch_up, _READ),
        Task(raw.catch_up, _READ),
        {
            who: Task(peer.catch_up, _READ_BY_PEERS)
            for who, peer in peers.items()
            if isinstance(peer, Projecting)
        },
    )
    yield from race(
        "command, sequential, from asyncio",
        store,
        Task(ours.write, _COMMANDS),
        Task(raw.write, _COMMANDS),
        {who: Task(peer.write, _COMMANDS) for who, peer in peers.items()},
    )
    yield from race(
        "command, 64 concurrent, against raw sequential",
        store,
        Task(ours.write_together, _TOGETHER),
        Task(raw.write, _COMMANDS),
        {who: Task(peer.write_together, 5 * TASKS) for who, peer in peers.items()},
    )
    waiting = {
        who: p for who, p in {"": ours, **peers}.items() if isinstance(p, Waiting)
    }
    rounds = {who: [_read_back(p) for _ in range(ROUNDS)] for who, p in waiting.items()}
    for who, found in rounds.items():
        yield row("read-your-writes, median ms", store, found, who)


def _read_back(contender: Waiting) -> float:
    """Return the milliseconds of one command whose effect is read from a view."""
    contender.read_back(1)
    began = perf_counter()
    contender.read_back(_READ_BACK)
    return (perf_counter() - began) * 1_000 / _READ_BACK
