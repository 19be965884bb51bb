"""Rows: the statements that every desk of the office needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

Payload: TypeAlias = Mapping[str, object]  # what JSON can hold
Row: TypeAlias = Mapping[str, object]


def insert_new(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> int:
    """Insert the rows that are not there yet, all at once; return how many were new."""
    if not rows:
        return 0
    statement = _insert_new(table, connection.dialect.name)
    return connection.execute(statement, [dict(row) for row in rows]).rowcount


@cache
def _insert_new(table: sa.Table, dialect: str) -> sa.Insert:
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
