"""Errors: every answer that is none becomes a page with a way on.

Unexpected ones are logged by type and place, never with what people typed.
"""

from __future__ import annotations

from typing import Final

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.asof import AsOfError
from adapters.audit.leaves import DamagedError
from adapters.unexpected import asked, whence
from adapters.web.render import page, stranger
from adapters.web.security import ForeignHost, ForeignPost
from adapters.web.typed import Unreadable
from adapters.web.visit import VISIT, visiting
from bots import refusals
from bots.locale import N_
from bots.speech import Speech
from core.errors import OF_THE_PROGRAM, Code, Refusal

_SOON: Final = "3"  # seconds
_LOG: Final = structlog.get_logger("web")
_BY_CLASS: Final[dict[type[web.HTTPException], tuple[str, str]]] = {
    ForeignPost: (
        N_("Not sent from this page"),
        N_(
            "This message did not come from a page of Faden, so nothing was done. "
            "Please open the page anew and send it again."
        ),
    ),
    ForeignHost: (
        N_("Only on this computer"),
        N_(
            "The demonstration answers only under the address of this computer. "
            "Please open it as 127.0.0.1 or localhost."
        ),
    ),
    Unreadable: (
        N_("Not readable"),
        N_(
            "What the browser sent could not be read as text. Nothing was done. "
            "Please go back and try again."
        ),
    ),
}
_BY_STATUS: Final[dict[int, tuple[str, str]]] = {
    400: (
        N_("Not understood"),
        N_("The request was not complete. Nothing was done. Please go back."),
    ),
    403: (
        N_("Not allowed"),
        N_("That is not for you to do here. Coordination can help."),
    ),
    404: (
        N_("Not found"),
        N_(
            "There is nothing here, or nothing that you may see. Search may find "
            "what you mean."
        ),
    ),
    405: (
        N_("Not possible this way"),
        N_("This address is not called like that. Please use the buttons of the page."),
    ),
    410: (
        N_("Not here any more"),
        N_(
            "This address shows nothing any more, because its person acts for nobody "
            "in the region. Coordination can help."
        ),
    ),
    429: (
        N_("Too often"),
        N_(
            "That was tried more often than people do. Please wait for ten minutes and "
            "try again; links that you have got already stay good."
        ),
    ),
    413: (
        N_("Too long"),
        N_(
            "That is more than one message can hold. Nothing was done. Please shorten "
            "it, or send a link to the document."
        ),
    ),
    500: (
        N_("Something went wrong"),
        N_(
            "That was our mistake, not yours. Please try again; what was already "
            "confirmed is stored. If it stays like this, tell coordination the time."
        ),
    ),
}


@web.middleware
async def pages_for_errors(
    request: web.Request, handler: Handler
) -> web.StreamResponse:
    """Answer with a page whatever happens."""
    try:
        return await _answer(request, handler)
    except web.HTTPException:
        raise
    except Refusal as refusal:
        return refused(request, refusal)
    except AsOfError as error:
        return _not_then(request, error)
    except DamagedError as error:
        return _damaged(request, error)
    except Exception as error:  # noqa: BLE001  (the last place before the socket)
        _LOG.error("unexpected", **whence(error), **asked(request))
        return _page(request, 500, *_BY_STATUS[500])


async def _answer(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < web.HTTPBadRequest.status_code:
            raise
        if not isinstance(error, ForeignPost | ForeignHost) and VISIT not in request:
            await visiting(request)  # the page of an error speaks to whoever is there
        return _said(request, error)


def refused(request: web.Request, refusal: Refusal) -> web.Response:
    """Put a refusal into a page of its own."""
    down = refusal.code in OF_THE_PROGRAM
    speech = _speech(request)
    sentence = refusals.explain(refusal, speech).plain
    title = speech.translate(N_("Not done"))
    if refusal.code is Code.VIEWS_RENEWING:
        title = speech.translate(N_("Back in a moment"))
    answer = page(
        request,
        "error.html",
        request.get(VISIT),
        status=503 if down else 409,
        title=title,
        sentence=sentence,
    )
    if refusal.code is Code.VIEWS_RENEWING:
        answer.headers["Retry-After"] = _SOON
        if request.method == "GET":  # a browser looks again by itself
            answer.headers["Refresh"] = _SOON
    return answer


def _not_then(request: web.Request, error: AsOfError) -> web.Response:
    speech = _speech(request)
    return page(
        request,
        "error.html",
        request.get(VISIT),
        status=web.HTTPBadRequest.status_code,
        title=speech.translate(N_("No such state")),
        sentence=speech.words(error.sentence, **error.facts),
    )


def _damaged(request: web.Request, error: DamagedError) -> web.Response:
    """Say where the log is not what was written, and what can still be looked at."""
    _LOG.error("log damaged", position=error.position)
    speech = _speech(request)
    return page(
        request,
        "error.html",
        request.get(VISIT),
        status=web.HTTPInternalServerError.status_code,
        title=speech.translate(N_("The log is damaged")),
        sentence=speech.words(
            N_(
                "Entry {position} is missing or is not what was written, so nothing "
                "can be compared or proved across it. Please tell coordination; faden "
                "audit fsck shows what happened. Each item can still be looked at, and "
                "its steps say which of them are proved."
            ),
            position=error.position,
        ),
    )


def _said(request: web.Request, error: web.HTTPException) -> web.Response:
    title, sentence = _BY_CLASS.get(type(error)) or _BY_STATUS.get(
        error.status, _BY_STATUS[400]
    )
    response = _page(request, error.status, title, sentence)
    if "Allow" in error.headers:
        response.headers["Allow"] = error.headers["Allow"]
    return response


def _page(request: web.Request, status: int, title: str, sentence: str) -> web.Response:
    speech = _speech(request)
    return page(
        request,
        "error.html",
        request.get(VISIT),
        status=status,
        title=speech.translate(title),
        sentence=speech.translate(sentence),
    )


def _speech(request: web.Request) -> Speech:
    visit = request.get(VISIT)
    return visit.speech if visit else stranger(request)
