"""Schema: all tables of a store, in whichever module they are described."""

from __future__ import annotations

from adapters.journal import (
    added,
    entry_tables,
    filter_tables,
    subscription_tables,
    token_tables,
)
from adapters.journal.tables import tables

__all__ = [
    "added",
    "entry_tables",
    "filter_tables",
    "subscription_tables",
    "tables",
    "token_tables",
]
