"""Hooks: which other software is told of every entry (*Andere Programme*).

For coordination. The secret by which the receiver knows us is shown once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from typing import Final

from aiohttp import web

from adapters.hooks.caller import Caller
from adapters.hooks.reach import Reach
from adapters.main import Faden
from adapters.office import Hook
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, PAGES, apart
from adapters.web.render import page
from adapters.web.typed import form
from adapters.web.visit import Visit, visiting
from bots.hooks import cause

REACH: Final = web.AppKey("reach", Reach)
_DIGITS: Final = 9


async def listing(request: web.Request) -> web.Response:
    """Show all receivers."""
    visit = await _coordinator(request)
    return welcome(request) if visit is None else await _page(request, visit)


async def make(request: web.Request) -> web.Response:
    """Tell one more receiver, and show the secret, this once."""
    visit = await _coordinator(request)
    if visit is None:
        return welcome(request, status=403)
    url = (await form(request)).get("url", "").strip()
    if not request.app[REACH].takes(url):
        return await _page(request, visit, typed=url, wrong=True, status=400)
    secret = await apart(request, _make, request.app[FADEN], visit, url)
    return await _page(request, visit, secret=secret, full=not secret)


async def change(request: web.Request) -> web.Response:
    """Go on with a receiver, or tell it nothing any more."""
    visit = await _coordinator(request)
    if visit is None:
        return welcome(request, status=403)
    fields = await form(request)
    hooks = request.app[FADEN].store.office.hooks
    for name, act in (("again", hooks.again), ("end", hooks.end)):
        number = fields.get(name, "")
        if number.isascii() and number.isdigit() and len(number) <= _DIGITS:
            await asyncio.wrap_future(act(int(number)))
    return see_other("/programme")


async def calling(app: web.Application) -> AsyncIterator[None]:
    """Call them as long as the application runs."""
    caller = Caller(app[FADEN], app[REACH], app[PAGES])
    loop = asyncio.get_running_loop()

    def wake() -> None:
        with suppress(RuntimeError):  # the loop has just ended
            loop.call_soon_threadsafe(caller.wake)

    stop = app[FADEN].listen(wake)
    task = asyncio.create_task(caller.run())
    yield
    stop()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _coordinator(request: web.Request) -> Visit | None:
    visit = await visiting(request)
    if visit is not None and not visit.viewer.coordinates:
        raise web.HTTPNotFound
    return visit


async def _page(
    request: web.Request, visit: Visit, *, status: int = 200, **shown: object
) -> web.Response:
    found = await apart(request, _all, request.app[FADEN])
    known: dict[str, object] = {
        "typed": "",
        "wrong": False,
        "secret": "",
        "full": False,
    }
    return page(
        request,
        "hooks.html",
        visit,
        status=status,
        hooks=found,
        cause=cause,
        **{**known, **shown},
    )


def _all(faden: Faden) -> Sequence[Hook]:
    return faden.store.office.hooks.all()


def _make(faden: Faden, visit: Visit, url: str) -> str:
    head = faden.store.journal.head()
    hooks = faden.store.office.hooks
    return hooks.make(visit.person, url, head, faden.clock()).result()
