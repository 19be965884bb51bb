"""Members: who belonged and who could act, on both clocks (*Mitglieder*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from aiohttp import web

from adapters import clocks
from adapters.clocks import Member
from adapters.main import Faden
from adapters.web.by_hand import comes_alone
from adapters.web.clocks import valid_on
from adapters.web.door import DOOR, Door
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting_then


class Box(NamedTuple):
    """Where somebody gets mail, and where they will once they have confirmed it."""

    person: str
    address: str | None
    wanted: str | None
    alone: bool  # they sign in without help


async def members(request: web.Request) -> web.Response:
    """Show members and mandates as known then, and as they counted on a day."""
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.inside:
        raise web.HTTPNotFound
    return await members_page(request, visit)


async def members_page(
    request: web.Request,
    visit: Visit,
    wrong: str = "",
    typed: str = "",
    person: str = "",
    *,
    link: str = "",
    told: bool = False,
) -> web.Response:
    """Show the page; ``wrong`` is why what was typed is no address of ``person``.

    ``link``: by it ``person`` signs in, who is ``told`` that it was given.
    """
    day = valid_on(request) or visit.speech.today
    found = await apart(request, known, request.app[FADEN], visit, day)
    boxes = None
    if visit.viewer.coordinates and visit.as_of is None:
        boxes = await apart(
            request, _boxes, request.app[FADEN], request.app[DOOR], found
        )
    return page(
        request,
        "members.html",
        visit,
        status=422 if wrong else 200,
        members=found,
        day=day,
        boxes=boxes,
        wrong=visit.speech.words(wrong, mail=typed) if wrong else "",
        typed=typed,
        chosen=person,
        link=link,
        told=told,
    )


def _boxes(faden: Faden, door: Door, found: Sequence[Member]) -> Sequence[Box]:
    """Return everybody who acts, with where they get mail, if anywhere."""
    office = faden.store.office
    known, wanted = office.identities.mails(), office.mailboxes.all()
    acting = dict.fromkeys(held.person for one in found for held in one.mandates)
    return [
        Box(one, known.get(one), wanted.get(one), comes_alone(faden, door, one))
        for one in acting
    ]


def known(faden: Faden, visit: Visit, day: date) -> Sequence[Member]:
    """Return who belonged on ``day``, and who could act, as known at the visit."""
    found = clocks.members(faden, visit.position, day)
    return sorted(found, key=lambda one: visit.speech.org(one.org))
