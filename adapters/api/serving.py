"""Serving: the routes of the interface, and what stands around every answer.

Cookies count for nothing here, so no page of somebody else's can act with them. Every
error leaves as a problem; unexpected ones are logged by type and place alone.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Final

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.api import document, events, reading, writing
from adapters.api.access import admitted, speech
from adapters.api.catalogue import queries
from adapters.api.commands import acts
from adapters.api.keys import API, Api
from adapters.api.limits import Rate
from adapters.api.operation import PREFIX
from adapters.api.problems import (
    MEDIA,
    SOON,
    Problem,
    ProblemDetails,
    of_as_of,
    of_problem,
    of_refusal,
)
from adapters.api.reading import JSON
from adapters.asof import AsOfError
from adapters.hub import woken_by
from adapters.main import Faden
from adapters.unexpected import asked, whence
from core.errors import Code, Refusal

_KEPT: Final = ("Allow",)
_LOG: Final = structlog.get_logger("api")
_BY_STATUS: Final = {
    404: "not_found",
    405: "method_not_allowed",
    413: "request_too_large",
    421: "foreign_host",
}


def attach(
    app: web.Application,
    faden: Faden,
    threads: ThreadPoolExecutor,
    rate: Rate,
    address_of: Callable[[web.Request], str],
) -> None:
    """Let ``app``, of which ``problems`` is a middleware, answer for ``faden``."""
    app[API] = Api(faden, threads, rate, address_of)
    app.cleanup_ctx.append(_listening)
    app.on_shutdown.append(_end_streams)
    app.add_routes(
        [
            web.get(PREFIX + events.PATH, events.follow, allow_head=False),
            web.get(f"{PREFIX}/openapi.json", _described()),
            *(web.get(PREFIX + one.route, reading.handler(one)) for one in queries()),
            *(web.post(PREFIX + one.route, writing.handler(one)) for one in acts()),
        ]
    )


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer for the interface whatever happens, and with problems only."""
    if not ours(request):
        return await handler(request)
    try:
        return await handler(request)
    except Problem as problem:
        details = of_problem(problem, await speech(request))
        return _response(details, problem.headers)
    except Refusal as refusal:
        details = of_refusal(refusal, await speech(request))
        later = {"Retry-After": str(SOON)} if details.status == _LATER else {}
        return _response(details, later)
    except AsOfError as error:
        return _response(of_as_of(error, await speech(request)), {})
    except TimeoutError:  # the writer is too busy to answer in time
        details = of_refusal(Refusal(Code.OVERLOADED), await speech(request))
        return _response(details, {"Retry-After": str(SOON)})
    except web.HTTPException as error:
        return await _said(request, error)
    except Exception as error:  # noqa: BLE001  (the last place before the socket)
        _LOG.error("unexpected", **whence(error), **asked(request))
        return _response(of_problem(Problem("unexpected"), await speech(request)), {})


_LATER: Final = 503


def ours(request: web.Request) -> bool:
    """Whether a request is for the interface."""
    return request.path.startswith(f"{PREFIX}/") or request.path == PREFIX


async def _said(request: web.Request, error: web.HTTPException) -> web.Response:
    kept = {name: error.headers[name] for name in _KEPT if name in error.headers}
    if isinstance(error, web.HTTPMethodNotAllowed):
        ways = sorted({*error.allowed_methods, "OPTIONS"})
        kept = {"Allow": ",".join(ways)}
        if request.method == "OPTIONS":
            return web.Response(status=204, headers=kept)
    code = _BY_STATUS.get(error.status)
    if code is None:
        raise error
    return _response(of_problem(Problem(code), await speech(request)), kept)


def _response(details: ProblemDetails, headers: dict[str, str]) -> web.Response:
    return web.Response(
        body=details.model_dump_json().encode(),
        status=details.status,
        content_type=MEDIA,
        headers={"Cache-Control": "no-store", "Vary": "Accept-Language", **headers},
    )


def _described() -> Handler:
    body: bytes = b""
    etag = ""

    async def describe(request: web.Request) -> web.Response:
        nonlocal body, etag
        await admitted(request, None)
        reading.acceptable(request, JSON)
        known = reading.known(request)
        if not body:
            body = (await request.app[API].apart(document.text)).encode()
            etag = f'"{sha256(body).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Cache-Control": "no-cache"}
        if etag in known:
            return web.Response(status=304, headers=headers)
        return web.Response(body=body, content_type=JSON, headers=headers)

    return describe


async def _listening(app: web.Application) -> AsyncIterator[None]:
    async for _ in woken_by(app[API].hub, app[API].faden.listen):
        yield


async def _end_streams(app: web.Application) -> None:
    app[API].hub.close()
