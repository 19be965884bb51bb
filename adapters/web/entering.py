"""Entering: one-time links and sessions (*Anmeldung*).

Opening a link changes nothing, as mail programs look ahead; its button uses it up.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web

from adapters.main import Faden
from adapters.office.sessions import SESSION_LIFE, LinkState
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.security import is_https
from adapters.web.typed import form
from adapters.web.visit import cookie_name
from projections import people


def welcome(request: web.Request, status: int = 200) -> web.Response:
    """Say how to get in, to somebody who is not signed in."""
    return page(request, "welcome.html", None, status=status)


async def show_link(request: web.Request) -> web.Response:
    """Offer to use a one-time link up."""
    token = request.match_info["token"]
    state = await apart(request, _state, request.app[FADEN], token)
    return _link_page(request, token, state)


async def use_link(request: web.Request) -> web.StreamResponse:
    """Use a one-time link up and sign its person in."""
    faden, token = request.app[FADEN], request.match_info["token"]
    before = await apart(request, _state, faden, token)
    session = await apart(request, _redeem, faden, token)
    if session is None:
        gone = LinkState.USED if before is LinkState.GOOD else before
        return _link_page(request, token, gone)
    return _signed_in(request, session)


def _link_page(request: web.Request, token: str, state: LinkState) -> web.Response:
    """Offer the link, or say why it is void; one status for every reason."""
    status = 200 if state is LinkState.GOOD else 410
    return page(
        request, "enter.html", None, status=status, token=token, state=state.value
    )


async def leave(request: web.Request) -> web.StreamResponse:
    """Sign out."""
    token = request.cookies.get(cookie_name(request))
    if token:
        await apart(request, _end, request.app[FADEN], token)
    response = see_other("/")
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


def _signed_in(request: web.Request, session: str) -> web.Response:
    response = see_other("/")
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


def _state(faden: Faden, token: str) -> LinkState:
    return faden.store.office.sessions.state_of(token, faden.clock())


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


def own_place(back: str) -> str:
    """Return ``back`` if it is a place on our pages, else the first one."""
    parts = urlsplit(back)
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if local and not (parts.scheme or parts.netloc) else "/"


def see_other(location: str) -> web.Response:
    """Lead to ``location``, with a GET."""
    return web.Response(status=303, headers={"Location": location})
