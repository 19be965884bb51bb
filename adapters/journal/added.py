"""Added: tables of ``faden.db`` for what comes to the record from outside.

What witnesses sign belongs to the log. What auditors looked at is kept in the office
for a while and is no part of the record.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.columns import Instant, name, number
from adapters.journal.tables import tables

cosignature: Final = sa.Table(  # what a witness signed; rows are added, too
    "cosignature",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("key", name(), primary_key=True),
    sa.Column("line", sa.Text, nullable=False),
    schema="log",
)

lookup: Final = sa.Table(  # what somebody looked at because they examine
    "lookup",
    tables,
    number(),
    sa.Column("at", Instant, nullable=False, index=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    schema="office",
    sqlite_autoincrement=True,
)

__all__ = ["cosignature", "lookup", "tables"]
