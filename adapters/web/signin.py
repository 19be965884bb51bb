"""Sign-in: the page on which somebody asks for a link (*Anmeldung*).

Whatever is asked for, the answer is the same, and as quick: nobody learns here who is
known. What is to be done is done after the answer.
"""

from __future__ import annotations

import asyncio
from typing import Final

import structlog
from aiohttp import web

from adapters.main import Faden
from adapters.office.entering import letter
from adapters.office.identities import LONGEST, small
from adapters.office.outbox import put_letters
from adapters.office.sessions import LINKS
from adapters.unexpected import whence
from adapters.web.door import DOOR, Door
from adapters.web.entering import invitation, see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.limits import ASKING, LIMITS, SENT, TooOften
from adapters.web.render import page
from adapters.web.seen import address_of
from adapters.web.typed import form
from adapters.web.visit import visiting
from bots.heard import clean
from projections import people

ERRANDS: Final = web.AppKey("errands", set[asyncio.Task[None]])
_LOG: Final = structlog.get_logger("signin")


async def show(request: web.Request) -> web.StreamResponse:
    """Show how to come in; whoever is in already is led to the first page."""
    visit = await visiting(request)
    if visit is not None and visit.signed_in:
        return see_other("/")
    return welcome(request)


async def ask(request: web.Request) -> web.StreamResponse:
    """Promise a link to whoever is known by what was typed."""
    door = request.app[DOOR]
    if not door.sends:
        raise web.HTTPNotFound
    limits = request.app[LIMITS]
    if not limits.allows(ASKING, address_of(request)):
        raise TooOften
    said = small(clean((await form(request)).get("who", "")))
    if not said or len(said) > LONGEST:
        return invitation(request, 422, missing=True)
    if limits.allows(SENT, said):
        errand = asyncio.ensure_future(
            apart(request, _send, request.app[FADEN], door, said)
        )
        request.app[ERRANDS].add(errand)
        errand.add_done_callback(request.app[ERRANDS].discard)
        errand.add_done_callback(_ended)
    return page(request, "asked.html", None, slack=door.slack)


async def end_errands(app: web.Application) -> None:
    """Finish what was promised before the server ends."""
    await asyncio.gather(*app[ERRANDS], return_exceptions=True)


def _ended(errand: asyncio.Task[None]) -> None:
    """Say in our log if no link went out; whoever asked was answered already."""
    error = None if errand.cancelled() else errand.exception()
    if error is not None:
        _LOG.error("no link was sent", **whence(error))


def _send(faden: Faden, door: Door, said: str) -> None:
    """Send a link to whoever is called ``said``, if anybody is."""
    office, now = faden.store.office, faden.clock()
    person = office.identities.by_mail(said) or _known(faden, said)
    if person is None or office.sessions.links(person, now) >= LINKS:
        return
    channel = channel_of(faden, door, person)
    if channel is None:
        return
    send_link(faden, person, channel)


def send_link(faden: Faden, person: str, channel: str) -> None:
    """Let a letter with a link go to ``person``."""
    one, now = letter(person, channel, faden.speech(person)), faden.clock()
    faden.store.writer.run(lambda db: put_letters(db, [one], now)).result()
    faden.send()


def _known(faden: Faden, said: str) -> str | None:
    with faden.reading() as db:
        return said if said in people.everybody(db) else None


def channel_of(faden: Faden, door: Door, person: str) -> str | None:
    """Return by which of the ways set up ``person`` is reached."""
    office = faden.store.office
    if door.mail and office.identities.mail_of(person) is not None:
        return "mail"
    if door.slack and office.addresses.address(person, "slack") is not None:
        return "slack"
    return None
