"""Health: what machines ask that watch over Faden (*Überwachung*).

``/healthz`` says that the process lives, ``/readyz`` that it can serve, ``/metrics``
tells figures to whoever has the token; without one only to this machine itself, and
never where a proxy stands before us: through it everybody comes from this machine.
"""

from __future__ import annotations

import asyncio
import hmac
import time
from typing import Final

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.health.figures import Figures
from adapters.health.state import WELL, state
from adapters.web.keys import BEHIND_PROXY, FADEN, apart
from adapters.web.security import LOOPBACK_NAMES, hostname

FIGURES: Final = web.AppKey("figures", Figures)
TOKEN: Final = web.AppKey("metrics_token", str)
WATCHING: Final = frozenset({"/healthz", "/readyz", "/metrics"})
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1"})
_FORWARDED: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Via")
_KIND: Final = "text/plain; version=0.0.4; charset=utf-8"
_GONE: Final = 499  # who asked has left; as nginx counts it
_LOG: Final = structlog.get_logger("web")


async def alive(_request: web.Request) -> web.Response:
    """Say that the process answers."""
    return web.Response(text="ok\n")


async def ready(request: web.Request) -> web.Response:
    """Say whether it can serve, and what is missing."""
    found = await apart(request, state, request.app[FADEN])
    well = all(said == WELL for said in found.values())
    return web.json_response({"ready": well, **found}, status=200 if well else 503)


async def metrics(request: web.Request) -> web.Response:
    """Tell the figures.

    Raises:
        HTTPNotFound: to nobody else, who need not know that there are any.
    """
    if not _may_know(request):
        raise web.HTTPNotFound
    written = await apart(request, request.app[FIGURES].written)
    return web.Response(body=written, headers={"Content-Type": _KIND})


def _may_know(request: web.Request) -> bool:
    token = request.app[TOKEN]
    if token:
        said = request.headers.get("Authorization", "")
        given = said.encode("utf-8", "surrogateescape")  # whatever bytes they were
        return hmac.compare_digest(given, f"Bearer {token}".encode())
    forwarded = request.app[BEHIND_PROXY] or any(
        h in request.headers for h in _FORWARDED
    )
    here = hostname(request) in LOOPBACK_NAMES  # no foreign name that points here
    return request.remote in _LOOPBACK and here and not forwarded


@web.middleware
async def measured(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Measure how long an answer takes, and log it: route, status, time; no words."""
    if request.path in WATCHING:
        return await handler(request)
    begun = time.perf_counter()
    status = 500
    try:
        answer = await handler(request)
        status = answer.status
    except asyncio.CancelledError:
        status = _GONE
        raise
    except web.HTTPException as said:  # a redirection, for one
        status = said.status
        raise
    finally:
        _note(request, status, time.perf_counter() - begun)
    return answer


def _note(request: web.Request, status: int, seconds: float) -> None:
    resource = request.match_info.route.resource
    route = resource.canonical if resource else "–"
    method = request.method if request.method in _METHODS else "–"
    request.app[FIGURES].shown(method, route, status, seconds)
    if not request.app[FADEN].demo and not route.startswith("/static/"):
        _LOG.info(
            "answered",
            method=method,
            route=route,
            status=status,
            ms=round(1e3 * seconds),
        )


_METHODS: Final = frozenset({"DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"})
