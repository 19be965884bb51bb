"""Rows: the two statements that every desk of the office needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

Payload: TypeAlias = Mapping[str, object]  # what JSON can hold


def insert_new(
    connection: sa.Connection,
    table: sa.Table,
    rows: Sequence[Mapping[str, object]],
) -> int:
    """Insert the rows that are not there yet; return how many were new."""
    new = 0
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    for row in rows:
        statement = dialect.insert(table).values(row).on_conflict_do_nothing()
        new += connection.execute(statement).rowcount
    return new
