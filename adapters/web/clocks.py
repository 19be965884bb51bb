"""Clocks: the day on which something counted, beside what was known (*wirksam*).

``stand`` in an address is what was known (``visit.py``), ``wirksam`` the day asked
about. Either may be missing; together they say what counted on a day as known then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from aiohttp import web

from adapters.asof import AsOfError
from adapters.clocks import standing
from adapters.day import day
from adapters.main import Faden
from adapters.web.keys import FADEN, apart
from adapters.web.visit import Visit
from bots.locale import N_
from projections import decisions
from projections.decisions import Entry, Line

VALID: Final = "wirksam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How a decision stood on a day; without ``entry`` there was none yet."""

    on: date
    entry: Entry | None = None
    line: Line | None = None


def valid_on(request: web.Request) -> date | None:
    """Return the day that the address asks about, if it does.

    Raises:
        AsOfError: it is no day.
    """
    asked = request.query.get(VALID, "")
    found = day(asked) if asked else None
    if asked and found is None:
        raise AsOfError(
            N_("{value} is not a day. Please write it like 2027-04-30 or 30.4.2027."),
            value=asked,
        )
    return found


async def held_then(request: web.Request, visit: Visit, ref: str) -> Held | None:
    """Return how a decision stood on the day that the address asks about, if it does.

    Raises:
        AsOfError: it is no day.
    """
    on = valid_on(request)
    if on is None:
        return None
    return await apart(request, _held_on, request.app[FADEN], visit, ref, on)


def _held_on(faden: Faden, visit: Visit, ref: str, on: date) -> Held:
    with faden.reading(visit.position) as db:
        entry = next(iter(decisions.on_day(db, visit.viewer, on, [ref])), None)
    if entry is None:
        return Held(on=on)
    return Held(on=on, entry=entry, line=standing(faden, visit.position, entry, on))
