"""Deletions: what went for good, and who may still have it (*Löschverzeichnis*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots import deletions as wording
from projections import erasures

SHOWN: Final = 100  # lines of each list


async def listing(request: web.Request) -> web.Response:
    """Show the register to coordination and to whoever examines."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not (visit.viewer.coordinates or visit.viewer.audits):
        raise web.HTTPNotFound
    gone, left = await apart(request, _lines, request.app[FADEN], visit)
    return page(request, "deletions.html", visit, gone=gone, left=left)


def _lines(faden: Faden, visit: Visit) -> tuple[Sequence[str], Sequence[str]]:
    with faden.reading() as db:
        gone = erasures.register(db, visit.viewer, SHOWN)
        left = erasures.exports(db, visit.viewer, SHOWN)
    return (
        [wording.line(row, visit.speech) for row in gone],
        [wording.export(row, visit.speech) for row in left],
    )
