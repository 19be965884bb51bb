"""Child: the page of a region in a process of its own, forked where all is loaded."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from aiohttp import web

from adapters.main import Faden
from adapters.settings import Server
from adapters.web.app import build

PATIENCE = 30  # seconds
_COVER = "COVERAGE_"


def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "tests.crash.warm"])
    with unmeasured():
        forkserver.ensure_running()
    return context


@contextmanager
def unmeasured() -> Iterator[None]:
    """Let what starts here go without coverage: whatever is killed tells nothing."""
    kept = {name: os.environ[name] for name in os.environ if name.startswith(_COVER)}
    for name in kept:
        del os.environ[name]
    yield
    os.environ.update(kept)


def start(folder: Path, server: Server | None, port: int) -> ForkServerProcess:
    """Serve on ``port``; return when it takes requests."""
    context = _context()
    here, there = context.Pipe()
    process = context.Process(
        target=_serve, args=(folder, server, port, there), daemon=True
    )
    process.start()
    there.close()
    assert here.poll(PATIENCE), "the child does not come up"
    assert here.recv() == "ready"
    here.close()
    return process


def _serve(folder: Path, server: Server | None, port: int, ready: Connection) -> None:
    with _opened(folder, server) as faden:
        asyncio.run(_answer(faden, port, ready))


@contextmanager
def _opened(folder: Path, server: Server | None) -> Iterator[Faden]:
    faden = Faden.open(folder, server=server)
    yield faden
    faden.close()


async def _answer(faden: Faden, port: int, ready: Connection) -> None:
    runner = web.AppRunner(build(faden), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, reuse_address=True).start()
    ready.send("ready")
    await asyncio.Event().wait()
