"""Addresses: through which channel somebody is told, and where (*Erreichbarkeit*).

::

    web --link--> web and the platform, which is written to --unlink--> web

Everybody has the web chat. Platform ids are personal: they lie in the vault, and
an address belongs to one person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from concurrent.futures import Future
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import address as table
from adapters.journal.writer import Writer

WEB: Final = "web"  # the channel of all who have no other


class Addresses:
    """All persons' ids on all platforms."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def link(
        self, person: str, channel: str, address: str, now: datetime
    ) -> Future[None]:
        """Write to ``person`` there from now on; ``address`` was somebody else's.

        Who may link, and how it is proved, is the platform's adapter's business.
        """
        row = {
            "person": person,
            "channel": channel,
            "address": address,
            "linked_at": now,
        }
        before = sa.or_(table.c.person == person, table.c.address == address)

        def put(connection: sa.Connection) -> None:
            connection.execute(
                sa.delete(table).where(table.c.channel == channel, before)
            )
            connection.execute(table.insert().values(row))

        return self._writer.run(put)

    def unlink(self, person: str, channel: str) -> Future[None]:
        """Write to ``person`` there no more."""
        gone = sa.delete(table).where(
            table.c.person == person, table.c.channel == channel
        )

        def remove(connection: sa.Connection) -> None:
            connection.execute(gone)

        return self._writer.run(remove)

    def channel_of(self, person: str) -> str:
        """Return through which channel ``person`` is told: the one linked last."""
        wanted = sa.select(table.c.channel).where(table.c.person == person)
        return self._first(wanted.order_by(table.c.linked_at.desc())) or WEB

    def channels_of(self, persons: Collection[str]) -> Mapping[str, str]:
        """Return through which channel each of ``persons`` is told."""
        if not persons:
            return {}
        wanted = sa.select(table.c.person, table.c.channel)
        wanted = wanted.where(table.c.person.in_(sorted(persons)))
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(table.c.linked_at)).all()
        linked = {row.person: str(row.channel) for row in rows}  # the last one counts
        return {person: linked.get(person, WEB) for person in persons}

    def address(self, person: str, channel: str) -> str | None:
        """Return where the platform finds ``person``."""
        return self._first(
            sa.select(table.c.address).where(
                table.c.person == person, table.c.channel == channel
            )
        )

    def person(self, channel: str, address: str) -> str | None:
        """Return who is at ``address``, ``None`` if nobody has linked it."""
        return self._first(
            sa.select(table.c.person).where(
                table.c.channel == channel, table.c.address == address
            )
        )

    def _first(self, wanted: sa.Select[str]) -> str | None:
        with self._database.reading() as connection:
            return connection.scalar(wanted.limit(1))
