"""Comparing: two days side by side, as a page (*Vergleich*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from aiohttp import web

from adapters.asof import as_of
from adapters.comparing import Comparison, compare
from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots import comparisons
from projections import people
from projections.comparing import Scope, What
from projections.people import OrganisationRow

USUAL: Final = timedelta(days=30)  # between both days, if none is named


async def comparing(request: web.Request) -> web.Response:
    """Show what changed between two days, in one forum or for one organisation."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    faden, query = request.app[FADEN], request.query
    forum, org = query.get("forum", "")[:60], query.get("org", "")[:60]
    scope = Scope(forum=forum or None, org=org or None)
    days = (query.get("von", ""), query.get("bis", ""))
    found, orgs = await apart(request, _compare, faden, visit, days, scope)
    return page(
        request,
        "comparing.html",
        visit,
        found=found,
        orgs=orgs,
        scope=scope,
        kinds=[(what, comparisons.NAMES[what]) for what in What],
        comparisons=comparisons,
    )


def _compare(
    faden: Faden, visit: Visit, days: tuple[str, str], scope: Scope
) -> tuple[Comparison, Sequence[OrganisationRow]]:
    today = faden.today()
    old, new = days
    new_day = as_of(faden, new or today.isoformat())
    old_day = as_of(faden, old or _earlier(faden, new_day.day).isoformat())
    found = compare(faden, visit.viewer, old_day, new_day, scope)
    with faden.reading() as db:
        return found, people.organisations(db, visit.viewer)


def _earlier(faden: Faden, day: date) -> date:
    """Return a day some weeks before, not before the region was founded."""
    return max(day - USUAL, as_of(faden, "1").day)
