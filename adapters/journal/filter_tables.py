"""Filter tables: what somebody wants to see again, or never again, in a list."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.tables import tables

saved: Final = sa.Table(  # gemerkte Filter
    "saved_filter",
    tables,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("query", sa.Text, nullable=False),  # as it stands in an address
    schema="office",
)
apart: Final = sa.Table(  # passt nicht zusammen
    "set_apart",
    tables,
    sa.Column("hint", sa.Text, primary_key=True),  # a pseudonym: it quotes nobody
    schema="office",
)
