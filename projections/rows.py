"""Rows: what one batch of events touches, loaded once and written once.

A table is a drawer of sheets: its first column, the *key*, names the sheet; a
sheet has any number of rows. ``fold`` changes sheets in memory; ``write`` brings
them back with one statement per table and kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Delete,
    Dialect,
    Insert,
    MetaData,
    Select,
    Table,
    TextClause,
    bindparam,
    delete,
    insert,
    select,
    text,
)

BESIDE: Final = "__next"  # behind the name of a table that is built beside the live

Row = dict[str, Any]  # a row of any table; the columns say the types


@cache
def placed(table: Table, suffix: str) -> Table:
    """Return ``table`` under its physical name."""
    if not suffix:
        return table
    return table.to_metadata(MetaData(), name=table.name + suffix)


class Rows:
    """The touched rows of one batch, in the live tables or beside them."""

    def __init__(self, db: Connection, suffix: str = "") -> None:
        """Work in the transaction of ``db`` on the tables with ``suffix``."""
        self._db = db
        self._suffix = suffix
        self._before: dict[Table, dict[str, list[Row]]] = {}
        self._after: dict[Table, dict[str, list[Row]]] = {}
        self._more: dict[Table, list[Row]] = {}

    def load(self, table: Table, keys: Iterable[str]) -> None:
        """Read all rows of ``keys`` that were not read yet, with one query."""
        known = self._before.setdefault(table, {})
        after = self._after.setdefault(table, {})
        fresh = sorted({key for key in keys if key not in known})
        if not fresh:
            return
        for key in fresh:
            known[key] = []
        real = placed(table, self._suffix)
        first = next(iter(real.c)).name
        for row in self._db.execute(_sheets(real), {"keys": fresh}).mappings():
            known[row[first]].append(dict(row))
        for key in fresh:
            after[key] = [dict(row) for row in known[key]]

    def of(self, table: Table, key: str) -> Sequence[Row]:
        """Return the rows of one sheet as they are now; do not change them."""
        sheets = self._after.get(table)
        if sheets is None or key not in sheets:
            self.load(table, (key,))
        return self._after[table][key]

    def one(self, table: Table, key: str) -> Row | None:
        """Return the only row of a sheet, if there is one."""
        found = self.of(table, key)
        return found[0] if found else None

    def put(self, table: Table, key: str, rows: Sequence[Row]) -> None:
        """Let ``rows`` be the whole sheet."""
        self.of(table, key)
        self._after[table][key] = [dict(row) for row in rows]

    def change(self, table: Table, key: str, **cells: object) -> None:
        """Change ``cells`` in every row of a sheet; an empty one stays empty."""
        self.put(table, key, [{**row, **cells} for row in self.of(table, key)])

    def add(self, table: Table, row: Row) -> None:
        """Append a row that nobody changes or reads again in this batch."""
        self._more.setdefault(table, []).append(row)

    def write(self) -> None:
        """Bring everything that changed into the tables."""
        for table, sheets in self._after.items():
            before = self._before[table]
            changed = {key: rows for key, rows in sheets.items() if rows != before[key]}
            self._erase(table, [key for key in changed if before[key]])
            self._insert(table, [row for rows in changed.values() for row in rows])
        for table, rows in self._more.items():
            self._insert(table, rows)

    def _erase(self, table: Table, keys: list[str]) -> None:
        if keys:
            gone = _gone(placed(table, self._suffix))
            self._db.execute(gone, [{"sheet": key} for key in keys])

    def _insert(self, table: Table, rows: list[Row]) -> None:
        if not rows:
            return
        real = placed(table, self._suffix)
        if self._db.dialect.name == "postgresql":
            in_one = json.dumps(rows, ensure_ascii=False, default=_written)
            self._db.execute(_inserted(real, self._db.dialect), {"rows": in_one})
        else:
            self._db.execute(_inserting(real), rows)


# Made once for each table: to make a statement takes longer than to run it.
@cache
def _sheets(table: Table) -> Select[Any]:
    keys = next(iter(table.c)).in_(bindparam("keys", expanding=True))
    return select(table).where(keys).order_by(*table.primary_key.columns)


@cache
def _gone(table: Table) -> Delete:
    return delete(table).where(next(iter(table.c)) == bindparam("sheet"))


@cache
def _inserting(table: Table) -> Insert:
    return insert(table)


@cache
def _inserted(table: Table, dialect: Dialect) -> TextClause:
    """Return how PostgreSQL takes all rows at once, as one JSON array.

    One after the other they take the driver five times as long. Days and instants
    are read from their ISO form.
    """
    quote = dialect.identifier_preparer.quote
    name, columns = quote(table.name), ", ".join(quote(c.name) for c in table.c)
    return text(
        f"INSERT INTO {name} ({columns}) SELECT {columns} "  # noqa: S608
        f"FROM jsonb_populate_recordset(NULL::{name}, CAST(:rows AS jsonb))"
    )


def _written(cell: object) -> str:
    """Return a day or an instant as PostgreSQL reads it."""
    if isinstance(cell, date):  # an instant is one, too
        return cell.isoformat()
    raise TypeError(type(cell).__name__)
