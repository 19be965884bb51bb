"""Schema: all tables of a store, in whichever module they are described."""

from __future__ import annotations

from adapters.journal import added, subscription_tables
from adapters.journal.tables import tables

__all__ = ["added", "subscription_tables", "tables"]
