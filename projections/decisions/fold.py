"""How events become rows of decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from core import decision as core
from core.decision import events as e
from core.ports import Recorded
from projections.decisions import holding, noting, shaping
from projections.decisions.sheets import Sheets, put, taken
from projections.decisions.tables import TABLES
from projections.rows import Rows
from projections.view import View


def fold(rows: Rows, batch: Sequence[Recorded]) -> None:
    """Bring the tables up to date; ignore other aggregates."""
    mine = [(r, r.event) for r in batch if isinstance(r.event, e.Happening)]
    refs = {recorded.ref for recorded, _ in mine}
    for table in TABLES:
        rows.load(table, refs)
    items: dict[str, Sheets] = {}
    for recorded, event in mine:
        if recorded.ref not in items:
            items[recorded.ref] = taken(rows, recorded.ref)
        _follow(items[recorded.ref], recorded, event)
    for sheets in items.values():
        if not isinstance(sheets.state, core.states.Absent):
            shaping.shape(sheets, sheets.state)
            put(rows, sheets)


DECISIONS: Final = View("decisions.v5", TABLES, fold)


def _follow(sheets: Sheets, recorded: Recorded, event: e.Happening) -> None:
    """Let ``event`` happen to the state, and note what the state does not keep."""
    before = sheets.state
    after = core.DECISION.evolve(before, event)
    sheets.state = after
    if not isinstance(before, core.states.Absent):
        sheets.taking_up = before.file.taking_up is not None
    if isinstance(after, core.states.Absent):
        return
    noting.note(sheets, recorded, event)
    holding.note(sheets, before, after, event, noting.day_of(recorded))
