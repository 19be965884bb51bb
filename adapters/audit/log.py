"""Log: each entry against its hash, its state, its texts, and the entry before it.

Read in pages, each with one statement, so that a writer beside is never held up
and a long log needs no more memory than a short one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import msgspec
import sqlalchemy as sa

from adapters.audit.difference import Difference, What, different
from adapters.audit.entries import UNFIT, Entry, page, positions
from adapters.audit.texts import Gone, of_texts
from adapters.erasing.gone import goings, today
from adapters.journal import leaf
from adapters.journal.codec import Codec, UnknownKindError, UnreadableError


class _Envelope(msgspec.Struct):
    """What of a state is written a second time beside it."""

    effective: str
    command: str
    sealed: dict[str, str | None] = {}


_ENVELOPE: Final = msgspec.json.Decoder(_Envelope)


def of_log(
    engine: sa.Engine, codec: Codec, head: int, progress: Callable[[int], None]
) -> Iterator[Difference]:
    """Yield what differs in the entries up to ``head`` and in their texts."""
    last: Entry | None = None
    seen = 0
    with engine.connect() as db:
        gone = today(goings(db))
    while seen < head:
        begun = seen
        for position, entry in _read(engine, seen, head):
            if position != seen + 1:
                yield different(What.MISSING, position=seen + 1, last=position - 1)
            if isinstance(entry, Entry):
                yield from _in_order(entry, last)
                yield from _of_one(codec, entry, gone)
                last = entry
            else:
                yield _unreadable(position, entry)
                last = None
            seen = position
        if seen == begun:
            yield _unreadable(seen + 1, "…")
            return
        progress(seen)


def _read(
    engine: sa.Engine, after: int, head: int
) -> Iterator[tuple[int, Entry | str]]:
    """Yield the next entries; those that cannot be read with the reason why."""
    try:
        found = page(engine, after, head)
    except UNFIT:
        for position in positions(engine, after, head):
            try:
                (entry,) = page(engine, position - 1, position)
            except UNFIT as error:
                yield position, _reason(error)
            else:
                yield position, entry
        return
    for entry in found:
        yield entry.position, entry


def _reason(error: Exception) -> str:
    if isinstance(error, sa.exc.DBAPIError):
        error = error.orig if isinstance(error.orig, Exception) else error
    return f"{type(error).__name__}: {error}"


def _unreadable(position: int, reason: str) -> Difference:
    return different(What.UNREADABLE, table="event", row=str(position), reason=reason)


def _in_order(entry: Entry, last: Entry | None) -> Iterator[Difference]:
    """Compare an entry with those before it, in the log and in its stream."""
    position, stream = entry.position, entry.stream
    if last is not None and entry.recorded_at < last.recorded_at:
        yield different(What.TIME, position=position)
    follows = (
        entry.before is None
        if entry.version == 1
        else entry.before is not None and entry.before < position
    )
    if not follows:
        version = entry.version
        yield different(What.VERSION, position=position, stream=stream, version=version)
    same = last is not None and last.command_id == entry.command_id
    if last is None and position > 1:  # the one before is known to be wrong
        return
    if entry.n != (last.n + 1 if same and last is not None else 0):
        yield different(What.COMMAND, position=position, n=entry.n)


def _of_one(codec: Codec, entry: Entry, gone: Gone) -> Iterator[Difference]:
    """Compare an entry with its hash, its columns and its texts."""
    position = entry.position
    try:
        header = leaf.header(entry.kind, entry.recorded_at, entry.stream, entry.version)
        if leaf.leaf_hash(header, entry.state) != entry.leaf_hash:
            yield different(What.LEAF, position=position, stream=entry.stream)
        if not leaf.is_canonical(entry.state):
            yield different(What.NOT_CANONICAL, position=position)
        envelope = _ENVELOPE.decode(entry.state)
    except (*UNFIT, msgspec.DecodeError) as error:
        yield _unreadable(position, _reason(error))
        return
    for column, here, there in (
        ("effective_on", entry.effective_on, envelope.effective),
        ("command_id", entry.command_id, envelope.command),
    ):
        if here != there:
            yield different(What.COLUMN, position=position, column=column)
    yield from _content(codec, entry)
    yield from of_texts(entry, envelope.sealed, gone)


def _content(codec: Codec, entry: Entry) -> Iterator[Difference]:
    """Read an entry as the program does."""
    texts = {field: str(kept.text) for field, kept in entry.texts.items()}
    try:
        codec.decode(entry.kind, entry.state, texts)
    except UnknownKindError as error:
        yield different(What.KIND_UNKNOWN, position=entry.position, kind=error.kind)
    except UnreadableError as error:
        yield different(What.CONTENT, position=entry.position, reason=str(error))
