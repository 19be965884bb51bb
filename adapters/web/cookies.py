"""Cookies: what a browser keeps for us, out of reach of scripts and other hosts."""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from adapters.web.https import is_https


def named(request: web.Request, name: str) -> str:
    """Return what the cookie is called: bound to this very host where possible.

    Browsers refuse ``__Host-`` without https, with a domain or another path (RFC 6265
    bis, section 4.1.3.2).
    """
    return f"__Host-{name}" if is_https(request) else name


def read(request: web.Request, name: str) -> str:
    """Return what the browser sent, nothing if it sent nothing."""
    return request.cookies.get(named(request, name), "")


def put(
    request: web.Request,
    response: web.StreamResponse,
    name: str,
    value: str,
    life: timedelta,
) -> None:
    """Let the browser keep ``value``."""
    response.set_cookie(
        named(request, name),
        value,
        max_age=int(life.total_seconds()),
        path="/",
        secure=is_https(request),
        httponly=True,
        samesite="Lax",  # a link in a mail must find its reader signed in
    )


def drop(request: web.Request, response: web.StreamResponse, name: str) -> None:
    """Let the browser forget it."""
    secure = is_https(request)
    response.del_cookie(named(request, name), path="/", secure=secure)
