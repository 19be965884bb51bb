"""Leaves: the hash tree over the stored log, read once and then grown (*Hashbaum*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from adapters.journal.tables import event
from core.tree import Tree

_CHUNK: Final = 10_000  # hashes per statement


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
    while found := behind(db, len(tree), size):
        for expected, (position, _) in enumerate(found, len(tree) + 1):
            if position != expected:
                raise DamagedError(expected)
        tree.extend([hashed for _, hashed in found])
    return tree


def shared(one: sa.Connection, other: sa.Connection) -> int:
    """Return with how many entries two logs begin alike."""
    size = 0
    while True:
        pairs = list(
            zip(behind(one, size, None), behind(other, size, None), strict=False)
        )
        same = next((n for n, (a, b) in enumerate(pairs) if a != b), len(pairs))
        size += same
        if same < _CHUNK:
            return size


def behind(
    db: sa.Connection, position: int, size: int | None
) -> Sequence[tuple[int, bytes]]:
    """Return the next positions and hashes."""
    wanted = (
        sa.select(event.c.position, event.c.leaf_hash)
        .where(event.c.position > position)
        .order_by(event.c.position)
        .limit(_CHUNK)
    )
    if size is not None:
        wanted = wanted.where(event.c.position <= size)
    return [(row.position, row.leaf_hash) for row in db.execute(wanted)]
