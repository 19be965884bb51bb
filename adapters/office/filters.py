"""Filters: what somebody wants to see again in a list (*gemerkte Filter*)."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Final, NamedTuple

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.filter_tables import saved
from adapters.journal.writer import Writer

MOST: Final = 20  # of one person; more nobody finds again
LONGEST: Final = 60  # characters of a name


class Saved(NamedTuple):
    """A filter with the name its person gave it."""

    name: str
    query: str


class Filters:
    """The filters of everybody, each for its person alone."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def of(self, person: str) -> list[Saved]:
        """Return those of ``person``, by name."""
        wanted = sa.select(saved.c.name, saved.c.query).where(saved.c.person == person)
        with self._database.reading() as connection:
            found = connection.execute(wanted.order_by(saved.c.name)).all()
        return [Saved(*row) for row in found]

    def keep(self, person: str, one: Saved) -> Future[bool]:
        """Keep a filter in the place of one of that name; ``False``: there are many."""
        row = {"person": person, "name": one.name[:LONGEST], "query": one.query}

        def put(connection: sa.Connection) -> bool:
            connection.execute(_named(person, row["name"]))
            count = sa.select(sa.func.count()).where(saved.c.person == person)
            if (connection.scalar(count) or 0) >= MOST:
                return False
            connection.execute(saved.insert().values(row))
            return True

        return self._writer.run(put)

    def drop(self, person: str, name: str) -> Future[None]:
        """Forget a filter."""

        def remove(connection: sa.Connection) -> None:
            connection.execute(_named(person, name))

        return self._writer.run(remove)


def _named(person: str, name: str) -> sa.Delete:
    return sa.delete(saved).where(saved.c.person == person, saved.c.name == name)
