"""Million: what a long log costs, in time per command and in memory.

The log is filled with valid rows: sealed, hashed and numbered as the writer does.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from adapters.journal import leaf
from adapters.settings import Server
from adapters.store import Store
from core.ports import Origin, Via
from core.sealed import Sealed
from tests.adapters.notebook import MORNING, Noted, Write, open_notebook, order, tell
from tests.bench.contender import TEXT
from tests.bench.measure import ROUNDS, Row, row
from tests.bench.raw import Cells, Raw
from tests.bench.raw_server import RawServer
from tests.server import serving

FEW: Final = 1_000  # events; source: issue text, "Speed and memory"
MANY: Final = 1_000_000
_PER_ITEM: Final = 4  # events of one note
_ITEMS: Final = FEW // _PER_ITEM  # of the notes that are written to again
_CHUNK: Final = 20_000  # rows per transaction while filling
_COMMANDS: Final = 200  # per round
_LOOK: Final = 100_000  # events between two looks at the memory
_MEGABYTE: Final = 1_000_000
_CELLS: Final = 5  # of a text; how long it is kept is left out
_ORIGIN: Final = Origin(
    actor="p-1",
    mandate="a/clerk",
    effective_on=date(2026, 11, 23),
    via=Via.IMPORT,
    command_id="",
)


def rows() -> Iterator[Row]:
    """Yield how much dearer a command gets, and how much memory a replay takes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        logs = {n: (folder / str(n), None) for n in (FEW, MANY)}
        yield from _of_store("sqlite", logs)
    with tempfile.TemporaryDirectory() as name, serving() as server:
        there = {n: (Path(name), Server(server.fresh())) for n in (FEW, MANY)}
        yield from _of_store("postgresql", there)


def _of_store(
    store: str, logs: Mapping[int, tuple[Path, Server | None]]
) -> Iterator[Row]:
    few, many = (filled(*logs[n], n) for n in (FEW, MANY))
    costs = [_cost(many, MANY) / _cost(few, FEW) for _ in range(ROUNDS + 1)]
    size = f"{MANY} events over {FEW}"
    yield row(f"million: time per command, {size}", store, costs[1:])
    yield row(f"million: MB more after a replay of {MANY}", store, [_grown(many)])
    few.close()
    many.close()


def filled(folder: Path, server: Server | None, events: int) -> Store:
    """Return a store with so many events."""
    raw = Raw(folder) if server is None else RawServer(folder, server.url)
    with tempfile.TemporaryDirectory() as other:
        codec = open_notebook(Path(other))
        for start in range(1, events, _CHUNK):
            chunk = range(start + 1, min(start + _CHUNK, events) + 1)
            written = [_encoded(codec, position) for position in chunk]
            raw.fill(
                (event for event, _ in written),
                (text for _, texts in written for text in texts),
            )
        codec.close()
    raw.close()
    return open_notebook(folder, server=server)


def _encoded(store: Store, position: int) -> tuple[Cells, list[Cells]]:
    """Return the rows of one event; whoever made the tables took position one."""
    item, nth = divmod(position - 2, _PER_ITEM)
    stream, version, id_ = f"note:N{item + 2}", nth + 1, f"filled/{position}"
    origin = _ORIGIN._replace(command_id=id_)
    encoded = store.codec.encode(Noted(text=Sealed(TEXT)), origin, stream, version)
    at = leaf.microseconds(MORNING)
    header = leaf.header(encoded.kind, at, stream, version)
    hashed = leaf.leaf_hash(header, encoded.state)
    day = origin.effective_on.isoformat()
    event = (position, stream, version, encoded.kind, at, day, id_, 0)
    texts: list[Cells] = [text[:_CELLS] for text in encoded.texts]
    return (*event, encoded.state, hashed), texts


_asked = count()


def _cost(store: Store, events: int) -> float:
    """Return the seconds of a command; every other one is on an older note."""
    spread = events // _PER_ITEM // _ITEMS
    times = []
    for _ in range(_COMMANDS):
        number = next(_asked)
        old = f"note:N{2 + number % (_ITEMS - 1) * spread}"
        asked = order(Write((TEXT,)), old if number % 2 else None)
        began = perf_counter()
        tell(store, asked)
        times.append(perf_counter() - began)
    return median(times)


def _grown(store: Store) -> float:
    """Return by how many megabytes the process grows while it reads everything."""
    sizes = [
        resident()
        for recorded in store.journal.since(0)
        if recorded.position % _LOOK == 0
    ]
    return (max(sizes) - sizes[0]) / _MEGABYTE


def resident() -> int:
    """Return the bytes of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
