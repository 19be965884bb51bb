"""Examining: what auditors look at first, on one page (*Prüfung*)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots import examining as wording
from bots.examining import Line
from projections import examining
from projections.examining import Kind

SHOWN: Final = 50  # entries of a page
_DIGITS: Final = 12


LOOKUPS: Final = "lookups"  # a list that does not come from the log
_LOOKED_AT: Final = (LOOKUPS, wording.LOOKUPS)


@dataclass(frozen=True, slots=True)
class Look:
    """Something that somebody looked at because they examine."""

    at: datetime
    who: str
    what: str


async def lists(request: web.Request) -> web.Response:
    """Show one of the lists to coordination and to whoever examines."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.oversees:
        raise web.HTTPNotFound
    known = [kind for kind in Kind if examining.there(kind)]
    asked, given = request.query.get("liste", ""), request.query.get("vor", "")
    is_number = given.isascii() and given.isdigit() and len(given) <= _DIGITS
    before = int(given) if is_number else None
    kind = Kind(asked) if asked in known else known[0]
    names = [*((one.value, wording.NAMES[one]) for one in known), _LOOKED_AT]
    faden, lines, looks = request.app[FADEN], list[Line](), list[Look]()
    if asked == LOOKUPS:
        looks, behind = await apart(request, _looks, faden, visit, before)
    else:
        lines, behind = await apart(request, _lines, faden, visit, kind, before)
    return page(
        request,
        "examining.html",
        visit,
        kind=asked if asked == LOOKUPS else kind.value,
        kinds=names,
        lines=lines,
        looks=looks,
        next=behind,
    )


def _looks(
    faden: Faden, visit: Visit, before: int | None
) -> tuple[list[Look], int | None]:
    found = faden.store.office.lookups.newest(SHOWN + 1, before)
    shown = [
        Look(visit.local(one.at), visit.speech.person(one.person), one.what)
        for one in found[:SHOWN]
    ]
    return shown, found[SHOWN - 1].number if len(found) > SHOWN else None


def _lines(
    faden: Faden, visit: Visit, kind: Kind, before: int | None
) -> tuple[list[Line], int | None]:
    with faden.reading() as db:
        found = examining.listing(db, visit.viewer, kind, visit.zone, SHOWN, before)
    return list(wording.lines(found, visit.speech, visit.zone)), found.next
