"""Vault: names of persons and the texts people typed (German: *Tresor*).

What lies here can be deleted row by row, on request or after its period, without
touching the log. Texts are written by the recorder and read with their events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import person
from core.ports import Card


class SqlVault:
    """``core.ports.Vault`` on the reading connections."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``."""
        self._database = database

    def cards(self, persons: Iterable[str]) -> Mapping[str, Card]:
        """Return the directory entries that exist."""
        wanted = sa.select(person).where(person.c.person.in_(tuple(persons)))
        with self._database.reading() as connection:
            return {
                row.person: Card(name=row.name, salutation=row.salutation)
                for row in connection.execute(wanted)
            }
