"""Interface: a list as JSON against a bare handler, and what open streams take.

The server runs in a process of its own. The list has as many rows as a page; the bare
handler sends the same bytes under the same headers that aiohttp itself adds. What
streams take is the memory of the whole server, by the 300 MB that it may take.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from aiohttp import web

from adapters.api.limits import Rate
from adapters.api.operation import PREFIX
from adapters.office.api_tokens import Scope
from adapters.web.app import build
from adapters.web.machines import Machines
from tests.auenland import found
from tests.bench.measure import ROUNDS, Row, row

ITEMS: Final = 200
LINE: Final = "Bitte an Birkfeld: Bestand Nummer {n} prüfen bis 30.4."
CALLERS: Final = 8  # connections
TIMES: Final = 150  # requests of each, per round
STREAMS: Final = 1_000  # source: issue text, "Speed"
MAY_TAKE: Final = 300.0  # MB; source: issue text, "Speed"
_LIST: Final = f"{PREFIX}/commitments?limit=50"
_ANY: Final = Rate(burst=10**9, per_second=10**9)


class Served(NamedTuple):
    """Where both are, and with which token."""

    ours: int
    bare: int
    token: str
    process: int


def rows() -> Iterator[Row]:
    """Yield the ratio of both rates, and what the streams take."""
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files[1], files[1]))
    with _serving() as served:
        ratios = [_ratio(served) for _ in range(ROUNDS)]
        yield row("list as JSON over a bare handler", "sqlite", ratios[1:])
        taken = asyncio.run(_streams(served)) / MAY_TAKE
        yield row(f"memory with {STREAMS} open streams / 300 MB", "sqlite", [taken])


def _ratio(served: Served) -> float:
    bare = asyncio.run(_rate(served.bare, served.token))
    return asyncio.run(_rate(served.ours, served.token)) / bare


async def _rate(port: int, token: str) -> float:
    began = perf_counter()
    await asyncio.gather(*(_call(port, token) for _ in range(CALLERS)))
    return CALLERS * TIMES / (perf_counter() - began)


async def _call(port: int, token: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(TIMES):
        writer.write(_request(_LIST, token))
        head = await reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r")[0]
        await reader.readexactly(int(length))
    writer.close()


async def _streams(served: Served) -> float:
    """Return how many MB the server has while all streams are open."""
    streams = []
    for _ in range(STREAMS):
        reader, writer = await asyncio.open_connection("127.0.0.1", served.ours)
        writer.write(_request(f"{PREFIX}/events", served.token))
        await reader.readuntil(b"retry: 2000")
        streams.append(writer)
    used = _memory(served.process)
    for writer in streams:
        writer.close()
    return used


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1_024


def _request(path: str, token: str) -> bytes:
    said = (
        f"GET {path} HTTP/1.1",
        "Host: 127.0.0.1",
        f"Authorization: Bearer {token}",
        "",
        "",
    )
    return "\r\n".join(said).encode()


@contextmanager
def _serving() -> Iterator[Served]:
    here, there = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    child = context.Process(target=_serve, args=(there,))
    child.start()
    try:
        yield here.recv()
    finally:
        here.send("end")
        child.join(20)


def _serve(parent: Connection) -> None:
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files[1], files[1]))
    asyncio.run(_both(parent))


async def _both(parent: Connection) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here = found(Path(folder, "data"))
        for n in range(ITEMS):
            here.say("p-kern", LINE.format(n=n))
            here.say("p-kern", "ja")
        office, now = here.faden.store.office, here.watch()
        token = office.tokens.give("p-kern", "bench", Scope, now).result(20)
        ours = web.AppRunner(build(here.faden, machines=Machines(rate=_ANY)))
        port = await _started(ours)
        body = await _body(port, token)
        bare = web.AppRunner(_bare(body))
        ports = (port, await _started(bare))
        parent.send(Served(*ports, token, multiprocessing.current_process().pid or 0))
        await asyncio.to_thread(parent.recv)
        await ours.cleanup()
        await bare.cleanup()
        here.faden.close()


async def _started(runner: web.AppRunner) -> int:
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return int(runner.addresses[0][1])


async def _body(port: int, token: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(_request(_LIST, token))
    head = await reader.readuntil(b"\r\n\r\n")
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r")[0]
    body = await reader.readexactly(int(length))
    writer.close()
    return body


def _bare(body: bytes) -> web.Application:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type="application/json")

    app = web.Application()
    app.router.add_get(f"{PREFIX}/commitments", answer)
    return app
