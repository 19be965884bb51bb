"""Founding: from the one-time link of the server to a region (*Gründung*).

::

    link shown at the start --two names--> region, signed in as who coordinates

The link is good until somebody coordinates, for this run of the program alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest
from typing import Final

from aiohttp import web

from adapters import reference
from adapters.founding import steps
from adapters.main import Faden
from adapters.office.identities import plausible
from adapters.office.signins import Seen, Way
from adapters.office.tokens import hashed
from adapters.web.door import DOOR
from adapters.web.entering import signed_in
from adapters.web.keys import FADEN, FOUNDING, apart
from adapters.web.render import page
from adapters.web.seen import seen_of
from adapters.web.typed import form as typed_form
from bots.heard import clean

NAME: Final = 100  # characters of a name
_THEN: Final = "/anfang"


async def show(request: web.Request) -> web.Response:
    """Ask for the name of the region and of who coordinates it."""
    state = await apart(request, _ticket, request)
    return _founding(request, 200 if state else 410, {})


async def found(request: web.Request) -> web.StreamResponse:
    """Found the region and sign in who coordinates it."""
    state = await apart(request, _ticket, request)
    if not state:
        return _founding(request, web.HTTPGone.status_code, {})
    fields = await typed_form(request)
    name, who = clean(fields.get("name", "")), clean(fields.get("coordinator", ""))
    mail = clean(fields.get("mail", "")) if request.app[DOOR].knows_mail else ""
    if not name or not who:
        return _founding(request, 422, fields, "missing")
    if max(len(name), len(who)) > NAME:
        return _founding(request, 422, fields, "long")
    if mail and not plausible(mail):
        return _founding(request, 422, fields, "mail")
    faden = request.app[FADEN]
    person = await apart(request, steps.found, faden, name, who)
    request.app[FOUNDING].digest = b""
    if mail:
        await apart(request, _put_mail, faden, person, mail)
    session = await apart(request, _session, faden, person, seen_of(request))
    return await signed_in(request, session, _THEN)


def _ticket(request: web.Request) -> bool:
    """Whether the link of the server was given, and nobody has used it up."""
    given = hashed(request.match_info["token"])
    known = request.app[FOUNDING].digest
    return compare_digest(given, known) and not steps.begun(request.app[FADEN])


def _founding(
    request: web.Request,
    status: int,
    fields: Mapping[str, str],
    wrong: str = "",
) -> web.Response:
    directory = reference.read(reference.extract())
    return page(
        request,
        "founding.html",
        None,
        status=status,
        good=status != web.HTTPGone.status_code,
        token=request.match_info["token"],
        fields=fields,
        wrong=wrong,
        county=directory.county.name,
        places=[place.name for place in directory.municipalities],
    )


def _put_mail(faden: Faden, person: str, mail: str) -> None:
    identities = faden.store.office.identities
    identities.put_mail(person, mail, faden.clock()).result()


def _session(faden: Faden, person: str, seen: Seen) -> str:
    sessions = faden.store.office.sessions
    return sessions.begin(person, Way.LINK, faden.clock(), seen).result()
