"""Sheets: every list of the pages as a file for spreadsheets (*Tabellen*).

The address is that of the list, with its filter: ``/zusagen.csv?forum=wasser``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.sheets import comma, workbook
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.tabled import SHEETS, TEXTLESS, Made
from adapters.web.taken import note
from adapters.web.visit import Visit, visiting_then

_ROUTE: Final = "sheet-"


def routes() -> Sequence[web.RouteDef]:
    """Return the addresses of all lists."""
    return [
        web.get(f"/{name}.{{ending:csv|xlsx}}", fetch, name=f"{_ROUTE}{name}")
        for name in SHEETS
    ]


async def fetch(request: web.Request) -> web.Response:
    """Bring a list as a file.

    Raises:
        HTTPNotFound: it is none for the visitor.
    """
    list_ = str(request.match_info.route.name).removeprefix(_ROUTE)
    made = SHEETS[list_]
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request, status=403)
    faden, ending = request.app[FADEN], request.match_info["ending"]
    name = f"{list_}-{visit.speech.today.isoformat()}.{ending}"
    body = await apart(request, _written, made, faden, visit, request)
    if body is None:
        raise web.HTTPNotFound
    if list_ not in TEXTLESS:
        await apart(request, note, faden, visit, name)
    kind = comma.CONTENT_TYPE if ending == "csv" else workbook.CONTENT_TYPE
    return web.Response(
        body=body,
        content_type=kind,
        charset="utf-8" if ending == "csv" else None,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _written(
    made: Made, faden: Faden, visit: Visit, request: web.Request
) -> bytes | None:
    sheet = made(faden, visit, request)
    if sheet is None:
        return None
    if request.match_info["ending"] == "csv":
        return comma.written(sheet)
    return workbook.written(sheet, faden.clock())
