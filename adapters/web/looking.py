"""Looking: notes what whoever examines looks at, before they see it (*Einsicht*).

Addresses are noted without what people type into them.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.main import Faden
from adapters.web.keys import FADEN, apart
from adapters.web.visit import VISIT, Visit

_NO_LOOK: Final = frozenset(
    {"/live", "/language", "/leave", "/person", "/anmeldungen", "/weiter"}
)
# typed by nobody:
_KEPT: Final = ("liste", "stand", "von", "bis", "vor", "schritt", "als")
_LONGEST: Final = 40  # characters of a value


@web.middleware
async def noting(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Note a look; where that is not possible nothing is shown.

    Raises:
        Refusal: the store is away.
    """
    response = await handler(request)
    visit = request.get(VISIT)
    shown = response.status == web.HTTPOk.status_code
    noted = visit is not None and visit.viewer.is_noted
    if visit is not None and noted and shown and request.path not in _NO_LOOK:
        await apart(request, _note, request.app[FADEN], visit, what(request))
    return response


def what(request: web.Request) -> str:
    """Return the address to be noted."""
    query = request.query
    kept = {name: query[name][:_LONGEST] for name in _KEPT if query.get(name)}
    return f"{request.path}?{urlencode(kept)}" if kept else request.path


def _note(faden: Faden, visit: Visit, looked_at: str) -> None:
    lookups, now = faden.store.office.lookups, faden.clock()
    lookups.note(visit.person, looked_at, now).result()
