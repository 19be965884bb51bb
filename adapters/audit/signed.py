"""Signed: what was signed of the log against the hashes that it holds today."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec
import sqlalchemy as sa

from adapters.audit.checkpoints import Signed, has_table, signed_of
from adapters.audit.difference import Difference, What, different
from adapters.audit.keys import Named, chain, named, witnesses
from adapters.audit.leaves import behind
from adapters.audit.signing import verify
from adapters.journal.added import cosignature
from adapters.journal.tables import checkpoint
from core.bundle.head import may_sign
from core.merkle import Peaks
from core.note import (
    Key,
    MalformedError,
    Note,
    UntrustedError,
    opened,
    parse_key,
    parse_signature,
)


def of_checkpoints(engine: sa.Engine) -> Iterator[Difference]:
    """Yield what differs: a row that is gone or no checkpoint, its key, its root."""
    wanted = sa.select(checkpoint).order_by(checkpoint.c.number)
    with engine.connect() as db:
        there = has_table(db, checkpoint)
        rows = [tuple(row) for row in db.execute(wanted)] if there else []
        all_named = _named(db)
    found: dict[int, tuple[Signed, object]] = {}
    for expected, (number, size, note, written) in enumerate(rows, 1):
        if number != expected:
            yield different(What.CHECKPOINT_MISSING, number=expected)
            break
        try:
            found[number] = (signed_of(note, written), size)
        except (MalformedError, AttributeError, TypeError) as error:
            yield different(What.CHECKPOINT, number=number, reason=str(error))
    roots = _roots(engine, {each.checkpoint.size for each, _ in found.values()})
    last: Signed | None = None
    first = next((each.key for each, _ in found.values()), None)
    for each, size in found.values():
        said = each.checkpoint
        if not _holds(each, last, first, all_named):
            yield different(What.CHECKPOINT_SIGNATURE, size=said.size)
        if roots.get(said.size) != said.root or size != said.size:
            yield different(What.CHECKPOINT_ROOT, size=said.size)
        last = each
    notes = {number: each.note for number, (each, _) in found.items()}
    yield from _cosignatures(engine, notes, witnesses(all_named))


def is_believed(db: sa.Connection, each: Signed) -> bool:
    """Whether the key of the log signed ``each``, which is stored there."""
    c, size = checkpoint.c, each.checkpoint.size
    rows = sa.select(c.note, c.key).order_by(c.number)
    first = db.execute(rows.limit(1)).one()
    nearest = rows.where(c.size < size).order_by(None).order_by(c.number.desc())
    before = db.execute(nearest.limit(1)).first()
    try:
        last = None if before is None else signed_of(before.note, before.key)
        return _holds(each, last, parse_key(first.key), _named(db))
    except MalformedError:
        return False


def _named(db: sa.Connection) -> Sequence[Named]:
    """Return what the log names; an entry that cannot be read is told elsewhere."""
    try:
        return named(db)
    except (msgspec.DecodeError, MalformedError, TypeError):
        return ()


def _holds(
    each: Signed, last: Signed | None, first: Key | None, all_named: Sequence[Named]
) -> bool:
    """Whether a key that may sign behind ``last`` signed ``each``."""
    return _may_sign(each, last, first, all_named) and _is_signed(each)


def _may_sign(
    each: Signed, last: Signed | None, first: Key | None, all_named: Sequence[Named]
) -> bool:
    """Whether the log, so far as ``each`` reaches, says that its key signs there."""
    size = each.checkpoint.size
    keys = chain([one for one in all_named if one.entry <= size], first)
    before = None if last is None else last.key
    return each.key in may_sign(keys, before, last.checkpoint.size if last else 0)


def _is_signed(each: Signed) -> bool:
    try:
        opened(each.note, (each.key,), verify)
    except UntrustedError:
        return False
    return each.checkpoint.origin == each.key.name


def _cosignatures(
    engine: sa.Engine, notes: dict[int, Note], known: Collection[Key]
) -> Iterator[Difference]:
    """Yield what no witness signed."""
    with engine.connect() as db:
        there = has_table(db, cosignature)
        rows = (
            [tuple(row) for row in db.execute(sa.select(cosignature))] if there else []
        )
    for number, key, line in rows:
        try:
            signer = {one.written(): one for one in known}[key]
            note = Note(notes[number].text, (parse_signature(line),))
            opened(note, (signer,), verify)
        except (KeyError, MalformedError, UntrustedError, AttributeError):
            yield different(What.COSIGNATURE, number=number, key=str(key))


def _roots(engine: sa.Engine, sizes: Collection[int]) -> dict[int, bytes]:
    """Return the roots that the log has today, up to where an entry is missing."""
    peaks, found = Peaks(), dict[int, bytes]()
    while peaks.size < max(sizes, default=0):
        with engine.connect() as db:
            rows = behind(db, peaks.size, None)
        for position, hashed in rows:
            if position != peaks.size + 1 or not isinstance(hashed, bytes):
                return found
            peaks.append(hashed)
            if peaks.size in sizes:
                found[peaks.size] = peaks.root()
        if not rows:
            break
    return found
