"""Addresses: through which channel somebody is told, and where (*Erreichbarkeit*).

::

    web --link--> web and the platform, which is written to --unlink--> web

Everybody has the web chat. Platform ids are personal: they lie in the vault, and
an address belongs to one person. What the platform says of somebody's language and
time zone is kept beside it, for as long as they said nothing themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import address as table
from adapters.journal.tables import profile as profiles
from adapters.journal.writer import Writer

WEB: Final = "web"  # the channel of all who have no other


_CHANNELS: Final = (
    sa.select(table.c.person, table.c.channel)
    .where(table.c.person.in_(sa.bindparam("persons", expanding=True)))
    .order_by(table.c.linked_at)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How a platform would speak to somebody; ``time_zone`` is a name of IANA's."""

    language: str  # ISO 639-1
    time_zone: str


def zone_of(name: str) -> ZoneInfo | None:
    """Return the time zone of that name, ``None`` if this machine knows none."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return None


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
        return self._writer.run(
            lambda connection: put_address(connection, person, channel, address, now)
        )

    def unlink(self, person: str, channel: str) -> Future[None]:
        """Write to ``person`` there no more."""
        gone = [
            sa.delete(kept).where(kept.c.person == person, kept.c.channel == channel)
            for kept in (table, profiles)
        ]

        def remove(connection: sa.Connection) -> None:
            for one in gone:
                connection.execute(one)

        return self._writer.run(remove)

    def channel_of(self, person: str) -> str:
        """Return through which channel ``person`` is told: the one linked last."""
        wanted = sa.select(table.c.channel).where(table.c.person == person)
        return self._first(wanted.order_by(table.c.linked_at.desc())) or WEB

    def channels_of(self, persons: Collection[str]) -> Mapping[str, str]:
        """Return through which channel each of ``persons`` is told."""
        if not persons:
            return {}
        with self._database.reading() as connection:
            rows = connection.execute(_CHANNELS, {"persons": sorted(persons)}).all()
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

    def put_profile(
        self, person: str, channel: str, profile: Profile, now: datetime
    ) -> Future[None]:
        """Keep what the platform says of ``person``, in the place of what it said."""
        row = {
            "person": person,
            "channel": channel,
            "language": profile.language,
            "time_zone": profile.time_zone,
            "seen_at": now,
        }
        before = sa.delete(profiles).where(
            profiles.c.person == person, profiles.c.channel == channel
        )

        def put(connection: sa.Connection) -> None:
            connection.execute(before)
            connection.execute(profiles.insert().values(row))

        return self._writer.run(put)

    def profile(self, person: str) -> Profile | None:
        """Return what the platform seen last says of ``person``."""
        wanted = sa.select(profiles).where(profiles.c.person == person)
        newest = wanted.order_by(profiles.c.seen_at.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(newest).first()
        if row is None:
            return None
        return Profile(language=row.language, time_zone=row.time_zone)

    def profiles(self) -> Mapping[str, Profile]:
        """Return what the platforms seen last say of everybody."""
        wanted = sa.select(profiles).order_by(profiles.c.seen_at)
        with self._database.reading() as connection:
            return {  # the last one counts
                row.person: Profile(language=row.language, time_zone=row.time_zone)
                for row in connection.execute(wanted)
            }

    def _first(self, wanted: sa.Select[str]) -> str | None:
        with self._database.reading() as connection:
            return connection.scalar(wanted.limit(1))


def put_address(
    connection: sa.Connection, person: str, channel: str, address: str, now: datetime
) -> None:
    """Let ``address`` be where ``person`` is found, and nobody else."""
    before = sa.or_(table.c.person == person, table.c.address == address)
    connection.execute(sa.delete(table).where(table.c.channel == channel, before))
    row = {"person": person, "channel": channel, "address": address, "linked_at": now}
    connection.execute(table.insert().values(row))


def persons_at(
    connection: sa.Connection, channel: str, addresses: Iterable[str]
) -> Mapping[str, str]:
    """Return who is at which of ``addresses``; nobody where none has linked it."""
    wanted = sa.select(table.c.address, table.c.person).where(
        table.c.channel == channel, table.c.address.in_(addresses)
    )
    return {row.address: row.person for row in connection.execute(wanted)}
