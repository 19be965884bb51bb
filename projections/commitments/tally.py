"""Tally: how many commitments stand where, counted while folding (*Zählung*).

A board with ten thousand items says how many there are without looking at them.
One row per forum, parties, mover, circle and standing, as far as there are any.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    String,
    Table,
    func,
    select,
)

from projections.columns import METADATA
from projections.commitments.table import visible
from projections.rows import Row, Rows
from projections.viewer import Viewer

TALLY: Final = Table(
    "commitment_tally",
    METADATA,
    Column("key", String, primary_key=True),
    Column("forum", String, nullable=False),
    Column("asker", String, nullable=False),
    Column("holder", String, nullable=False),
    Column("to_org", String),
    Column("mover", String),
    Column("circle", String, nullable=False),
    Column("draft_of", String),
    Column("standing", String, nullable=False),  # asked promised kept ended absent
    Column("n", Integer, nullable=False),
)
T: Final = TALLY.c
Index("commitment_tally_by_forum", T.forum, T.standing)
Index("commitment_tally_by_mover", T.mover)
Index("commitment_tally_by_asker", T.asker)

_PARTS: Final = tuple(column.name for column in T if column.name not in {"key", "n"})


def tallied(
    db: Connection, viewer: Viewer, conditions: Sequence[ColumnElement[bool]]
) -> Mapping[str, int]:
    """Return how many of those that ``viewer`` may see stand where."""
    query = select(T.standing, func.sum(T.n)).where(*conditions, visible(viewer, T))
    found = db.execute(query.group_by(T.standing))
    return Counter({standing: int(n) for standing, n in found})


def count(rows: Rows, changes: Sequence[tuple[Row | None, Row]]) -> None:
    """Take every row from where it stood to where it stands."""
    sums: Counter[tuple[str | None, ...]] = Counter()
    for before, after in changes:
        sums[_place(after)] += 1
        if before is not None:
            sums[_place(before)] -= 1
    moved = {_key(place): (place, n) for place, n in sums.items() if n}
    rows.load(TALLY, moved)
    for key, (place, n) in moved.items():
        known = rows.one(TALLY, key)
        total = n + (known["n"] if known else 0)
        row = {"key": key, **dict(zip(_PARTS, place, strict=True)), "n": total}
        rows.put(TALLY, key, [row] if total else [])


def _place(row: Row) -> tuple[str | None, ...]:
    cells = {**row, "standing": _standing(row)}
    return tuple(cells[name] for name in _PARTS)


def _standing(row: Row) -> str:
    if row["asked"]:
        return "asked"
    if row["promised"]:
        return "promised"
    if row["settled_on"] is not None:
        return "kept"
    return "absent" if row["state"] == "absent" else "ended"


def _key(place: tuple[str | None, ...]) -> str:
    return "\t".join(part or "" for part in place)
