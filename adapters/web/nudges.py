"""Nudges: what will be reminded of, what was, and why not (*Erinnerungen*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots.nudges import listing as wording
from bots.nudges.listing import Line
from projections import nudges, timers

SHOWN: Final = 100  # lines of each list


async def listing(request: web.Request) -> web.Response:
    """Show all reminders to coordination and to whoever examines."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.oversees:
        raise web.HTTPNotFound
    planned, past = await apart(request, lines, request.app[FADEN], visit, SHOWN)
    return page(
        request,
        "nudges.html",
        visit,
        planned=planned,
        past=past,
        prompted=request.query.get("angestossen") is not None,
    )


def lines(
    faden: Faden, visit: Visit, limit: int
) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return what is planned, and what was; ``limit`` of each."""
    with faden.reading() as db:
        coming = timers.coming(db)[:limit]
        log = nudges.log(db, visit.viewer, limit)
    return (
        [wording.planned(one, visit.speech) for one in coming],
        [wording.past(one, visit.speech) for one in log],
    )
