"""Language: in which one a visitor is spoken to, on every page and in the chat.

Of somebody who is there it is recorded, so that bot, handbook and terminal follow.
The cookie says the language of a browser in which nobody is signed in; where
something could not be recorded it also names for whom, and the page says so.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import own_place, see_other
from adapters.web.https import is_https
from adapters.web.keys import FADEN, apart
from adapters.web.typed import form, number
from adapters.web.visit import LANGUAGE_COOKIE, Visit, visiting
from core.person import Language, SetPreferences
from core.ports import Order, Via

_YEAR: Final = 365 * 24 * 3600  # seconds


async def speak(request: web.Request) -> web.StreamResponse:
    """Speak another language from now on.

    Raises:
        HTTPBadRequest: none of ours, or the form has no number.
    """
    fields = await form(request)
    try:
        language = Language(fields.get("language", ""))
    except ValueError as error:
        raise web.HTTPBadRequest from error
    kept = language.value
    visit = await visiting(request)
    if visit is not None:
        ref = number(fields)
        faden = request.app[FADEN]
        if not await apart(request, _record, faden, visit, language, ref):
            kept = f"{kept}.{visit.person}"
    response = see_other(own_place(fields.get("back", "/")))
    response.set_cookie(
        LANGUAGE_COOKIE,
        kept,
        max_age=_YEAR,
        path="/",
        secure=is_https(request),
        httponly=True,
        samesite="Lax",
    )
    return response


def _record(faden: Faden, visit: Visit, language: Language, ref: str) -> bool:
    """Whether it is recorded now; what was sent twice is recorded once."""
    order = Order(
        command_id=f"web/{visit.person}/{ref}",
        command=SetPreferences(language=language),
        stream=f"person:{visit.person}",
        actor=visit.person,
        org="",
        today=faden.today(),
        now=faden.clock(),
        via=Via.WEB,
    )
    return faden.desk.submit(order).refusal is None
