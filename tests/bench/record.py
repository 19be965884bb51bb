"""Record: what proofs cost in a long log, and a bundle to write and to check.

Absolute numbers, not ratios; the borders stand in the names.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Final

from adapters.audit.alone import check
from adapters.audit.bundle import lines
from adapters.audit.extent import Request, extent
from adapters.audit.signing import Place
from adapters.audit.source import of_folder
from core.bundle.head import Scope
from core.bundle.verdict import Exit
from core.tree import Tree
from tests.bench.measure import ROUNDS, Row, row
from tests.bench.million import filled, resident

LEAVES: Final = 1_000_000  # source: issue text, "Speed"
EVENTS: Final = 50_000
_ASKED: Final = 1_000  # proofs per round
_MICRO: Final = 1_000_000
_MEGABYTE: Final = 1_000_000
_ROUNDS: Final = 3  # of what takes seconds
_LOOK: Final = 1_000  # lines between two looks at the memory


def rows() -> Iterator[Row]:
    """Yield microseconds and megabytes of the tree, and seconds of a bundle."""
    yield from _of_tree()
    with tempfile.TemporaryDirectory() as name:
        yield from _of_bundle(Path(name))


def _of_tree() -> Iterator[Row]:
    hashes = [sha256(b"%d" % number).digest() for number in range(LEAVES)]
    before, began = resident(), perf_counter()
    tree = Tree(hashes)
    built, grown = perf_counter() - began, resident() - before
    yield _told(f"s to build from {LEAVES} hashes (5)", [built])
    yield _told(f"MB of {LEAVES} leaves (350)", [grown / _MEGABYTE])
    chance = random.Random(1)  # noqa: S311  (the same leaves every time)
    for what, work in {
        "append (20)": lambda: tree.append(hashes[0]),
        "inclusion proof (200)": lambda: tree.inclusion_proof(
            chance.randrange(len(tree))
        ),
        "consistency proof (200)": lambda: tree.consistency_proof(
            chance.randrange(1, len(tree))
        ),
    }.items():
        rounds = [_each(work) for _ in range(ROUNDS)]
        yield _told(f"µs per {what} at {LEAVES}", rounds)


def _each(work: Callable[[], object]) -> float:
    began = perf_counter()
    for _ in range(_ASKED):
        work()
    return (perf_counter() - began) / _ASKED * _MICRO


def _of_bundle(folder: Path) -> Iterator[Row]:
    filled(folder, None, EVENTS).close()
    writing, checking, streamed, grown = [], [], [], []
    for _ in range(_ROUNDS):
        began = perf_counter()
        file, more = _written(folder)
        writing.append(perf_counter() - began)
        streamed.append(more / _MEGABYTE)
        before, began = resident(), perf_counter()
        assert check(file, None, 0, 0).exit is Exit.SOUND
        checking.append(perf_counter() - began)
        grown.append((resident() - before) / _MEGABYTE)
    yield _told(f"s to write a bundle of {EVENTS} events (10)", writing)
    yield _told(f"s to check a bundle of {EVENTS} events (6)", checking)
    yield _told("MB more while writing it", streamed)
    yield _told("MB more after checking it", grown)


def _written(folder: Path) -> tuple[Path, int]:
    """Return the file, and by how much memory grew between its lines."""
    file = folder / "bundle.jsonl"
    place = Place(folder / "log.key", "bench.example/log")
    with of_folder(folder) as source, file.open("wb") as out:
        request = Request(Scope.FULL)
        found = extent(source.log, place, request)
        before = most = resident()
        for number, line in enumerate(lines(source.log, found, request, [])):
            out.write(line)
            if number % _LOOK == 0:
                most = max(most, resident())
    return file, most - before


def _told(what: str, rounds: list[float]) -> Row:
    return row(f"record: {what}", "sqlite", rounds)
