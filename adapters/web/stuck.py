"""Stuck: what was left lying, for the coordination alone (*liegen geblieben*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from aiohttp import web

from adapters import stuck as wording
from adapters.main import Faden
from adapters.office import Stuck
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form
from adapters.web.visit import Visit, visiting

ALL: Final = "all"  # instead of a number
_DIGITS: Final = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was left lying, in words."""

    stuck: Stuck
    what: str
    state: str
    why: str


async def listing(request: web.Request) -> web.Response:
    """Show what was left lying, and what the last try was about."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound
    shown = await apart(request, lines, request.app[FADEN], visit)
    return page(
        request,
        "stuck.html",
        visit,
        lines=shown,
        tried=_count(request.query.get("tried", "")),
    )


async def again(request: web.Request) -> web.Response:
    """Try one thing or all of them again; what lies there no more counts as none."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound
    number = (await form(request)).get("number", "")
    tried = await apart(request, _again, request.app[FADEN], number)
    return see_other(f"/liegen?{urlencode({'tried': tried})}")


def lines(faden: Faden, visit: Visit) -> Sequence[Line]:
    """Return what was left lying."""
    return [
        Line(
            stuck=stuck,
            what=wording.what(stuck, visit.speech),
            state=wording.state(stuck, visit.speech, visit.zone),
            why=wording.why(stuck, visit.speech),
        )
        for stuck in faden.store.office.stuck.all()
    ]


def _again(faden: Faden, number: str) -> int:
    return faden.all_again() if number == ALL else int(faden.again(number))


def _count(text: str) -> int | None:
    return int(text) if _DIGITS.fullmatch(text) else None
