"""Self-check: how to examine the record oneself, and what is needed (*Selbst prüfen*).

These pages are for everybody, signed in or not; they tell nothing of what is recorded.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import Final

from aiohttp import web

from adapters.audit import onefile
from adapters.audit.checkpoints import Signed, latest, newest
from adapters.audit.cosigning import Standing, standing
from adapters.feeds.content import founded
from adapters.main import Faden
from adapters.web.keys import FADEN, apart
from adapters.web.render import RENDERER, page, stranger
from adapters.web.visit import visiting
from adapters.web.witnesses import witnessed
from bots import procedure
from core.checkpoint import Checkpoint
from core.witness import Request
from projections import entries, people

FEED: Final = 30  # checkpoints
_SIZE: Final = re.compile("[0-9]{1,12}")


async def show(request: web.Request) -> web.Response:
    """Show how to check a file, in the reader's language."""
    visit = await visiting(request)
    speech = visit.speech if visit else stranger(request)
    found, best = await apart(request, _standing, request.app[FADEN])
    told = "" if best is None or not best.count else witnessed(best, speech)
    name = f"pruefen.{speech.language}.html"
    return page(request, name, visit, checkpoint=found, standing=told)


async def verifier(request: web.Request) -> web.Response:
    """Send the verifier, one file."""
    text = await apart(request, _verifier)
    return _download(text, "verify.py")


async def checkpoint(request: web.Request) -> web.Response:
    """Send the newest checkpoint as the signed note that it is.

    For witnesses ``?seit=`` adds the proof that it continues what they signed last.
    """
    since = request.query.get("seit")
    if since is not None and not _SIZE.fullmatch(since):
        raise web.HTTPBadRequest
    found = await apart(request, _requested, request.app[FADEN], since)
    if found is None:
        raise web.HTTPNotFound
    text, size = found
    return _download(text, f"pruefstand-{size}.txt")


async def feed(request: web.Request) -> web.Response:
    """Send the newest checkpoints as an Atom feed, each with its signed note."""
    speech = stranger(request)
    found = await apart(request, _latest, request.app[FADEN])
    since = await apart(request, founded, request.app[FADEN])
    words = {"found": found, "since": since}
    html = request.app[RENDERER].html("pruefstand.atom", speech, words)
    return web.Response(text=html, content_type="application/atom+xml")


async def described(request: web.Request) -> web.Response:
    """Show every kind of entry with its fields, from the code."""
    visit = await visiting(request)
    speech = visit.speech if visit else stranger(request)
    kinds = procedure.kinds(speech)
    return page(request, "verfahren.html", visit, kinds=kinds, told=procedure)


@cache
def _verifier() -> str:
    return onefile.text()


def _latest(faden: Faden) -> list[tuple[Signed, datetime]]:
    """Return the newest checkpoints, and when the last entry of each was recorded."""
    with faden.store.reading() as db:
        found = latest(db, FEED)
    with faden.reading() as db:
        times = [entries.recorded_at(db, each.checkpoint.size) for each in found]
    return [(one, at) for one, at in zip(found, times, strict=True) if at is not None]


def _standing(faden: Faden) -> tuple[Checkpoint | None, Standing | None]:
    with faden.reading() as db:
        members = people.members(db, faden.today())
    with faden.store.reading() as db:
        best = standing(db, members, int(faden.clock().timestamp()))
        found = newest(db)
    return found.checkpoint if found else None, best


def _newest(faden: Faden) -> Signed | None:
    with faden.store.reading() as db:
        return newest(db)


def _requested(faden: Faden, since: str | None) -> tuple[str, int] | None:
    found = _newest(faden)
    if found is None:
        return None
    size, old = found.checkpoint.size, int(since or 0)
    if since is None or old > size:
        return found.note.written(), size
    proof = faden.proving.between(old, size).hashes if old else ()
    return Request(found.note, old, proof).written(), size


def _download(text: str, name: str) -> web.Response:
    kept = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(text=text, content_type="text/plain", headers=kept)
