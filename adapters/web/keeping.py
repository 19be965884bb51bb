"""Keeping: what is sent after a session is over is not lost (*Garderobe*).

::

    post without a session --> kept, and a page that says how to come in
    signed in --> a page that shows it and asks --send--> as if nothing had been
                                                --discard--> gone

It is sent as the form that it was, with its own number: sent twice it counts once.
Whoever had the session is the only one to whom it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.main import Faden
from adapters.office.waiting import KEPT as LIFE
from adapters.office.waiting import Kept
from adapters.web import cookies
from adapters.web.entering import (
    BACK,
    KEPT,
    SENDING,
    own_place,
    see_other,
    welcome,
)
from adapters.web.formtokens import FIELD
from adapters.web.keys import FADEN, WANTED, apart
from adapters.web.render import page
from adapters.web.typed import form
from adapters.web.visit import Visit, session_of, visiting

MARK: Final = "Faden-Sign-In"  # a header by which our script knows
_NUMBER: Final = "ref"
_SHOWN: Final = "field."
_LONGEST: Final = 200_000  # characters of one thing that is kept
_MOST: Final = 5  # things kept for one browser: it may have several pages open


@web.middleware
async def keeping(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keep what could not be taken; forget it once it was."""
    response = await handler(request)
    if request.method != "POST":
        return response
    if request.get(WANTED):
        return await _keep(request, response)
    if _tokens(request) and response.status < web.HTTPBadRequest.status_code:
        await _sent(request, response)
    return response


async def _keep(
    request: web.Request, response: web.StreamResponse
) -> web.StreamResponse:
    if request.content_type != "application/x-www-form-urlencoded":
        return response
    fields = {k: v for k, v in (await form(request)).items() if k != FIELD}
    if not fields.keys() - {_NUMBER} or sum(map(len, fields.values())) > _LONGEST:
        return response
    faden, session = request.app[FADEN], session_of(request)
    token = await apart(request, _kept, faden, session, request.path, fields)
    told = page(
        request, "welcome.html", None, status=response.status, kept=True, empty=False
    )
    told.headers[MARK] = "1"
    _put(request, told, [*_tokens(request), token][-_MOST:])
    cookies.drop(request, told, BACK)
    return told


async def show(request: web.Request) -> web.StreamResponse:
    """Show what was kept first, and ask whether it is to be sent."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    for token in _tokens(request):
        kept = await apart(request, _fetch, request.app[FADEN], visit, token)
        if kept is not None:
            return page(request, "kept.html", visit, one=kept, said=_said(kept))
    response = see_other(own_place(cookies.read(request, BACK) or "/"))
    cookies.drop(request, response, KEPT)
    return response


def _said(kept: Kept) -> list[str]:
    """Return what somebody typed, of what was kept."""
    typed = (k for k in kept.fields if k == "text" or k.startswith(_SHOWN))
    return [kept.fields[name] for name in typed]


async def discard(request: web.Request) -> web.StreamResponse:
    """Throw away what is shown."""
    visit = await visiting(request)
    if visit is None:
        response = welcome(request, status=403)
        request[WANTED] = False  # the wish to throw away is none to be kept
        return response
    response = see_other("/")
    for token in _tokens(request):
        if await apart(request, _fetch, request.app[FADEN], visit, token) is not None:
            await _forget(request, response, token)
            break
    return response


async def _sent(request: web.Request, response: web.StreamResponse) -> None:
    """Forget what was kept for this very page and has this number."""
    number = (await form(request)).get(_NUMBER, "")
    waiting, now = request.app[FADEN].store.office.waiting, request.app[FADEN].clock()
    for token in _tokens(request):
        kept = await apart(request, waiting.fetch, token, now)
        same = kept is not None and kept.path == request.path
        if same and kept is not None and kept.fields.get(_NUMBER, "") == number:
            await _forget(request, response, token)


async def _forget(
    request: web.Request, response: web.StreamResponse, token: str
) -> None:
    """Throw one away, and lead on to the next if there is one."""
    waiting = request.app[FADEN].store.office.waiting
    await apart(request, lambda: waiting.forget(token).result())
    others = [one for one in _tokens(request) if one != token]
    if not others:
        cookies.drop(request, response, KEPT)
        return
    _put(request, response, others)
    if response.status == web.HTTPSeeOther.status_code:
        response.headers["Location"] = SENDING


def _tokens(request: web.Request) -> list[str]:
    """Return under which tokens something is kept for this browser, oldest first."""
    return [one for one in cookies.read(request, KEPT).split(".")[:_MOST] if one]


def _put(
    request: web.Request, response: web.StreamResponse, tokens: Sequence[str]
) -> None:
    cookies.put(request, response, KEPT, ".".join(tokens), LIFE)


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
