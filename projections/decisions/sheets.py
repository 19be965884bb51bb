"""Sheets: everything the tables hold of one decision while events come in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Table

from core import decision as core
from projections.decisions import tables as t
from projections.packing import packed, unpacked
from projections.rows import Row, Rows

Key = tuple[Any, ...]
_KEYED: Final[Mapping[Table, Callable[[Row], Key]]] = {
    t.EDITION: lambda row: (row["edition"],),
    t.POSITION: lambda row: (row["org"],),
    t.OBJECTION: lambda row: (row["n"],),
    t.COUNCIL: lambda row: (row["org"], row["body"]),
    t.CONDITION: lambda row: (row["kind"], row["org"]),
}


@dataclass
class Sheets:
    """One decision: core's state, and of every table its rows by what names them.

    ``taking_up``: before the newest event the forum decided about conditions.
    """

    ref: str
    state: core.states.State
    matter: Row
    parts: dict[Table, dict[Key, Row]]
    holds: list[Row] = field(default_factory=list)
    stages: list[Row] = field(default_factory=list)
    taking_up: bool = False

    def tell(self, table: Table, key: Key, **cells: object) -> None:
        """Note ``cells`` in the row named by ``key``, which may be a new one."""
        before = self.parts[table].get(key) or t.blank(table)
        self.parts[table][key] = {**before, **cells}

    def cell(self, table: Table, key: Key, name: str) -> Any:  # noqa: ANN401
        """Return one cell, ``None`` if there is no such row."""
        row = self.parts[table].get(key)
        return row[name] if row else None

    def keep(self, table: Table, shaped: Mapping[Key, Row]) -> None:
        """Let the rows of ``table`` be those of ``shaped``, laid over what is noted."""
        known = self.parts[table]
        self.parts[table] = {
            key: {**(known.get(key) or t.blank(table)), "ref": self.ref, **cells}
            for key, cells in shaped.items()
        }


def taken(rows: Rows, ref: str) -> Sheets:
    """Return what the tables hold of ``ref``."""
    row = rows.one(t.DECISION, ref)
    return Sheets(
        ref=ref,
        state=unpacked(row["core"]) if row else core.DECISION.initial,
        matter=row or t.blank(t.DECISION),
        parts={
            table: {key(one): one for one in rows.of(table, ref)}
            for table, key in _KEYED.items()
        },
        holds=[*rows.of(t.HOLD, ref)],
        stages=[*rows.of(t.STAGE, ref)],
    )


def put(rows: Rows, sheets: Sheets) -> None:
    """Bring ``sheets`` into the tables."""
    ref = sheets.ref
    rows.put(t.DECISION, ref, [{**sheets.matter, "core": packed(sheets.state)}])
    for table, key in _KEYED.items():
        rows.put(table, ref, sorted(sheets.parts[table].values(), key=key))
    rows.put(t.HOLD, ref, _numbered(ref, sheets.holds))
    rows.put(t.STAGE, ref, _numbered(ref, sheets.stages))


def _numbered(ref: str, each: Sequence[Row]) -> list[Row]:
    return [{**row, "ref": ref, "n": n} for n, row in enumerate(each, 1)]
