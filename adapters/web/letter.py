"""Letter: one whole message, for whom it is (*Brief*).

Platforms show only so much of a message; "Read everything" leads here.
"""

from __future__ import annotations

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.thread import Alone, alone
from adapters.web.visit import Visit, visiting


async def letter(request: web.Request) -> web.Response:
    """Show a message to its recipient, and to nobody else."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    key = request.match_info["key"]
    found = await apart(request, _letter, request.app[FADEN], visit, key)
    if found is None:
        raise web.HTTPNotFound
    return page(request, "letter.html", visit, talk=found, entry=found.entry)


def _letter(faden: Faden, visit: Visit, key: str) -> Alone | None:
    with faden.reading() as db:
        return alone(faden, db, visit, key)
