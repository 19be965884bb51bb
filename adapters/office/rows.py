"""Rows: the statements that every desk of the office needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

Payload: TypeAlias = Mapping[str, object]  # what JSON can hold
Row: TypeAlias = Mapping[str, object]


def insert_new(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> int:
    """Insert the rows that are not there yet; return how many were new."""
    statement = _insert_new(connection, table)
    return sum(connection.execute(statement, dict(row)).rowcount for row in rows)


def insert_many(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Row]
) -> None:
    """Insert the rows that are not there yet, all at once."""
    if rows:
        connection.execute(_insert_new(connection, table), [dict(row) for row in rows])


def _insert_new(connection: sa.Connection, table: sa.Table) -> sa.Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
