"""Page: the whole program with 10,000 items against 100, in one run.

Ratios are of times: how many times as long a page and a chat answer take.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from adapters.web.app import build
from core.commitment.commands import Request
from core.ports import Order, Via
from core.sealed import Sealed
from tests.auenland import Auenland, found
from tests.bench.measure import ROUNDS, Row

FEW: Final = 100  # items; source: issue text, "Speed and memory"
MANY: Final = 10_000
HOLDERS: Final = ("auenburg", "lindgrund", "birkfeld", "steintal", "muehlau")
PAGES: Final = 10  # per round


def rows() -> Iterator[Row]:
    """Yield how many times as long it takes with many items as with few."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_filled(Path(folder, str(n)), n) for n in (FEW, MANY))
        size = f"{MANY} items over {FEW}"
        yield _row(f"page of the board, {size}", _pages, few, many)
        yield _row(f"chat answer, {size}", _answers, few, many)
        few.faden.close()
        many.faden.close()


def _row(
    name: str, work: Callable[[Auenland], float], few: Auenland, many: Auenland
) -> Row:
    ratios = [work(many) / work(few) for _ in range(ROUNDS)]
    spread = (max(ratios) - min(ratios)) / 2
    return Row(name=name, store="sqlite", ratio=median(ratios), spread=spread)


def _filled(folder: Path, count: int) -> Auenland:
    here = found(folder)
    here.faden.demo = True
    today = here.watch().date()
    futures = [
        here.faden.store.journal.submit(
            Order(
                command_id=f"bench/{n}",
                command=Request(
                    forum="wasser",
                    asker="kreis",
                    holder=HOLDERS[n % len(HOLDERS)],
                    what=Sealed(f"Bestand Nummer {n} prüfen"),
                    due=today + timedelta(days=n % 300),
                ),
                stream=None,
                actor="p-kern",
                org="kreis",
                today=today,
                now=here.watch(),
                via=Via.IMPORT,
            )
        )
        for n in range(count)
    ]
    head = max(future.result(60).position for future in futures)
    here.faden.worker.wait(head, 120)
    assert here.faden.reactor.settle(300)
    return here


def _pages(here: Auenland) -> float:
    async def load() -> float:
        server = TestServer(build(here.faden))
        await server.start_server()
        async with ClientSession() as session:
            began = perf_counter()
            for _ in range(PAGES):
                async with session.get(server.make_url("/?forum=wasser")) as answer:
                    assert answer.status == 200
                    await answer.read()
            took = perf_counter() - began
        await server.close()
        return took

    return asyncio.run(load())


def _answers(here: Auenland) -> float:
    began = perf_counter()
    for _ in range(PAGES):
        here.say("p-roth", "Was ist offen?")
    return perf_counter() - began
