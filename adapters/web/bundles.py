"""Bundles: the record as a file, for everybody or with its texts (*Prüfdatei*).

::

    public: made once per checkpoint, then sent to whoever asks
    whole:  signed --> who gets it is recorded --> sent while it is read

Both are byte for byte what ``faden audit bundle`` writes up to the same entry.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Generator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, NamedTuple, TypeAlias, cast

import structlog
from aiohttp import web

from adapters.audit.bundle import LeftOut, chunks
from adapters.audit.checkpoints import KeyChangedError, OtherKeyError
from adapters.audit.extent import Request, extent
from adapters.audit.leaves import DamagedError
from adapters.audit.published import File, Published
from adapters.audit.sealing import Sealing
from adapters.audit.source import of_store
from adapters.main import Faden
from adapters.unexpected import whence
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page, stranger
from adapters.web.typed import form, number
from adapters.web.visit import Visit, visiting
from bots.locale import N_
from core.bundle.head import Scope
from core.export import Made, Make
from core.facts import Power
from core.note import MalformedError
from core.ports import Order, Via
from core.sealed import Sealed

PLACE: Final = "/pruefdatei"
PUBLIC: Final = f"{PLACE}/oeffentlich"
_MEGA: Final = 1000  # kilobytes
_WHOLE: Final = Request(Scope.FULL)
_POWERS: Final = {Power.AUDIT.value, Power.COORDINATE.value}
_UNSIGNED: Final = (OtherKeyError, KeyChangedError, MalformedError, OSError)
_NO_FILE: Final = N_(
    "The log cannot be signed at present, so there is no file, and nothing was "
    "recorded. Please tell coordination; faden audit checkpoint says why."
)
_LOG: Final = structlog.get_logger("web")
_Pieces: TypeAlias = Generator[bytes, None, None]


class _Reach(NamedTuple):
    """Of which log a file is, and up to which entry."""

    origin: str
    size: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is of the public file; one is made at a time."""

    published: Published | None
    lock: asyncio.Lock


SHELF: Final = web.AppKey("shelf", Shelf)


def shelf(faden: Faden) -> Shelf:
    """Return an empty shelf; where nothing is signed it stays so."""
    sealing = faden.sealing
    published = None if sealing is None else Published(faden.store, sealing.place)
    return Shelf(published, asyncio.Lock())


async def show(request: web.Request) -> web.Response:
    """Show which files there are to be had."""
    visit = await visiting(request)
    found = request.app[SHELF].published
    newest, made = await apart(request, found.made) if found else (None, None)
    return page(request, "bundles.html", visit, newest=newest, made=made, weight=weight)


def weight(length: int) -> str:
    """Return how large a file of so many bytes is."""
    kilo = -(-length // 1000)
    return f"{kilo} kB" if kilo < _MEGA else f"{-(-kilo // 1000)} MB"


async def public(request: web.Request) -> web.Response:
    """Send the public file.

    Raises:
        HTTPNotFound: there is no checkpoint yet.
    """
    found = request.app[SHELF]
    if found.published is None:
        raise web.HTTPNotFound
    try:
        async with found.lock:
            file = await apart(request, found.published.file)
    except _UNSIGNED as error:
        return await _unsigned(request, error)
    if file is None:
        raise web.HTTPNotFound
    reach = _Reach(file.checkpoint.origin, file.checkpoint.size)
    headers = {**_named(reach, "oeffentlich"), "Content-Length": str(file.length)}
    return web.Response(body=_read(request, file), headers=headers)


async def whole(request: web.Request) -> web.StreamResponse:
    """Record who gets the file with all texts, and send it."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    if not visit.viewer.oversees:
        raise web.HTTPNotFound
    fields = dict(await form(request))
    fields["ref"] = number(fields)
    faden = request.app[FADEN]
    if faden.sealing is None:
        raise web.HTTPNotFound
    try:
        reach = await apart(request, _recorded, faden, faden.sealing, visit, fields)
        pieces = _pieces(faden, faden.sealing, reach)
        first = await apart(request, next, pieces)
    except _UNSIGNED as error:
        return await _unsigned(request, error)
    return await _sent(request, reach, first, pieces)


async def _sent(
    request: web.Request, reach: _Reach, first: bytes, rest: _Pieces
) -> web.StreamResponse:
    """Send all pieces; where an entry is not what was written, break off."""
    headers = {**_named(reach, "vollstaendig"), "X-Accel-Buffering": "no"}
    answer = web.StreamResponse(headers=headers)
    await answer.prepare(request)
    with closing(rest), suppress(ConnectionError):  # the browser may go
        try:
            piece: bytes | None = first
            while piece is not None:
                await answer.write(piece)
                piece = await apart(request, next, rest, None)
        except DamagedError as error:
            _LOG.error("log damaged", position=error.position)
            if request.transport is not None:
                request.transport.abort()  # else it would pass for a whole file
        else:
            await answer.write_eof()
    return answer


async def _read(request: web.Request, file: File) -> AsyncIterator[bytes]:
    at = 0
    while piece := await apart(request, file.read, at):
        yield piece
        at += len(piece)


def _recorded(
    faden: Faden, sealing: Sealing, visit: Visit, fields: Mapping[str, str]
) -> _Reach:
    """Record who gets all texts so far; sent once more, nobody gets later ones.

    Raises:
        Refusal: the rules say no.
    """
    made = sealing.make().checkpoint
    mark = sha256(f"{visit.person}/{fields['ref']}".encode()).hexdigest()[:16]
    able = (one.org for one in visit.mandates if not _POWERS.isdisjoint(one.powers))
    to = Sealed(fields.get("an", ""))
    order = Order(
        command_id=f"web/{visit.person}/{fields['ref']}",
        command=Make(scope=Scope.FULL, upto=made.size, to=to),
        stream=f"export:{mark}",
        actor=visit.person,
        org=next(able, ""),
        today=faden.today(),
        now=faden.clock(),
        via=Via.WEB,
    )
    answer = faden.desk.submit(order)
    if answer.refusal is not None:
        raise answer.refusal
    (recorded,) = faden.store.journal.stream(f"export:{mark}")
    return _Reach(made.origin, cast("Made", recorded.event).upto)


def _pieces(faden: Faden, sealing: Sealing, reach: _Reach) -> _Pieces:
    with of_store(faden.store) as source:
        found = extent(source.log, sealing.place, _WHOLE, reach.size)
        left_out: LeftOut = []
        yield from chunks(source.log, found, _WHOLE, left_out)
    if left_out:
        _LOG.error("texts left out", count=len(left_out), first=left_out[0])


def _named(reach: _Reach, kind: str) -> Mapping[str, str]:
    """Return how a file is called: after the region, and how far it reaches."""
    region = re.sub(r"[^A-Za-z0-9.-]+", "-", reach.origin.removesuffix("/log"))
    name = f"pruefdatei-{region}-{reach.size}-{kind}.jsonl"
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Type": "application/x-ndjson",
    }


async def _unsigned(request: web.Request, error: Exception) -> web.Response:
    """Say that there is no file; why is for whoever runs the machine."""
    _LOG.error("no bundle", **whence(error))
    visit = await visiting(request)
    speech = visit.speech if visit else stranger(request)
    title, sentence = speech.translate(N_("No file")), speech.translate(_NO_FILE)
    status = web.HTTPServiceUnavailable.status_code
    return page(
        request, "error.html", visit, status=status, title=title, sentence=sentence
    )
