"""Slack: how somebody signed in connects their account there, and ends that.

The code is shown once, to the person it belongs to; in Slack it proves who writes.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, HAS_SLACK, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting

CHANNEL: Final = "slack"


async def show(request: web.Request) -> web.Response:
    """Show whether the visitor is connected, and how to be."""
    visit = await _visit(request)
    return welcome(request) if visit is None else await _page(request, visit, "")


async def give_code(request: web.Request) -> web.Response:
    """Show a new code; one shown before is void."""
    visit = await _visit(request)
    if visit is None:
        return welcome(request, status=403)
    code = await apart(request, _code, request.app[FADEN], visit)
    return await _page(request, visit, code)


async def end(request: web.Request) -> web.Response:
    """End the connection."""
    visit = await _visit(request)
    if visit is None:
        return welcome(request, status=403)
    await apart(request, _end, request.app[FADEN], visit)
    return see_other("/slack")


async def _visit(request: web.Request) -> Visit | None:
    if not request.app[HAS_SLACK]:
        raise web.HTTPNotFound
    return await visiting(request)


async def _page(request: web.Request, visit: Visit, code: str) -> web.Response:
    linked = await apart(request, _linked, request.app[FADEN], visit)
    return page(request, "slack.html", visit, code=code, linked=linked)


def _code(faden: Faden, visit: Visit) -> str:
    return faden.store.office.codes.give(visit.person, CHANNEL, faden.clock()).result()


def _end(faden: Faden, visit: Visit) -> None:
    faden.store.office.addresses.unlink(visit.person, CHANNEL).result()


def _linked(faden: Faden, visit: Visit) -> bool:
    addresses = faden.store.office.addresses
    return addresses.address(visit.person, CHANNEL) is not None
