"""Signed: what was signed of the log against the hashes that it holds today."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import sqlalchemy as sa

from adapters.audit.checkpoints import Signed, has_table, signed_of
from adapters.audit.difference import Difference, What, different
from adapters.audit.leaves import behind
from adapters.audit.signing import verify
from adapters.journal.tables import checkpoint
from core.merkle import Peaks
from core.note import Key, MalformedError, UntrustedError, opened


def of_checkpoints(engine: sa.Engine) -> Iterator[Difference]:
    """Yield what differs: a row that is gone or no checkpoint, its key, its root."""
    wanted = sa.select(checkpoint).order_by(checkpoint.c.number)
    with engine.connect() as db:
        there = has_table(db)
        rows = [tuple(row) for row in db.execute(wanted)] if there else []
    found: list[tuple[Signed, object]] = []
    for expected, (number, size, note, written) in enumerate(rows, 1):
        if number != expected:
            yield different(What.CHECKPOINT_MISSING, number=expected)
            break
        try:
            found.append((signed_of(note, written), size))
        except (MalformedError, AttributeError, TypeError) as error:
            yield different(What.CHECKPOINT, number=number, reason=str(error))
    roots = _roots(engine, {each.checkpoint.size for each, _ in found})
    for each, size in found:
        said = each.checkpoint
        if not _is_signed(each, found[0][0].key):
            yield different(What.CHECKPOINT_SIGNATURE, size=said.size)
        if roots.get(said.size) != said.root or size != said.size:
            yield different(What.CHECKPOINT_ROOT, size=said.size)


def _is_signed(each: Signed, key: Key) -> bool:
    """Whether it was signed with the key of this log, which the first one shows."""
    try:
        opened(each.note, (key,), verify)
    except UntrustedError:
        return False
    return each.key == key and each.checkpoint.origin == key.name


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
