"""Members: who belonged and who could act, on both clocks (*Mitglieder*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aiohttp import web

from adapters import clocks
from adapters.clocks import Member
from adapters.main import Faden
from adapters.web.clocks import valid_on
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting_then


async def members(request: web.Request) -> web.Response:
    """Show members and mandates as known then, and as they counted on a day."""
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.inside:
        raise web.HTTPNotFound
    day = valid_on(request) or visit.speech.today
    found = await apart(request, known, request.app[FADEN], visit, day)
    return page(request, "members.html", visit, members=found, day=day)


def known(faden: Faden, visit: Visit, day: date) -> Sequence[Member]:
    """Return who belonged on ``day``, and who could act, as known at the visit."""
    found = clocks.members(faden, visit.position, day)
    return sorted(found, key=lambda one: visit.speech.org(one.org))
