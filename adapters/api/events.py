"""Events: what is recorded, as it happens, by server-sent events (*Ereignisstrom*).

::

    a client --Last-Event-ID: 4711, or ?after=4711--> 4712, 4713, … as far as it sees
             --neither--> what is recorded from now on

The id of an event is its position in the log. Every stream is told of the same news by
one reading for each viewer; without news it says every some seconds that it is there.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, Final

from aiohttp import web
from pydantic import BeforeValidator, Field
from sqlalchemy import Connection

from adapters.api import shapes
from adapters.api.access import Caller, admitted
from adapters.api.keys import API, Answered, Api
from adapters.api.operation import Asked, Digits, digits
from adapters.api.problems import Problem
from adapters.api.reading import acceptable, noted, read
from adapters.api.steps import EntryOut, out
from adapters.office.api_tokens import Scope
from projections import history
from projections.history import HISTORY
from projections.view import position
from projections.viewer import Viewer

MEDIA: Final = "text/event-stream"
PATH: Final = "/events"
BEAT: Final = 15.0  # seconds without news after which we say that we are there
RETRY: Final = 2_000  # milliseconds after which a client comes back
BATCH: Final = 200  # entries of one reading
_HEAD: Final = f"retry: {RETRY}\n\n".encode()
_THERE: Final = b": there\n\n"
_ID: Final = re.compile(r"[0-9]{1,15}", re.ASCII)


Seconds = Annotated[int, Field(ge=0, le=86_400), BeforeValidator(digits)]


class Following(Asked):
    """From where on, and for how long; without ``seconds`` until the client goes."""

    after: Digits | None = Field(
        default=None, description="The last entry seen; Last-Event-ID goes first."
    )
    seconds: Seconds | None = None


async def follow(request: web.Request) -> web.StreamResponse:
    """Send every entry that is recorded and that the caller may see, as it comes."""
    caller = await admitted(request, Scope.READ)
    acceptable(request, MEDIA)
    api, asked = request.app[API], read(request, Following)
    seen = _last(request, asked)
    head = await api.apart(_head, api)
    if seen is not None and seen > head:
        raise Problem("header_invalid", header="Last-Event-ID")
    await noted(request, caller)
    stream = web.StreamResponse(
        headers={"Content-Type": MEDIA, "X-Accel-Buffering": "no"}
    )
    with api.hub.attend() as woken, suppress(ConnectionError, TimeoutError):
        await stream.prepare(request)
        await stream.write(_HEAD)
        end = None if asked.seconds is None else _now() + asked.seconds
        await _send(api, caller, stream, (head if seen is None else seen, end), woken)
        await stream.write_eof()
    return stream


def _last(request: web.Request, asked: Following) -> int | None:
    said = request.headers.getall("Last-Event-ID", [])
    if not said:
        return asked.after
    if len(said) > 1 or not _ID.fullmatch(said[0].strip()):
        raise Problem("header_invalid", header="Last-Event-ID")
    return int(said[0])


async def _send(
    api: Api,
    caller: Caller,
    stream: web.StreamResponse,
    span: tuple[int, float | None],
    woken: asyncio.Event,
) -> None:
    seen, end = span
    while not api.hub.closing:
        woken.clear()
        viewer = await _viewer(api, caller)
        if viewer is None:
            return
        news, upto = await _shared(api, viewer, seen)
        if news:
            await stream.write(news)
        if upto > seen:
            seen = upto
            continue
        left = BEAT if end is None else min(BEAT, end - _now())
        if left <= 0:
            return
        try:
            async with asyncio.timeout(left):
                await woken.wait()
        except TimeoutError:
            await stream.write(_THERE)


async def _viewer(api: Api, caller: Caller) -> Viewer | None:
    """Return what the caller may see now; ``None``: the token opens nothing more."""
    token = await api.token(caller.secret)
    return None if token is None else await api.viewer(token)


def _head(api: Api) -> int:
    with api.faden.reading() as db:
        return position(db, HISTORY)


async def _shared(api: Api, viewer: Viewer, seen: int) -> tuple[bytes, int]:
    """Return ``_news``, read once for all streams that stand at the same place."""
    stamp, at = api.stamp(), ("news", viewer, seen)
    known = api.answered(at)
    if known is None:
        news, upto = await api.once(at, lambda: _news(api, viewer, seen))
        known = Answered(news, str(upto))
        api.keep(at, known, stamp)
    return known.body, int(known.etag)


def _news(api: Api, viewer: Viewer, seen: int) -> tuple[bytes, int]:
    """Return what came behind ``seen``, ready to be sent, and up to where that is."""
    with api.faden.reading() as db:
        head = position(db, HISTORY)
        upto = min(head, seen + BATCH)
        told = [_event(one) for one in entries(db, viewer, seen, upto)]
    return b"".join(told), upto


def entries(db: Connection, viewer: Viewer, seen: int, upto: int) -> Sequence[EntryOut]:
    """Return the entries behind ``seen`` and up to ``upto`` that ``viewer`` may see."""
    return [out(step) for step in history.between(db, viewer, seen, upto)]


def _event(entry: EntryOut) -> bytes:
    head = f"id: {entry.position}\nevent: {entry.kind}\ndata: ".encode()
    return head + shapes.encoded(entry) + b"\n\n"


def _now() -> float:
    return asyncio.get_running_loop().time()
