"""Entering: one-time links, sessions, languages (*Anmeldung*).

Opening a link changes nothing, as mail programs look ahead; its button uses it up.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from adapters.main import Faden
from adapters.office.sessions import SESSION_LIFE
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.security import is_https
from adapters.web.typed import form
from adapters.web.visit import LANGUAGE_COOKIE, cookie_name
from bots.locale import LANGUAGES
from projections import people

_YEAR: Final = 365 * 24 * 3600  # seconds


def welcome(request: web.Request, status: int = 200) -> web.Response:
    """Say how to get in, to somebody who is not signed in."""
    return page(request, "welcome.html", None, status=status)


async def show_link(request: web.Request) -> web.Response:
    """Offer to use a one-time link up."""
    return page(
        request, "enter.html", None, token=request.match_info["token"], void=False
    )


async def use_link(request: web.Request) -> web.StreamResponse:
    """Use a one-time link up and sign its person in."""
    session = await apart(
        request, _redeem, request.app[FADEN], request.match_info["token"]
    )
    if session is None:
        return page(request, "enter.html", None, status=410, token="", void=True)
    return _signed_in(request, session)


async def leave(request: web.Request) -> web.StreamResponse:
    """Sign out."""
    token = request.cookies.get(cookie_name(request))
    if token:
        await apart(request, _end, request.app[FADEN], token)
    response = _see_other("/")
    response.del_cookie(cookie_name(request), path="/", secure=is_https(request))
    return response


async def be(request: web.Request) -> web.StreamResponse:
    """In the demonstration, be somebody."""
    faden = request.app[FADEN]
    if not faden.demo:
        raise web.HTTPNotFound
    person = (await form(request)).get("person", "")
    session = await apart(request, _become, faden, person)
    if session is None:
        raise web.HTTPBadRequest
    return _signed_in(request, session)


async def speak(request: web.Request) -> web.StreamResponse:
    """Remember in which language this browser wants its pages."""
    fields = await form(request)
    language = fields.get("language", "")
    if language not in LANGUAGES:
        raise web.HTTPBadRequest
    response = _see_other(_own(fields.get("back", "/")))
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        max_age=_YEAR,
        path="/",
        secure=is_https(request),
        httponly=True,
        samesite="Lax",
    )
    return response


def _signed_in(request: web.Request, session: str) -> web.Response:
    response = _see_other("/")
    response.set_cookie(
        cookie_name(request),
        session,
        max_age=int(SESSION_LIFE.total_seconds()),
        path="/",
        secure=is_https(request),
        httponly=True,
        samesite="Lax",  # a link in a mail must find its reader signed in
    )
    return response


def _redeem(faden: Faden, token: str) -> str | None:
    return faden.store.office.sessions.redeem(token, faden.clock()).result()


def _end(faden: Faden, token: str) -> None:
    faden.store.office.sessions.end(token).result()


def _become(faden: Faden, person: str) -> str | None:
    with faden.reading() as db:
        if person not in people.everybody(db):
            return None
    link = faden.store.office.sessions.link(person, faden.clock()).result()
    return _redeem(faden, link)


def _own(back: str) -> str:
    """Return ``back`` if it is a place on our pages, else the first one."""
    parts = urlsplit(back)
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if local and not (parts.scheme or parts.netloc) else "/"


def _see_other(location: str) -> web.Response:
    return web.Response(status=303, headers={"Location": location})
