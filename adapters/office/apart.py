"""Apart: hints that coordination has said do not fit (*passt nicht*).

A hint is known by a pseudonym of its two items and of the words for which it was
given: no word of a text lies here, and when other words meet, it is another hint.
"""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.filter_tables import apart
from adapters.journal.writer import Writer
from adapters.office.rows import insert_new


class Apart:
    """The hints that are not shown any more, to nobody who coordinates."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def all(self) -> Collection[str]:
        """Return all of them."""
        with self._database.reading() as connection:
            return set(connection.scalars(sa.select(apart.c.hint)))

    def put(self, hint: str) -> Future[int]:
        """Show ``hint`` no more."""
        row = {"hint": hint}
        return self._writer.run(lambda connection: insert_new(connection, apart, [row]))

    def drop(self, hint: str) -> Future[None]:
        """Show it again."""

        def remove(connection: sa.Connection) -> None:
            connection.execute(sa.delete(apart).where(apart.c.hint == hint))

        return self._writer.run(remove)
