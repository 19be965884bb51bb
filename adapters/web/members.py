"""Members: who belonged and who could act, on both clocks (*Mitglieder*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aiohttp import web

from adapters.clocks import known
from adapters.main import Faden
from adapters.web.clocks import valid_on
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting_then
from projections import people, validity
from projections.validity import Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An organisation, its state on the path, and who could act for it."""

    org: str
    path: str
    mandates: Sequence[Held]


async def members(request: web.Request) -> web.Response:
    """Show members and mandates as known then, and as they counted on a day."""
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.inside:
        raise web.HTTPNotFound
    day = valid_on(request) or visit.speech.today
    found = await apart(request, _members, request.app[FADEN], visit, day)
    return page(request, "members.html", visit, members=found, day=day)


def _members(faden: Faden, visit: Visit, day: date) -> Sequence[Member]:
    with faden.reading(visit.position) as db:
        row = people.region(db)
    region = f"region:{row.region}" if row else ""
    paths = validity.memberships(known(faden, region, visit.position), day)
    found = [
        Member(
            org=org,
            path=path.value,
            mandates=validity.mandates(
                known(faden, f"organisation:{org}", visit.position), day
            ),
        )
        for org, path in paths.items()
    ]
    return sorted(found, key=lambda one: visit.speech.org(one.org))
