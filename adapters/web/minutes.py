"""Minutes: what a forum did in some days, on one page to print (*Niederschrift*)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from aiohttp import web

from adapters.asof import AsOfError
from adapters.day import day as day_of
from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots.locale import N_
from core import decision as core
from core.sealed import Sealed
from projections import minutes as views
from projections.minutes import Minutes

LATELY: Final = timedelta(days=30)


async def show(request: web.Request) -> web.Response:
    """Show the minutes of a forum, usually of the last thirty days.

    Raises:
        HTTPNotFound: there is no such forum for the visitor.
        AsOfError: a day that is named is none.
    """
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    forum = request.match_info["forum"]
    if forum not in {one.forum for one in visit.forums}:
        raise web.HTTPNotFound
    today = visit.speech.today
    end = _day(request.query.get("bis", ""), today)
    start = min(_day(request.query.get("von", ""), end - LATELY), end)
    found = await apart(request, _minutes, request.app[FADEN], visit, forum, start, end)
    texts = {one.row.ref: core.mark(Sealed(one.row.text)) for one in found.decisions}
    return page(request, "minutes.html", visit, minutes=found, texts=texts)


def _day(asked: str, usual: date) -> date:
    if not asked:
        return usual
    found = day_of(asked)
    if found is None:
        raise AsOfError(
            N_("{value} is not a day. Please write it like 2027-04-30 or 30.4.2027."),
            value=asked,
        )
    return found


def _minutes(faden: Faden, visit: Visit, forum: str, start: date, end: date) -> Minutes:
    with faden.reading() as db:
        return views.minutes(db, visit.viewer, forum, start, end, visit.zone)
