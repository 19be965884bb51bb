"""Bundle: writes the record, or a part of it, into one file (*Prüfdatei*).

The format stands in ``core.bundle``. Headers and states go into the file byte for
byte as they were stored, and each is compared with its hash on the way, so that no
file is written that would not be believed. The same entries give the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from typing import Final, TypeAlias

import msgspec
import sqlalchemy as sa

from adapters.audit.checkpoints import Signed
from adapters.audit.entries import Entry, at, pages
from adapters.audit.extent import Extent, Request
from adapters.audit.leaves import DamagedError
from adapters.audit.texts import opens
from adapters.erasing.gone import Place, goings
from adapters.journal import leaf
from core.bundle.head import FORMAT, Scope
from core.bundle.leaf import EXPLAINING
from core.ports import Circle
from core.tree import Tree

CHUNK: Final = 2**18  # bytes that are handed on at once

LeftOut: TypeAlias = list[tuple[int, str]]
"""Texts that cannot be proved, by entry and field; grows while lines are written."""


class _State(msgspec.Struct):
    """What of a state decides how it is shown."""

    circle: str = msgspec.field(name="class")
    sealed: dict[str, str | None] = {}


_STATE = msgspec.json.Decoder(_State)


def lines(
    log: sa.Engine, extent: Extent, request: Request, left_out: LeftOut
) -> Iterator[bytes]:
    """Yield the lines of a file.

    A text that does not open what was sealed, as where its salt is lost, is
    ``left_out``: whoever checks the file reads that nothing explains its absence.

    Raises:
        DamagedError: an entry is not what its hash says.
    """
    digest, count = sha256(), 0
    tree, size = extent.tree, extent.newest.checkpoint.size
    for part in (
        [_head(extent, request)],
        _checkpoints(tree, extent.known, 0),
        _entries(log, tree, size, request, left_out),
        _checkpoints(tree, extent.later, size),
        _later(log, extent, left_out),
    ):
        for value in part:
            line = value + b"\n"
            digest.update(line)
            count += 1
            yield line
    yield leaf.canonical({"end": digest.hexdigest(), "lines": count}) + b"\n"


def chunks(
    log: sa.Engine, extent: Extent, request: Request, left_out: LeftOut
) -> Iterator[bytes]:
    """Yield a file in pieces of about one size; raises as ``lines``."""
    waiting = bytearray()
    for line in lines(log, extent, request, left_out):
        waiting += line
        if len(waiting) >= CHUNK:
            yield bytes(waiting)
            waiting.clear()
    yield bytes(waiting)


def _head(extent: Extent, request: Request) -> bytes:
    newest, (first, *others) = extent.newest.checkpoint, extent.keys
    return leaf.canonical(
        {
            "bundle": FORMAT,
            "key": first[1].written(),
            "keys": [{"entry": at, "key": key.written()} for at, key in others],
            "origin": newest.origin,
            "scope": request.scope,
            "size": newest.size,
            "texts": request.texts,
            "witnesses": [
                {"key": key.written(), "org": org}
                for key, org in extent.witnesses.items()
            ],
        }
    )


def _checkpoints(tree: Tree, known: Iterable[Signed], old: int) -> Iterator[bytes]:
    for each in known:
        size = each.checkpoint.size
        proof = [node.hex() for node in tree.consistency_proof(old, size)]
        yield leaf.canonical({"checkpoint": each.note.written(), "consistency": proof})
        old = size


def _later(log: sa.Engine, extent: Extent, left_out: LeftOut) -> Iterator[bytes]:
    """Yield what explains something, from behind the end."""
    if extent.later:
        size, nothing = extent.later[-1].checkpoint.size, Request(Scope.PART)
        with log.connect() as db:
            for entry in at(db, extent.entries):
                entry.texts.clear()  # what is said instead belongs to later on
                yield from _of_one(entry, extent.tree, size, nothing, left_out)


def _entries(
    log: sa.Engine, tree: Tree, size: int, request: Request, left_out: LeftOut
) -> Iterator[bytes]:
    streams = request.streams if request.scope is Scope.PART else None
    with log.connect() as db:
        all_of_them = goings(db)
    gone = {going.place for going in all_of_them}
    others = {going.entry for going in all_of_them if going.item not in request.streams}
    for page in pages(log, size, streams, EXPLAINING):
        for entry in page:
            if streams is not None and entry.position in others:
                continue  # what went elsewhere, and is said there instead
            yield from _of_one(_shown(entry, gone), tree, size, request, left_out)


def _shown(entry: Entry, gone: Collection[Place]) -> Entry:
    """Leave out what is said instead of a text that went: its own entry shows it."""
    for field in [*entry.texts]:
        if Place(entry.stream, entry.version, field) in gone:
            del entry.texts[field]
    return entry


def _of_one(
    entry: Entry, tree: Tree, size: int, request: Request, left_out: LeftOut
) -> Iterator[bytes]:
    position = entry.position
    try:
        header = leaf.header(entry.kind, entry.recorded_at, entry.stream, entry.version)
        found, state = leaf.leaf_hash(header, entry.state), _STATE.decode(entry.state)
    except (msgspec.DecodeError, TypeError, ValueError) as error:
        raise DamagedError(position) from error
    if found != tree.leaf_hash(position - 1) or not leaf.is_canonical(entry.state):
        raise DamagedError(position)
    if request.scope is Scope.PUBLIC and state.circle != Circle.PUBLIC:
        yield b'{"entry":%d,"hash":"%s"}' % (position, found.hex().encode())
        return
    proof = b""
    if request.scope is Scope.PART:
        hashes = tree.inclusion_proof(position - 1, size)
        proof = b'"inclusion":%s,' % leaf.canonical([one.hex() for one in hashes])
    shown = (position, header, proof, entry.state)
    yield b'{"entry":%d,"header":%s,%s"state":%s}' % shown
    if request.texts:
        yield from _texts(entry, state, left_out)


def _texts(entry: Entry, state: _State, left_out: LeftOut) -> Iterator[bytes]:
    for field, kept in sorted(entry.texts.items()):
        place = Place(entry.stream, entry.version, field)
        if not opens(kept, place, state.sealed.get(field)):
            left_out.append((entry.position, field))
            continue
        yield leaf.canonical(
            {
                "entry": entry.position,
                "field": field,
                "salt": kept.salt.hex(),
                "text": kept.text,
            }
        )
