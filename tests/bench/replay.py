"""Replay: how a decision came about, among many events and among few.

The log of the county is filled behind the decision with valid rows of one kind, sealed,
hashed and numbered as the writer does. One ratio, which should be 1.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from adapters.audit.replay import Asked, replay
from adapters.journal import leaf
from adapters.journal.codec import Codec
from adapters.main import Faden
from adapters.store import FILE
from core.catalogue import EVENTS
from core.person import Admitted
from core.ports import Origin, Via
from projections.viewer import MACHINE
from tests.auenland import Auenland, found
from tests.ballots import ratifying, resolved
from tests.bench.measure import ROUNDS, Row, row

FEW: Final = 10_000  # events; source: issue text, "Speed"
MANY: Final = 1_000_000
_TIMES: Final = 20  # replays per round
_CHUNK: Final = 20_000  # rows per transaction while filling
_PATIENCE: Final = 3_600.0  # seconds until the views have read everything
_EVENT: Final = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?)"
_LAST: Final = "SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1"


def rows() -> Iterator[Row]:
    """Yield how much dearer a replay is in the long log, and what it takes there."""
    with tempfile.TemporaryDirectory() as name:
        few, many = (_filled(Path(name) / str(n), n) for n in (FEW, MANY))
        with closing(few.faden), closing(many.faden):
            costs = [(_cost(few), _cost(many)) for _ in range(ROUNDS + 1)][1:]
    size = f"{MANY} events over {FEW}"
    ratios = [dear / cheap for cheap, dear in costs]
    yield row(f"replay: time of a decision, {size}", "sqlite", ratios)
    yield row(f"replay: ms there among {MANY}", "sqlite", [m * 1000 for _, m in costs])


def _filled(folder: Path, events: int) -> Auenland:
    """Return a county with a decision, and with so many events behind it."""
    here = found(folder)
    resolved(here, ratifying(here))
    here.faden.close()
    codec = Codec(EVENTS)
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as raw:
        head, at = raw.execute(_LAST).fetchone()
        for start in range(head, events, _CHUNK):
            chunk = range(start + 1, min(start + _CHUNK, events) + 1)
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(_EVENT, (_cells(codec, number, at) for number in chunk))
            raw.execute("COMMIT")
    here.faden = Faden.open(folder, clock=here.watch)
    assert here.faden.worker.wait(events, _PATIENCE)
    return here


def _cells(codec: Codec, position: int, at: int) -> tuple[object, ...]:
    day, id_ = date(2027, 5, 11), f"filled/{position}"
    origin = Origin(
        actor="operator",
        mandate="/operator",
        effective_on=day,
        via=Via.IMPORT,
        command_id=id_,
    )
    stream = f"person:filled-{position}"
    encoded = codec.encode(Admitted(), origin, stream, 1)
    header = leaf.header(encoded.kind, at, stream, 1)
    hashed = leaf.leaf_hash(header, encoded.state)
    known = (position, stream, 1, encoded.kind, at, day.isoformat(), id_, 0)
    return (*known, encoded.state, hashed)


def _cost(here: Auenland) -> float:
    """Return the seconds of a replay."""
    faden, times = here.faden, []
    for _ in range(_TIMES):
        asked = Asked(
            ref="B1",
            until=faden.store.journal.head(),
            viewer=MACHINE,
            speech=faden.speech(None),
            zone=faden.desk.zone(),
        )
        began = perf_counter()
        with faden.reading() as db:
            shown = replay(faden.store.journal, faden.proving, db, asked)
        times.append(perf_counter() - began)
        assert shown is not None
    return median(times)
