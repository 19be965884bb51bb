"""Filter tables: what somebody wants to see again in a list (*gemerkte Filter*)."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.tables import tables

saved: Final = sa.Table(
    "saved_filter",
    tables,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("query", sa.Text, nullable=False),  # as it stands in an address
    schema="office",
)
