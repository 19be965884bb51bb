"""Leaves: the hash tree over the stored log, read once and then grown (*Hashbaum*)."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.tables import event
from core.tree import Tree

_CHUNK: Final = 10_000  # hashes per fetch


class DamagedError(Exception):
    """The log is not what was written; ``position`` is where it shows."""

    def __init__(self, position: int) -> None:
        """Keep where."""
        super().__init__(f"entry {position}")
        self.position = position


def grow(tree: Tree, db: sa.Connection, size: int | None = None) -> Tree:
    """Bring ``tree`` up to the first ``size`` entries, else to all; return it.

    Raises:
        DamagedError: an entry is missing.
    """
    wanted = (
        sa.select(event.c.position, event.c.leaf_hash)
        .where(event.c.position > len(tree))
        .order_by(event.c.position)
    )
    if size is not None:
        wanted = wanted.where(event.c.position <= size)
    found = db.execute(wanted, execution_options={"yield_per": _CHUNK})
    for rows in found.partitions():
        first = len(tree) + 1
        for expected, row in enumerate(rows, first):
            if row.position != expected:
                raise DamagedError(expected)
        tree.extend([row.leaf_hash for row in rows])
    return tree
