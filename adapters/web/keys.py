"""Keys: what the application carries for all handlers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, ParamSpec, TypeVar

from aiohttp import web

from adapters.main import Faden

P = ParamSpec("P")
T = TypeVar("T")

FADEN: Final = web.AppKey("faden", Faden)
BEHIND_PROXY: Final = web.AppKey("behind_proxy", bool)


@dataclass
class Ticket:
    """The one-time link by which a region is founded, as SHA-256; empty: used up."""

    digest: bytes = b""


FOUNDING: Final = web.AppKey("founding", Ticket)
HAS_SLACK: Final = web.AppKey("has_slack", bool)
PAGES: Final = web.AppKey("pages", str)
"""Where people open our pages, without a slash at its end; empty: as they ask."""
WANTED: Final = web.RequestKey("wanted", bool)  # to sign in is what is wanted
THREADS: Final = web.AppKey("threads", ThreadPoolExecutor)


async def apart(
    request: web.Request,
    work: Callable[P, T],
    *arguments: P.args,
    **named: P.kwargs,
) -> T:
    """Do ``work``, which reads or waits, in a thread of the application."""
    loop = asyncio.get_running_loop()
    threads = request.app[THREADS]
    return await loop.run_in_executor(threads, lambda: work(*arguments, **named))
