"""Notices: for whom the pages work, and what becomes of personal data (*Hinweise*).

For everybody, signed in or not. Periods come from where the program keeps them.
"""

from __future__ import annotations

from aiohttp import web

from adapters.office.purge import MESSAGES
from adapters.office.sessions import LINK_LIFE, SESSION_LIFE
from adapters.web.render import page, stranger
from adapters.web.visit import visiting
from core.retention import YEARS, Retention


async def accessibility(request: web.Request) -> web.Response:
    """Show the accessibility statement (*Erklärung zur Barrierefreiheit*)."""
    return await _notice(request, "barrierefreiheit")


async def data_protection(request: web.Request) -> web.Response:
    """Show what is kept of whom, why and how long (*Datenschutz*)."""
    return await _notice(
        request,
        "datenschutz",
        record=YEARS[Retention.RECORD],
        personal=YEARS[Retention.PERSONAL],
        aid=YEARS[Retention.AID],
        messages=MESSAGES.days,
        session=SESSION_LIFE.days,
        link=int(LINK_LIFE.total_seconds()) // 60,
    )


async def _notice(request: web.Request, name: str, **facts: int) -> web.Response:
    visit = await visiting(request)
    speech = visit.speech if visit else stranger(request)
    return page(request, f"{name}.{speech.language}.html", visit, **facts)
