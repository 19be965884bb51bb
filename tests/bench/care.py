"""Care: the desk of coordination with fifty forums behind it, over HTTP.

``pages … per core`` is how many pages a second of the server's processor time makes,
by the 200 that are wanted; ``p99`` is the wanted 100 ms by the 99th percentile while
fifty connections ask at once. Both are fulfilled at 1 and above.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Final

from aiohttp import ClientSession, TCPConnector
from aiohttp.test_utils import TestServer

from adapters.web.app import build
from core import forum
from core.commitment.commands import Promise, Request
from core.decision.commands import Open
from core.facts import Seat
from core.ports import Order, Via
from core.sealed import Sealed
from tests.auenland import Auenland, found
from tests.ballots import MAYORS, proposal
from tests.bench.measure import Row

FORUMS: Final = 50  # source: issue text, "Speed"
COMMITMENTS: Final = 5_000
DECISIONS: Final = 500
PAGES_A_SECOND: Final = 200
P99: Final = 0.1  # seconds
AT_ONCE: Final = 50
ROUNDS: Final = 3
GROUP: Final = 500  # orders handed to the writer at once
EACH: Final = 20  # pages of one connection in a round
HOLDERS: Final = tuple(MAYORS)


def rows() -> Iterator[Row]:
    """Yield by how much the desk keeps what is wanted."""
    size = f"{FORUMS} forums, {COMMITMENTS} commitments, {DECISIONS} decisions"
    with tempfile.TemporaryDirectory() as folder:
        here = _filled(Path(folder))
        rates, slowest = asyncio.run(_asked(here))
        here.faden.close()
    yield _row(f"desk per core, by 200/s: {size}", rates)
    yield _row(f"desk p99 at {AT_ONCE} at once, 100 ms by it", slowest)


def _row(name: str, ratios: list[float]) -> Row:
    spread = (max(ratios) - min(ratios)) / 2
    return Row(name=name, store="sqlite", ratio=median(ratios), spread=spread)


async def _asked(here: Auenland) -> tuple[list[float], list[float]]:
    server = TestServer(build(here.faden))
    await server.start_server()
    sessions = here.faden.store.office.sessions
    link = sessions.link("p-kern", here.watch()).result()
    cookie = str(sessions.redeem(link, here.watch()).result())
    address = str(server.make_url("/schreibtisch"))
    rates: list[float] = []
    slowest: list[float] = []
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for number in range(ROUNDS + 1):
            began = process_time()
            took = await loop.run_in_executor(pool, ask, address, cookie)
            if number:  # the first round warms up
                pages = AT_ONCE * EACH
                rates.append(pages / (process_time() - began) / PAGES_A_SECOND)
                slowest.append(P99 / quantiles(took, n=100)[98])
    await server.close()
    return rates, slowest


def ask(address: str, cookie: str) -> list[float]:
    """Ask with fifty connections at once; return how long each page took (seconds)."""
    return asyncio.run(_ask(address, cookie))


async def _ask(address: str, cookie: str) -> list[float]:
    took: list[float] = []
    jar = {"faden": cookie}
    async with ClientSession(connector=TCPConnector(limit=AT_ONCE)) as session:

        async def one() -> None:
            for _ in range(EACH):
                began = perf_counter()
                async with session.get(address, cookies=jar) as answer:
                    assert answer.status == 200
                    await answer.read()
                took.append(perf_counter() - began)

        await asyncio.gather(*(one() for _ in range(AT_ONCE)))
    return took


def _filled(folder: Path) -> Auenland:
    """Return a region with so many threads in all its forums."""
    here = found(folder)
    places = [f"f{number}" for number in range(FORUMS)]
    for place in places:
        proposed = forum.Propose(
            name=f"Forum {place}",
            kind=forum.ForumKind.FIELD,
            fields=("wasser",),
            purpose=Sealed("Gemeinsam"),
            lead="kreis",
        )
        here.order(f"forum:{place}", proposed)
        here.order(f"forum:{place}", forum.Constitute())
        seats = dict.fromkeys(HOLDERS, Seat.VOTE)
        here.order(f"forum:{place}", forum.SetSeats(seats=seats))
    today = here.watch().date()
    _give(
        here,
        [
            Request(
                forum=places[n % FORUMS],
                asker="kreis",
                holder=HOLDERS[n % len(HOLDERS)],
                what=Sealed(f"Bestand Nummer {n} prüfen"),
                due=today + timedelta(days=1 + n % 300),
            )
            for n in range(COMMITMENTS)
        ],
    )
    _give(here, [proposal(forum=places[n % FORUMS]) for n in range(DECISIONS)])
    opened = [f"decision:B{n}" for n in range(1, DECISIONS + 1)]
    _give(here, [Open()] * DECISIONS, opened)
    kept = range(1, COMMITMENTS, 5)
    for org, who in MAYORS.items():
        mine = [n for n in kept if HOLDERS[(n - 1) % len(HOLDERS)] == org]
        streams = [f"commitment:Z{n}" for n in mine]
        _give(here, [Promise()] * len(mine), streams, who, org)
    here.faden.tick()
    assert here.faden.reactor.settle(600)
    return here


def _give(
    here: Auenland,
    commands: list[object],
    streams: list[str] | None = None,
    who: str = "p-kern",
    org: str = "kreis",
) -> None:
    for begin in range(0, len(commands), GROUP):
        futures = [
            here.faden.store.journal.submit(
                Order(
                    command_id=f"bench/{here.said}/{begin + n}",
                    command=command,
                    stream=streams[begin + n] if streams else None,
                    actor=who,
                    org=org,
                    today=here.watch().date(),
                    now=here.watch(),
                    via=Via.IMPORT,
                )
            )
            for n, command in enumerate(commands[begin : begin + GROUP])
        ]
        answers = [future.result(120) for future in futures]
        assert not [one.refusal for one in answers if one.refusal]
        here.faden.worker.wait(max(one.position for one in answers), 120)
    here.said += 1
