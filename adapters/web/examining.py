"""Examining: what auditors look at first, on one page (*Prüfung*)."""

from __future__ import annotations

from collections.abc import Sequence
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


async def lists(request: web.Request) -> web.Response:
    """Show one of the lists to coordination and to whoever examines."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not (visit.viewer.coordinates or visit.viewer.audits):
        raise web.HTTPNotFound
    known = [kind for kind in Kind if examining.there(kind)]
    asked, given = request.query.get("liste", ""), request.query.get("vor", "")
    kind = Kind(asked) if asked in known else known[0]
    is_number = given.isascii() and given.isdigit() and len(given) <= _DIGITS
    before = int(given) if is_number else None
    lines, behind = await apart(
        request, _lines, request.app[FADEN], visit, kind, before
    )
    names = [(one, wording.NAMES[one]) for one in known]
    return page(
        request,
        "examining.html",
        visit,
        kind=kind,
        kinds=names,
        lines=lines,
        next=behind,
    )


def _lines(
    faden: Faden, visit: Visit, kind: Kind, before: int | None
) -> tuple[Sequence[Line], int | None]:
    with faden.reading() as db:
        found = examining.listing(db, visit.viewer, kind, visit.zone, SHOWN, before)
    return list(wording.lines(found, visit.speech, visit.zone)), found.next
