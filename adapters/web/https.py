"""Https: whether a browser talks to us under lock and key."""

from __future__ import annotations

from aiohttp import web

from adapters.web.keys import BEHIND_PROXY


def is_https(request: web.Request) -> bool:
    """Whether the browser speaks https, with us or with the proxy before us.

    What a request says of itself counts only where a proxy is known to say it.
    """
    if not request.app[BEHIND_PROXY]:
        return request.secure
    proxied = request.headers.get("X-Forwarded-Proto", "").partition(",")[0].strip()
    return request.secure or proxied == "https"
