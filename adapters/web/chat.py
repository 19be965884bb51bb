"""Chat: the forms by which people talk (*Webchat*).

A form carries a number of its own, so that sending it twice says it once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.home import Notice, home_page
from adapters.web.keys import FADEN, apart
from adapters.web.render import fragment
from adapters.web.thread import Thread, thread
from adapters.web.typed import form, number
from adapters.web.visit import FRAGMENT, Visit, visiting
from bots import refusals
from bots.heard import Chosen, FormSent, Heard, TextSaid, clean
from core.errors import Code, Refusal
from core.ports import Via
from core.texts import TEXT_LIMIT

PATIENCE: Final = 5.0  # seconds a page waits for the answer before it shows itself
FIELD: Final = "field."  # before the name of what is filled in, apart from our own
_TOO_LONG: Final = {Code.TEXT_TOO_LONG: 413, Code.TEXT_MISSING: 422}


async def chat(request: web.Request) -> web.Response:
    """Return the conversation alone, for the script."""
    visit = await visiting(request)
    if visit is None:
        raise web.HTTPForbidden
    found = await apart(request, _thread, request.app[FADEN], visit)
    forum = request.query.get("forum", "")
    return fragment(request, "_talk.html", visit, talk=found, forum=forum)


async def say(request: web.Request) -> web.StreamResponse:
    """Take a typed line."""
    fields = await form(request)
    text = clean(fields.get("text", ""))

    def heard(person: str, ref: str) -> TextSaid:
        if not text:
            raise Refusal(Code.TEXT_MISSING)
        if len(text) > TEXT_LIMIT:
            raise Refusal(Code.TEXT_TOO_LONG, length=len(text), limit=TEXT_LIMIT)
        beside = clean(fields.get("forum", ""))
        return TextSaid(ref=ref, person=person, via=Via.WEB, text=text, beside=beside)

    return await _tell(request, fields, heard, text)


async def choose(request: web.Request) -> web.StreamResponse:
    """Take a pressed button."""
    fields = await form(request)

    def heard(person: str, ref: str) -> Chosen:
        card, choice = fields.get("card", ""), fields.get("choice", "")
        return Chosen(
            ref=ref, person=person, via=Via.WEB, card=clean(card), choice=clean(choice)
        )

    return await _tell(request, fields, heard)


async def send(request: web.Request) -> web.StreamResponse:
    """Take a form that somebody filled in."""
    fields = await form(request)
    values = {
        name.removeprefix(FIELD): value
        for name, value in fields.items()
        if name.startswith(FIELD) and value.strip()
    }

    def heard(person: str, ref: str) -> FormSent:
        length = sum(len(value) for value in values.values())
        if length > TEXT_LIMIT:
            raise Refusal(Code.TEXT_TOO_LONG, length=length, limit=TEXT_LIMIT)
        card, name = fields.get("card", ""), fields.get("form", "")
        return FormSent(
            ref=ref,
            person=person,
            via=Via.WEB,
            card=clean(card),
            form=clean(name),
            values=values,
        )

    return await _tell(request, fields, heard)


async def _tell(
    request: web.Request,
    fields: Mapping[str, str],
    heard: Callable[[str, str], Heard],
    text: str = "",
) -> web.StreamResponse:
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    forum = fields.get("forum", "")
    try:
        said = heard(visit.person, f"web/{visit.person}/{number(fields)}")
        await apart(request, _hear, request.app[FADEN], said)
    except Refusal as refusal:
        return await _refused(request, visit, refusal, forum, text)
    if FRAGMENT in request.headers:
        return web.Response(status=204)
    return web.Response(
        status=303, headers={"Location": f"/?forum={quote(forum, safe='')}#newest"}
    )


async def _refused(
    request: web.Request, visit: Visit, refusal: Refusal, forum: str, text: str
) -> web.Response:
    """Say why nothing was taken, and give back what was typed."""
    sentence = refusals.explain(refusal, visit.speech).plain
    status = _TOO_LONG.get(refusal.code, 503)
    if FRAGMENT in request.headers:
        return web.Response(status=status, text=sentence)
    notice = Notice(sentence=sentence, draft=text, status=status)
    return await home_page(request, visit, notice, forum)


def _hear(faden: Faden, said: Heard) -> None:
    faden.hear(said)
    faden.settled(said.ref, PATIENCE)


def _thread(faden: Faden, visit: Visit) -> Thread:
    with faden.reading() as db:
        return thread(faden, db, visit)
