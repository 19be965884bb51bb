"""Https: whether a browser talks to us under lock and key, and under which name."""

from __future__ import annotations

from aiohttp import web

from adapters.web.keys import BEHIND_PROXY, PAGES


def is_https(request: web.Request) -> bool:
    """Whether the browser speaks https, with us or with the proxy before us.

    What a request says of itself counts only where a proxy is known to say it.
    """
    if not request.app[BEHIND_PROXY]:
        return request.secure
    proxied = request.headers.get("X-Forwarded-Proto", "").partition(",")[0].strip()
    return request.secure or proxied == "https"


def origin(request: web.Request) -> str:
    """Return under which address people open our pages, without a slash at its end.

    Where it was set with https it is that, whatever a request says of itself; a
    machine without a name of its own is called as the browser calls it.
    """
    named = request.app[PAGES]
    if named.startswith("https://"):
        return named
    return f"{'https' if is_https(request) else 'http'}://{request.host}"
