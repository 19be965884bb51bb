"""Register: how far every set of tables has read (*Stand*).

A row for each view, and one more while new tables are built beside the live ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    String,
    Table,
    bindparam,
    select,
    tuple_,
    update,
)
from sqlalchemy.exc import OperationalError

from projections.columns import METADATA

REGISTER: Final = Table(
    "view",
    METADATA,
    Column("name", String, primary_key=True),
    Column("version", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("generation", Integer, nullable=False),
)
_C: Final = REGISTER.c
_AT_ONCE: Final = "40001"  # PostgreSQL: somebody else changed the row meanwhile

# Made once: to make a statement takes longer than to run it.
_STAND: Final = select(_C.version, _C.position, _C.generation).where(
    _C.name == bindparam("named")
)
_MOVE: Final = (
    update(REGISTER)
    .where(
        tuple_(_C.name, _C.version).in_(bindparam("named", expanding=True)),
        _C.position == bindparam("seen"),
    )
    .values(position=bindparam("new"))
)


class Stand(NamedTuple):
    """How far a set of tables has read, and in which version."""

    version: str
    position: int
    generation: int


def stand(db: Connection, name: str) -> Stand | None:
    """Return how far the tables ``name`` have read; ``None``: there are none."""
    found = db.execute(_STAND, {"named": name}).first()
    return Stand(*found) if found else None


def move(db: Connection, named: Sequence[tuple[str, str]], seen: int, new: int) -> bool:
    """Compare and set where tables are, by name and version; whether all moved."""
    try:
        found = db.execute(_MOVE, {"named": named, "seen": seen, "new": new})
        return found.rowcount == len(named)
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", None) != _AT_ONCE:
            raise
        return False
