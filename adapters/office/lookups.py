"""Lookups: what somebody looked at because they examine (*Einsichten*).

Whoever examines may see nearly everything, so what they saw is noted before they see
it. Kept is who, when, and which page or command, never what they typed; it is no part
of the record, and goes after ``LOOKUPS`` (``purge``).
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from adapters.journal.added import lookup
from adapters.journal.database import Database
from adapters.journal.writer import Writer


@dataclass(frozen=True, slots=True)
class Lookup:
    """Somebody looked at something."""

    number: int
    at: datetime
    person: str
    what: str  # the address of a page, or a command


class Lookups:
    """All that was looked at."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def note(self, person: str, what: str, now: datetime) -> Future[None]:
        """Keep that ``person`` is about to look at ``what``."""

        def keep(connection: sa.Connection) -> None:
            row = {"at": now, "person": person, "what": what}
            connection.execute(lookup.insert().values(row))

        return self._writer.run(keep)

    def newest(self, limit: int, before: int | None = None) -> Sequence[Lookup]:
        """Return what was looked at, newest first; ``before`` is a number."""
        wanted = sa.select(lookup).order_by(lookup.c.seq.desc()).limit(limit)
        if before is not None:
            wanted = wanted.where(lookup.c.seq < before)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [Lookup(row.seq, row.at, row.person, row.what) for row in rows]
