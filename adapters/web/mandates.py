"""Mandates: somebody acts for an organisation no longer (*Mandat beenden*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from adapters.founding import steps
from adapters.founding.steps import Acting
from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form as typed_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting
from projections import people
from projections.people import MandateRow

PLACE: Final = "/mitglieder/ende"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What would end, who still acts for the organisation, and who coordinates."""

    held: Sequence[MandateRow]
    others: Sequence[str]
    last: bool  # nobody else coordinates the region


def routes() -> Sequence[web.RouteDef]:
    """Return the addresses of the question, and of the yes."""
    return [web.get(PLACE, ask), web.post(PLACE, end)]


async def ask(request: web.Request) -> web.StreamResponse:
    """Ask whether somebody shall act no longer."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    org, person = request.query.get("org", ""), request.query.get("person", "")
    return await _question(request, visit, org, person)


async def end(request: web.Request) -> web.StreamResponse:
    """Let somebody act no longer."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields, faden = await typed_form(request), request.app[FADEN]
    org, person = fields.get("org", ""), fields.get("person", "")
    found = await _ending(request, visit, org, person)
    if found.last:
        return await _question(request, visit, org, person, status=409)
    by = Acting(visit.person, visit.coordinating, number(fields))
    await apart(request, steps.end_mandates, faden, by, org, person)
    return see_other("/" if person == visit.person else "/mitglieder")


async def _question(
    request: web.Request, visit: Visit, org: str, person: str, *, status: int = 200
) -> web.Response:
    found = await _ending(request, visit, org, person)
    more = {"ending": found, "org": org, "person": person}
    return page(request, "end_mandate.html", visit, status=status, **more)


async def _ending(request: web.Request, visit: Visit, org: str, person: str) -> Ending:
    """Return what would end.

    Raises:
        HTTPNotFound: nothing does, or it is not the visitor's to end.
    """
    if not visit.coordinating:
        raise web.HTTPNotFound
    found = await apart(request, _found, request.app[FADEN], org, person)
    if not found.held:
        raise web.HTTPNotFound
    return found


def _found(faden: Faden, org: str, person: str) -> Ending:
    today = faden.today()
    with faden.reading() as db:
        given = people.given_by(db, org, today)
        coordinating = {(row.org, row.person) for row in people.coordinators(db, today)}
    return Ending(
        held=[row for row in given if row.person == person],
        others=list(dict.fromkeys(r.person for r in given if r.person != person)),
        last=coordinating == {(org, person)},
    )
