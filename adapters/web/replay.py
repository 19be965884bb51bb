"""Replay: how something came about, as a page to step through (*Verlauf*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from aiohttp import web

from adapters.asof import as_of
from adapters.audit.replay import Asked, Replay, Shown
from adapters.audit.replay import replay as steps_of
from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import STAND, Visit, visiting

SHOWN: Final = 200  # steps of a page; further ones are reached by their number
_ITEM: Final = re.compile(r"[ZzIiFfBb][1-9][0-9]{0,8}")
_DIGITS: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The steps of one page; ``at`` is the number of the one that is open."""

    replay: Replay
    steps: Sequence[Shown]
    at: int

    @property
    def last(self) -> int:
        """The number of the last step there is."""
        return len(self.replay.steps)


async def replay(request: web.Request) -> web.StreamResponse:
    """Show the steps of an item or a forum, one of them open."""
    given = request.match_info["ref"]
    if _ITEM.fullmatch(given) and given != given.upper():
        location = f"/verlauf/{given.upper()}"
        return web.Response(status=301, headers={"Location": location})
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    faden, asked = request.app[FADEN], request.query.get(STAND, "")
    if asked:
        visit = await apart(request, _then, faden, visit, asked)
    if not _ITEM.fullmatch(given) and given not in {f.forum for f in visit.forums}:
        raise web.HTTPNotFound
    found = await apart(request, _replay, faden, visit, given)
    if found is None:
        raise web.HTTPNotFound
    shelf = _shelf(found, request.query.get("schritt", ""))
    is_item = bool(_ITEM.fullmatch(given))
    return page(request, "replay.html", visit, shelf=shelf, is_item=is_item)


def _then(faden: Faden, visit: Visit, asked: str) -> Visit:
    """Look at an earlier state without building its views: the log is enough."""
    then = as_of(faden, asked)
    return replace(visit, as_of=then, speech=replace(visit.speech, today=then.day))


def _replay(faden: Faden, visit: Visit, ref: str) -> Replay | None:
    asked = Asked(
        ref=ref,
        until=visit.position or faden.store.journal.head(),
        viewer=visit.viewer,
        speech=visit.speech,
        zone=visit.zone,
    )
    with faden.reading() as db:
        return steps_of(faden.store.journal, faden.proving, db, asked)


def _shelf(found: Replay, asked: str) -> Shelf:
    last = len(found.steps)
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= _DIGITS
    at = min(max(int(asked), 1), last) if is_number else last
    first = (at - 1) // SHOWN * SHOWN
    return Shelf(replay=found, steps=found.steps[first : first + SHOWN], at=at)
