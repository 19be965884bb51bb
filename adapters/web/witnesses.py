"""Witnesses: who else signs the log, and where to hand that in (*Zeugen*).

The page is for everybody; what is handed in proves itself, yet only somebody who is
signed in may do so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import web

from adapters.audit.checkpoints import newest
from adapters.audit.cosigning import Standing, last_seen, standing
from adapters.handing import handed_in
from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page, stranger
from adapters.web.typed import pasted
from adapters.web.visit import Visit, visiting
from bots import witnessing as wording
from bots.speech import Speech
from projections import people


@dataclass(frozen=True, slots=True)
class Shown:
    """How far the log is witnessed; ``rows`` are organisations with sizes."""

    key: str | None  # with which the log is signed now
    standing: str
    rows: Sequence[tuple[str, int | None]]


async def show(request: web.Request) -> web.Response:
    """Show who bears witness, and up to where."""
    visit = await visiting(request)
    return await _page(request, visit, [], failed=False)


async def hand_in(request: web.Request) -> web.Response:
    """Check what was pasted or uploaded, keep it, and say what came of it."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    said = await pasted(request)
    lines, kept = await apart(request, _take, request.app[FADEN], visit, said)
    return await _page(
        request, visit, lines, failed=not kept, typed=said.decode("utf-8", "replace")
    )


async def _page(
    request: web.Request,
    visit: Visit | None,
    said: Sequence[str],
    *,
    failed: bool,
    typed: str = "",
) -> web.Response:
    speech = visit.speech if visit else stranger(request)
    found = await apart(request, _shown, request.app[FADEN], speech)
    status = 400 if failed else 200
    context = {"found": found, "said": said, "failed": failed, "typed": typed}
    return page(request, "witnesses.html", visit, status=status, **context)


def witnessed(best: Standing, speech: Speech) -> str:
    """Say by how many organisations the log is witnessed, and up to where."""
    return wording.standing(best.checkpoint.size, best.count, best.of_all, speech)


def _shown(faden: Faden, speech: Speech) -> Shown:
    names, now = faden.speech(None, speech.language), int(faden.clock().timestamp())
    with faden.reading() as db:
        members = people.members(db, faden.today())
    with faden.store.reading() as db:
        best, seen, last = standing(db, members, now), last_seen(db, now), newest(db)
    told = witnessed(best, speech) if best else wording.standing(0, 0, 0, speech)
    rows = [(names.org(org), size) for org, size in seen.items()]
    key = last.key.written() if last else None
    return Shown(key, told, sorted(rows, key=lambda row: row[0]))


def _take(faden: Faden, visit: Visit, said: bytes) -> tuple[Sequence[str], bool]:
    return handed_in(faden.store, said, faden.clock(), visit.speech)
