"""Members: who belonged and who could act, on both clocks (*Mitglieder*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from aiohttp import web

from adapters.asof import AsOfError
from adapters.day import day as day_of
from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting_then
from bots.locale import N_
from core.ports import Recorded
from projections import people, validity
from projections.validity import Held

VALID: Final = "wirksam"  # in an address: the day on which it counted


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
    day = _day(request.query.get(VALID, ""), visit.speech.today)
    found = await apart(request, _members, request.app[FADEN], visit, day)
    return page(request, "members.html", visit, members=found, day=day)


def _day(asked: str, today: date) -> date:
    """Return the day asked about; raises ``AsOfError`` if it is none."""
    found = day_of(asked) if asked else today
    if found is None:
        raise AsOfError(
            N_("{value} is not a day. Please write it like 2027-04-30 or 30.4.2027."),
            value=asked,
        )
    return found


def _members(faden: Faden, visit: Visit, day: date) -> Sequence[Member]:
    until = visit.position or faden.store.journal.head()
    with faden.reading(visit.position) as db:
        row = people.region(db)
    region = f"region:{row.region}" if row else ""
    paths = validity.memberships(_known(faden, region, until), day)
    found = [
        Member(
            org=org,
            path=path.value,
            mandates=validity.mandates(
                _known(faden, f"organisation:{org}", until), day
            ),
        )
        for org, path in paths.items()
    ]
    return sorted(found, key=lambda one: visit.speech.org(one.org))


def _known(faden: Faden, stream: str, until: int) -> Iterator[Recorded]:
    return (one for one in faden.store.journal.stream(stream) if one.position <= until)
