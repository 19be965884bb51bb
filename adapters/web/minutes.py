"""Minutes: what a forum did in some days, on one page to print (*Niederschrift*).

``sitzung`` names one of its meetings by the day; without it, the days may be any.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
from core.checkpoint import Checkpoint
from core.sealed import Sealed
from projections import minutes as views
from projections.minutes import Minutes

LATELY: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is printed; ``signed`` tells which checkpoint covers a meeting's entry."""

    minutes: Minutes
    signed: Mapping[int, Checkpoint | None]


async def show(request: web.Request) -> web.Response:
    """Show the minutes of a meeting, or of some days, usually of the last thirty.

    Raises:
        HTTPNotFound: there is no such forum for the visitor, or no such meeting.
        AsOfError: a day that is named is none.
    """
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    forum = request.match_info["forum"]
    if forum not in {one.forum for one in visit.forums}:
        raise web.HTTPNotFound
    today, asked = visit.speech.today, request.query
    held = asked.get("sitzung", "")
    end = _day(held or asked.get("bis", ""), today)
    start = end if held else min(_day(asked.get("von", ""), end - LATELY), end)
    found = await apart(request, _sheet, request.app[FADEN], visit, forum, start, end)
    minutes = found.minutes
    if held and not minutes.meetings:
        raise web.HTTPNotFound
    return page(
        request,
        "minutes.html",
        visit,
        minutes=minutes,
        signed=found.signed,
        meeting=minutes.meetings[-1] if held else None,
        texts={
            one.row.ref: core.mark(Sealed(one.row.text)) for one in minutes.decisions
        },
    )


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


def _sheet(faden: Faden, visit: Visit, forum: str, start: date, end: date) -> Sheet:
    with faden.reading() as db:
        found = views.minutes(db, visit.viewer, forum, start, end, visit.zone)
    entries = [row.entry for row in found.meetings if row.entry is not None]
    signed = {entry: faden.proving.covering(entry) for entry in entries}
    return Sheet(minutes=found, signed=signed)
