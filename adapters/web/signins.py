"""Sign-ins: where one is signed in, and who came in as oneself (*Ihre Anmeldungen*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.office.sessions import Open
from adapters.office.signins import Seen, SignIn, What
from adapters.signins import sentence
from adapters.web import cookies
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.seen import seen_of
from adapters.web.typed import form
from adapters.web.visit import SESSION, Visit, session_of, visiting

SHOWN: Final = 30  # sign-ins
EVERYWHERE: Final = "all"  # instead of one device


async def show(request: web.Request) -> web.StreamResponse:
    """Show devices and sign-ins of the visitor."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    token = session_of(request)
    found, came = await apart(request, _found, request.app[FADEN], visit, token)
    return page(
        request, "signins.html", visit, sessions=found, came=came, sentence=sentence
    )


async def end(request: web.Request) -> web.StreamResponse:
    """Sign out on one device, or on all, this one included."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    named = (await form(request)).get("device", "")
    await apart(request, _end, request.app[FADEN], visit, named, seen_of(request))
    if named != EVERYWHERE:
        return see_other("/anmeldungen")
    response = see_other("/anmelden")
    cookies.drop(request, response, SESSION)
    return response


def _found(
    faden: Faden, visit: Visit, token: str
) -> tuple[Sequence[Open], Sequence[SignIn]]:
    office = faden.store.office
    sessions = office.sessions.of(visit.person, token, faden.clock())
    return sessions, office.signins.newest(SHOWN, visit.person)


def _end(faden: Faden, visit: Visit, named: str, seen: Seen) -> None:
    office, now = faden.store.office, faden.clock()
    if named == EVERYWHERE:
        office.sessions.end_all(visit.person).result()
        office.signins.note(visit.person, What.EVERYWHERE, now, seen).result()
    elif office.sessions.end_one(visit.person, named).result():
        office.signins.note(visit.person, What.ENDED, now, seen).result()
