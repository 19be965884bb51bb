"""Live: tells open pages that something changed, by server-sent events.

The id of an event is a place: how far the board had read, and the last numbers of
the inbox and outbox. A browser that comes back names the last one it got, so it
hears at once of whatever it missed and of nothing else.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Final, NamedTuple, Self

from aiohttp import web
from aiohttp_sse import EventSourceResponse
from sqlalchemy import Connection

from adapters.hub import Hub, woken_by
from adapters.main import Faden
from adapters.web.keys import FADEN, apart
from adapters.web.visit import Visit, session_of, visiting
from projections.asks import ASKS
from projections.commitments import COMMITMENTS
from projections.decisions import DECISIONS
from projections.information import INFORMATION
from projections.view import position

BEAT: Final = 15.0  # seconds without news after which we say that we are there
RETRY: Final = 2000  # milliseconds after which a browser comes back
_SHOWN: Final = (COMMITMENTS, INFORMATION, ASKS, DECISIONS)  # on the board
_PLACE: Final = re.compile(r"(\d{1,18})\.(\d{1,18})\.(\d{1,18})")


class Place(NamedTuple):
    """How far a page has seen."""

    board: int
    heard: int
    told: int

    @property
    def text(self) -> str:
        """Return it as it stands in an event."""
        return f"{self.board}.{self.heard}.{self.told}"

    @classmethod
    def read(cls, text: str | None) -> Self | None:
        """Return the place that ``text`` names, if it names one."""
        match = _PLACE.fullmatch(text or "")
        return cls(*(int(number) for number in match.groups())) if match else None


HUB: Final = web.AppKey("hub", Hub)


async def listening(app: web.Application) -> AsyncIterator[None]:
    """Hear of changes as long as the application runs."""
    async for _ in woken_by(app[HUB], app[FADEN].listen):
        yield


async def end_streams(app: web.Application) -> None:
    """Let open pages go when the server stops; they will come back."""
    app[HUB].close()


async def live(request: web.Request) -> web.StreamResponse:
    """Send an event for every change that this person can see."""
    visit = await visiting(request)
    if visit is None:
        raise web.HTTPForbidden
    if request.transport is None:  # gone while we looked who it is
        return web.Response()
    stream = EventSourceResponse(sep="\n", ping_interval=BEAT)
    with request.app[HUB].attend() as woken, suppress(ConnectionError, TimeoutError):
        await stream.prepare(request)
        async with stream:
            await _send(request, visit, stream, woken)
    return stream


async def _send(
    request: web.Request,
    visit: Visit,
    stream: EventSourceResponse,
    woken: asyncio.Event,
) -> None:
    faden, hub = request.app[FADEN], request.app[HUB]
    named = request.headers.get("Last-Event-ID") or request.query.get("from")
    seen = Place.read(named)
    if seen is None:
        seen = await apart(request, _place, faden, visit.person, Place(0, 0, 0))
    await stream.send("", id=seen.text, event="here", retry=RETRY)
    while not hub.closing and stream.is_connected():
        woken.clear()
        now = await apart(request, _place, faden, visit.person, seen)
        if news := _news(seen, now):
            await stream.send(news, id=now.text, event="changed")
        seen = now
        with suppress(TimeoutError):  # held-back letters become due without a sign
            async with asyncio.timeout(BEAT):
                await woken.wait()
        if not await _still_there(request, visit):
            return


async def _still_there(request: web.Request, visit: Visit) -> bool:
    """Whether the session still holds; without one the demonstration goes on."""
    if not visit.signed_in:
        return not session_of(request)
    faden, token = request.app[FADEN], session_of(request)
    person = await apart(
        request, faden.store.office.sessions.whose, token, faden.clock()
    )
    return person == visit.person


def _news(seen: Place, now: Place) -> str:
    """Return what changed: the board, the talk, both or nothing."""
    kinds = {"board": now.board != seen.board, "talk": now[1:] != seen[1:]}
    return " ".join(kind for kind, changed in kinds.items() if changed)


def _place(faden: Faden, person: str, seen: Place) -> Place:
    """Return how far everything is, reading only what came behind ``seen``."""
    office = faden.store.office
    heard, told = seen.heard, seen.told
    while rows := office.inbox.thread(person, heard):
        heard = rows[-1].seq
    while letters := office.outbox.thread(person, told, now=faden.clock()):
        told = letters[-1].seq
    with faden.reading() as db:
        return Place(board_place(db), heard, told)


def board_place(db: Connection) -> int:
    """Return how far the views behind the board have read, together."""
    return sum(position(db, view) for view in _SHOWN)
