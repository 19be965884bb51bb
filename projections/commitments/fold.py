"""How events become rows of commitments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core.commitment import events
from core.ports import Recorded
from projections.commitments.item import Item, item_of, row_of
from projections.commitments.table import TABLE
from projections.commitments.tally import TALLY, count
from projections.rows import Rows
from projections.view import View


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Bring the tables up to date; ignore other aggregates."""
    mine = [(r, r.event) for r in batch if isinstance(r.event, events.Happening)]
    rows.load(TABLE, (recorded.ref for recorded, _ in mine))
    items: dict[str, Item] = {}
    for recorded, event in mine:
        ref = recorded.ref
        if ref not in items:
            row = rows.one(TABLE, ref)
            items[ref] = item_of(row) if row else Item()
        items[ref].follow(recorded, event)
    changes = [(rows.one(TABLE, ref), row_of(item)) for ref, item in items.items()]
    for _, row in changes:
        rows.put(TABLE, row["ref"], [row])
    count(rows, changes)


COMMITMENTS: Final = View("commitments.v4", (TABLE, TALLY), fold)
