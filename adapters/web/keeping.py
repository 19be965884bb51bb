"""Keeping: what is sent after a session is over is not lost (*Garderobe*).

::

    post after a session --> kept, and a page that says how to come in
    signed in --> a page that shows it and asks --send--> as if nothing had been
                                                --discard--> gone

It is sent as the form that it was, with its own number: sent twice it counts once.
Whoever had the session is the only one to whom it is shown; where that is not known,
and where it is too much, it is given back at once and kept nowhere.
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
    invitation,
    own_place,
    see_other,
    welcome,
)
from adapters.web.formtokens import FIELD
from adapters.web.keys import FADEN, WANTED, apart
from adapters.web.limits import KEEPING, LIMITS
from adapters.web.render import page, stranger
from adapters.web.typed import Unreadable, form, pasted
from adapters.web.visit import FRAGMENT, Visit, session_of, visiting
from bots.locale import N_

MARK: Final = "Faden-Sign-In"  # a header by which our script knows
_NUMBER: Final = "ref"
_SHOWN: Final = "field."
_WORDS: Final = frozenset(
    {"basis", "coordinator", "label", "name", "purpose", "reason", "text", "url"}
)
LONGEST: Final = 200_000  # characters of one thing that is kept
_MOST: Final = 5  # things kept for one browser: it may have several pages open
_UNKEPT: Final = N_(
    "Your session was over, so nothing was sent, and it is not kept here either. "
    "Please copy what you still need before you sign in, and send it again then."
)


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
    """Keep what was sent for whoever had the session, or give it back."""
    try:
        fields = await _fields(request)
    except Unreadable:
        return _given_back(request, response.status, {})
    if not fields.keys() - {_NUMBER}:
        return response
    faden, session = request.app[FADEN], session_of(request)
    office, now = faden.store.office, faden.clock()
    person = await apart(request, office.sessions.was, session)
    short = sum(map(len, fields.values())) <= LONGEST
    if not (person and short and request.app[LIMITS].allows(KEEPING, person)):
        return _given_back(request, response.status, fields)
    one = Kept(person=person, path=request.path, fields=fields)
    token = await apart(request, lambda: office.waiting.keep(one, now).result())
    told = invitation(request, response.status, kept=True)
    told.headers[MARK] = "1"
    _put(request, told, [*_tokens(request), token][-_MOST:])
    cookies.drop(request, told, BACK)
    return told


async def _fields(request: web.Request) -> Mapping[str, str]:
    """Return what is to be kept of a form; a file as if it had been pasted."""
    if request.content_type == "multipart/form-data":
        return {"text": (await pasted(request)).decode("utf-8", "replace")}
    return {k: v for k, v in (await form(request)).items() if k != FIELD}


def _given_back(
    request: web.Request, status: int, fields: Mapping[str, str]
) -> web.Response:
    """Say that nothing was sent or kept, to the only one who knows what it was."""
    if FRAGMENT in request.headers:  # our script leaves it where it was typed
        return web.Response(text=stranger(request).translate(_UNKEPT), status=status)
    return invitation(request, status, unkept=_UNKEPT, texts=_written(fields))


async def show(request: web.Request) -> web.StreamResponse:
    """Show what was kept first, and ask whether it is to be sent."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    for token in _tokens(request):
        kept = await apart(request, _fetch, request.app[FADEN], visit, token)
        if kept is not None:
            return page(
                request, "kept.html", visit, one=kept, said=_written(kept.fields)
            )
    response = see_other(own_place(cookies.read(request, BACK) or "/"))
    cookies.drop(request, response, KEPT)
    return response


def _written(fields: Mapping[str, str]) -> list[str]:
    """Return what somebody wrote themselves, of what they sent."""
    own = (k for k in fields if k in _WORDS or k.startswith(_SHOWN))
    return [fields[name] for name in own if fields[name].strip()]


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


def _fetch(faden: Faden, visit: Visit, token: str) -> Kept | None:
    """Return what was kept, unless it is somebody else's."""
    kept = faden.store.office.waiting.fetch(token, faden.clock()) if token else None
    return kept if kept is not None and kept.person == visit.person else None
