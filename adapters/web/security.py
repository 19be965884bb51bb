"""Security: what every answer promises the browser, and which posts are ours.

A post must come from a page of this very host: the browser says so by
``Sec-Fetch-Site`` or ``Origin``, an old one by a token in the form (``formtokens``); or
from a platform that signs what it sends; or from other software with a token, where
cookies count for nothing. In the demonstration only loopback names count as host, so
that no foreign name that points here can act.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.api.serving import ours as by_token
from adapters.web.formtokens import fits, says_nothing
from adapters.web.https import is_https
from adapters.web.keys import FADEN

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # "no-referrer" would hide the Origin of posts
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
LOOPBACK_NAMES: Final = frozenset({"127.0.0.1", "localhost", "::1"})


SIGNED: Final = frozenset({"/slack/events"})  # their handlers ask for a signature


class ForeignPost(web.HTTPForbidden):
    """A post that no page of ours can have sent."""


class ForeignHost(web.HTTPMisdirectedRequest):
    """A demonstration is asked for under a name that is not this machine's."""


async def protect(request: web.Request, response: web.StreamResponse) -> None:
    """Add the promises; registered for every answer before it is sent."""
    response.headers.update(_HEADERS)
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers["Server"] = "Faden"
    if is_https(request):
        response.headers["Strict-Transport-Security"] = "max-age=31536000"


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let only our own pages post.

    Raises:
        ForeignPost: the post comes from elsewhere or does not say whence.
        ForeignHost: the demonstration is addressed under a foreign name.
    """
    if request.app[FADEN].demo and hostname(request) not in LOOPBACK_NAMES:
        raise ForeignHost
    asks = request.method in {"GET", "HEAD", "OPTIONS"}
    signed = request.path in SIGNED or by_token(request)
    if not (asks or signed or await _ours(request)):
        raise ForeignPost
    return await handler(request)


async def _ours(request: web.Request) -> bool:
    if says_nothing(request):
        return await fits(request)
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("Origin")
    if origin is None:
        return site == "same-origin"
    try:
        return urlsplit(origin).netloc.lower() == request.host.lower()
    except ValueError:
        return False


def hostname(request: web.Request) -> str | None:
    """Return under which name it is asked for, without the port."""
    try:
        return urlsplit(f"//{request.host}").hostname
    except ValueError:
        return None
