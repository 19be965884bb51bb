"""Keeping: what is sent after a session is over is not lost (*Garderobe*).

::

    post without a session --> kept, and a page that says how to come in
    signed in --> a page that shows it and asks --send--> as if nothing had been
                                                --discard--> gone

It is sent as the form that it was, with its own number: sent twice it counts once.
Whoever had the session is the only one to whom it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.main import Faden
from adapters.office.waiting import KEPT as LIFE
from adapters.office.waiting import Kept
from adapters.web import cookies
from adapters.web.entering import BACK, KEPT, own_place, see_other, welcome
from adapters.web.formtokens import FIELD
from adapters.web.keys import FADEN, WANTED, apart
from adapters.web.render import page
from adapters.web.typed import form
from adapters.web.visit import Visit, session_of, visiting

MARK: Final = "Faden-Sign-In"  # a header by which our script knows
_NUMBER: Final = "ref"
_SHOWN: Final = "field."
_LONGEST: Final = 200_000  # characters of all that is kept


@web.middleware
async def keeping(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keep what could not be taken; forget it once it was."""
    response = await handler(request)
    if request.method != "POST":
        return response
    if request.get(WANTED):
        return await _keep(request, response)
    token = cookies.read(request, KEPT)
    if token and response.status < web.HTTPBadRequest.status_code:
        await _forget(request, response, token)
    return response


async def _keep(
    request: web.Request, response: web.StreamResponse
) -> web.StreamResponse:
    fields = {k: v for k, v in (await form(request)).items() if k != FIELD}
    if not fields.keys() - {_NUMBER} or sum(map(len, fields.values())) > _LONGEST:
        return response
    faden, session = request.app[FADEN], session_of(request)
    token = await apart(request, _kept, faden, session, request.path, fields)
    told = page(request, "welcome.html", None, status=response.status, kept=True)
    told.headers[MARK] = "1"
    cookies.put(request, told, KEPT, token, LIFE)
    cookies.drop(request, told, BACK)
    return told


async def show(request: web.Request) -> web.StreamResponse:
    """Show what was kept, and ask whether it is to be sent."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    token = cookies.read(request, KEPT)
    kept = await apart(request, _fetch, request.app[FADEN], visit, token)
    if kept is None:
        response = see_other(own_place(cookies.read(request, BACK) or "/"))
        cookies.drop(request, response, KEPT)
        return response
    said = [v for k, v in kept.fields.items() if k == "text" or k.startswith(_SHOWN)]
    return page(request, "kept.html", visit, one=kept, said=said)


async def discard(request: web.Request) -> web.StreamResponse:
    """Throw away what was kept."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    response = see_other("/")
    await _forget(request, response, cookies.read(request, KEPT), anywhere=True)
    return response


async def _forget(
    request: web.Request,
    response: web.StreamResponse,
    token: str,
    *,
    anywhere: bool = False,
) -> None:
    """Forget what was kept if it was for this page, or in any case."""
    waiting, now = request.app[FADEN].store.office.waiting, request.app[FADEN].clock()
    kept = await apart(request, waiting.fetch, token, now)
    if anywhere or kept is None or kept.path == request.path:
        await apart(request, lambda: waiting.forget(token).result())
        cookies.drop(request, response, KEPT)


def _kept(faden: Faden, session: str, path: str, fields: Mapping[str, str]) -> str:
    office = faden.store.office
    person = office.sessions.was(session) if session else ""
    one = Kept(person=person, path=path, fields=fields)
    return office.waiting.keep(one, faden.clock()).result()


def _fetch(faden: Faden, visit: Visit, token: str) -> Kept | None:
    """Return what was kept, unless it is somebody else's."""
    kept = faden.store.office.waiting.fetch(token, faden.clock()) if token else None
    theirs = kept is not None and kept.person not in {"", visit.person}
    return None if theirs else kept
