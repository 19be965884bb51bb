"""Replay: how something came about, as a page to step through or a PDF (*Verlauf*)."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from aiohttp import web

from adapters.asof import as_of
from adapters.audit.replay import Asked, Replay, Shown, Told
from adapters.audit.replay import replay as steps_of
from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import RENDERER, Renderer, page
from adapters.web.report import MissingError, drawn, is_extra_there, report
from adapters.web.taken import note
from adapters.web.visit import STAND, Visit, visiting
from bots.locale import N_

SHOWN: Final = 200  # steps of a page; further ones are reached by their number
LONGEST: Final = 300  # steps of a PDF for a page: some ten seconds; source: measured
DRAWING: Final = web.AppKey("drawing", asyncio.Lock)  # one PDF at a time
_TOO_LONG: Final = N_(
    "These are more than {longest} steps, too many for a PDF from here. Please look at "
    "an item or an earlier day, or have it made with faden audit replay {ref} --pdf "
    "FILE."
)
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
    if request.query.get("als") == "pdf":
        return await _paper(request, visit, found)
    if request.query.get("als") == "beweis":
        return await _proof(request, found, request.query.get("schritt", ""))
    shelf = _shelf(found, request.query.get("schritt", ""))
    is_item = bool(_ITEM.fullmatch(given))
    pdf = is_extra_there() and shelf.last <= LONGEST
    return page(request, "replay.html", visit, shelf=shelf, is_item=is_item, pdf=pdf)


async def _paper(request: web.Request, visit: Visit, found: Replay) -> web.Response:
    """Send all steps as a PDF, or say what it takes."""
    if len(found.steps) > LONGEST:
        sentence = visit.speech.words(_TOO_LONG, longest=LONGEST, ref=found.ref)
        return _no_paper(request, visit, sentence)
    try:
        async with request.app[DRAWING]:
            faden, renderer = request.app[FADEN], request.app[RENDERER]
            body = await apart(request, _drawn, faden, renderer, visit, found)
    except MissingError as error:
        return _no_paper(request, visit, visit.speech.translate(error.sentence))
    then = f"-{visit.as_of.position}" if visit.as_of else ""
    name = f"Verlauf-{found.ref}{then}.pdf"
    item = found.ref if _ITEM.fullmatch(found.ref) else None
    await apart(request, note, faden, visit, name, item)
    kept = {"Content-Disposition": f'inline; filename="{name}"'}
    return web.Response(body=body, content_type="application/pdf", headers=kept)


async def _proof(request: web.Request, found: Replay, asked: str) -> web.Response:
    """Send the proof of a step, else of the one that decided, as a file.

    Raises:
        HTTPNotFound: it is not for the visitor, or no checkpoint covers it yet.
    """
    steps = [found.steps[_shelf(found, asked).at - 1]] if asked else found.steps
    shown = [one.entry for one in steps if isinstance(one, Told)]
    proving = request.app[FADEN].proving
    single = await apart(request, proving.single, shown) if shown else None
    if single is None:
        raise web.HTTPNotFound
    entry, text = single
    named = f'attachment; filename="{found.ref}-Eintrag-{entry}.tlog-proof"'
    kept = {"Content-Disposition": named}
    return web.Response(text=text, content_type="text/plain", headers=kept)


def _no_paper(request: web.Request, visit: Visit, sentence: str) -> web.Response:
    title = visit.speech.translate(N_("No PDF"))
    status = web.HTTPNotImplemented.status_code
    return page(
        request, "error.html", visit, status=status, title=title, sentence=sentence
    )


def _drawn(faden: Faden, renderer: Renderer, visit: Visit, found: Replay) -> bytes:
    with faden.reading() as db:
        given = report(db, found, visit.speech, visit.as_of)
    return drawn(renderer, given)


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
