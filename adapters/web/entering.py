"""Entering: one-time links and sessions (*Anmeldung*).

Opening a link changes nothing, as mail programs look ahead; its button uses it up.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.office.sessions import SESSION_LIFE, LinkState
from adapters.office.signins import Seen, Way, What
from adapters.web import cookies
from adapters.web.keys import FADEN, FOUNDING, WANTED, apart
from adapters.web.limits import ENTERING, LIMITS, TooOften
from adapters.web.render import page
from adapters.web.seen import address_of, seen_of
from adapters.web.typed import form
from adapters.web.visit import SESSION, session_of
from projections import people

BACK: Final = "faden-back"  # the cookie that says where somebody wanted to go
KEPT: Final = "faden-kept"  # the one under which what they sent is kept
SENDING: Final = "/weiter"  # where it is sent after all
_SOON: Final = timedelta(minutes=30)
_NAMED: Final = SESSION_LIFE + timedelta(
    days=7
)  # by it what is sent late finds its own


def welcome(request: web.Request, status: int = 200) -> web.Response:
    """Say how to get in, to somebody who is not signed in.

    Where they wanted to go is kept in their browser; what they sent, in ``keeping``.
    """
    request[WANTED] = True
    response = invitation(request, status, kept=bool(cookies.read(request, KEPT)))
    elsewhere = request.path != "/" and not request.path.startswith("/anmelden")
    if request.method == "GET" and elsewhere:
        cookies.put(request, response, BACK, request.path_qs[:2000], _SOON)
    return response


def invitation(request: web.Request, status: int, **more: object) -> web.Response:
    """Return the page that says how to come in; ``more`` says what happened.

    ``kept``: what was sent waits for this browser. ``unkept``: why it does not, with
    ``texts``, the words of it. ``missing``: no address was typed.
    """
    said = {"kept": False, "unkept": "", "texts": (), "missing": False, **more}
    empty = bool(request.app[FOUNDING].digest)
    return page(request, "welcome.html", None, status=status, empty=empty, **said)


async def show_link(request: web.Request) -> web.Response:
    """Offer to use a one-time link up."""
    token = request.match_info["token"]
    state = await apart(request, _state, request.app[FADEN], token)
    return _link_page(request, token, state)


async def use_link(request: web.Request) -> web.StreamResponse:
    """Use a one-time link up and sign its person in."""
    if not request.app[LIMITS].allows(ENTERING, address_of(request)):
        raise TooOften
    faden, token = request.app[FADEN], request.match_info["token"]
    before = await apart(request, _state, faden, token)
    session = await apart(request, _redeem, faden, token, seen_of(request))
    if session is None:
        gone = LinkState.USED if before is LinkState.GOOD else before
        return _link_page(request, token, gone)
    return await signed_in(request, session)


def _link_page(request: web.Request, token: str, state: LinkState) -> web.Response:
    """Offer the link, or say why it is void; one status for every reason."""
    status = 200 if state is LinkState.GOOD else 410
    return page(
        request, "enter.html", None, status=status, token=token, state=state.value
    )


async def leave(request: web.Request) -> web.StreamResponse:
    """Sign out."""
    token = session_of(request)
    if token:
        await apart(request, _end, request.app[FADEN], token, seen_of(request))
    response = see_other("/")
    cookies.drop(request, response, SESSION)
    return response


async def be(request: web.Request) -> web.StreamResponse:
    """In the demonstration, be somebody."""
    faden = request.app[FADEN]
    if not faden.demo:
        raise web.HTTPNotFound
    person = (await form(request)).get("person", "")
    session = await apart(request, _become, faden, person, seen_of(request))
    if session is None:
        raise web.HTTPBadRequest
    return await signed_in(request, session)


async def signed_in(
    request: web.Request, session: str, place: str = ""
) -> web.Response:
    """Let the browser keep its new session; lead to ``place``, or where it would go.

    A session that it had before ends: what was known of it opens nothing any more.
    """
    before = session_of(request)
    if before:
        sessions = request.app[FADEN].store.office.sessions
        await apart(request, lambda: sessions.end(before).result())
    sending = SENDING if cookies.read(request, KEPT) else ""
    response = see_other(
        place or sending or own_place(cookies.read(request, BACK) or "/")
    )
    cookies.put(request, response, SESSION, session, _NAMED)
    cookies.drop(request, response, BACK)
    return response


def _state(faden: Faden, token: str) -> LinkState:
    return faden.store.office.sessions.state_of(token, faden.clock())


def _redeem(faden: Faden, token: str, seen: Seen) -> str | None:
    return faden.store.office.sessions.redeem(token, faden.clock(), seen).result()


def _end(faden: Faden, token: str, seen: Seen) -> None:
    office, now = faden.store.office, faden.clock()
    person = office.sessions.was(token)
    if office.sessions.end(token).result():
        office.signins.note(person, What.OUT, now, seen).result()


def _become(faden: Faden, person: str, seen: Seen) -> str | None:
    with faden.reading() as db:
        if person not in people.everybody(db):
            return None
    sessions = faden.store.office.sessions
    return sessions.begin(person, Way.DEMO, faden.clock(), seen).result()


def own_place(back: str) -> str:
    """Return ``back`` if it is a place on our pages, else the first one."""
    local = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if local and back.isascii() and back.isprintable() else "/"


def see_other(location: str) -> web.Response:
    """Lead to ``location``, with a GET."""
    return web.Response(status=303, headers={"Location": location})
