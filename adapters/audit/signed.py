"""Signed: what was signed of the log against the hashes that it holds today."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from adapters.audit.checkpoints import Signed, has_table, signed_of
from adapters.audit.difference import Difference, What, different
from adapters.audit.leaves import DamagedError, grow
from adapters.audit.signing import verify
from adapters.journal.tables import checkpoint
from core.note import Key, MalformedError, UntrustedError, opened
from core.tree import Tree


def of_checkpoints(engine: sa.Engine) -> Iterator[Difference]:
    """Yield what differs: a row that is gone or no checkpoint, its key, its root."""
    wanted = sa.select(checkpoint).order_by(checkpoint.c.number)
    tree, key, rows = Tree(), None, []
    with engine.connect() as db:
        if has_table(db):
            rows = [tuple(row) for row in db.execute(wanted)]
    for expected, (number, size, note, written) in enumerate(rows, 1):
        if number != expected:
            yield different(What.CHECKPOINT_MISSING, number=expected)
            return
        try:
            found = signed_of(note, written)
        except (MalformedError, AttributeError, TypeError) as error:
            yield different(What.CHECKPOINT, number=number, reason=str(error))
            continue
        key = key or found.key
        yield from _of_one(engine, tree, found, key, size)


def _of_one(
    engine: sa.Engine, tree: Tree, found: Signed, key: Key, size: object
) -> Iterator[Difference]:
    """Compare one, and let ``tree`` grow up to it."""
    said = found.checkpoint
    try:
        opened(found.note, (key,), verify)
    except UntrustedError:
        yield different(What.CHECKPOINT_SIGNATURE, size=said.size)
    if found.key != key or said.origin != key.name:
        yield different(What.CHECKPOINT_SIGNATURE, size=said.size)
    try:
        with engine.connect() as db:
            grow(tree, db, said.size)
        same = tree.root(said.size) == said.root and size == said.size
    except (DamagedError, ValueError):  # an entry is missing, or its hash
        same = False
    if not same:
        yield different(What.CHECKPOINT_ROOT, size=said.size)
