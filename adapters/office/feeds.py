"""Feeds: addresses from which a calendar or reader fetches what a person may see.

::

    given --fetched--> given, and when is noted --end--> gone
    (*Abonnement*)

The address is shown once and kept as SHA-256 only; whoever has it sees what its person
sees, so it can be ended alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Final, NamedTuple

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.subscription_tables import feed
from adapters.journal.writer import Writer
from adapters.office.tokens import fresh, hashed

MOST: Final = 20  # of one person
_SEEN_EVERY: Final = timedelta(hours=1)  # "last fetched" is kept this exactly
_NUMBER: Final = 16  # hexadecimal digits by which its owner names one


@unique
class FeedKind(StrEnum):
    """What is fetched; the values are stored."""

    MINE = "mine"  # what concerns the person's organisations, as a calendar
    FORUM = "forum"  # what concerns a forum, as a calendar
    REGION = "region"  # all that the person may see, as a calendar
    DECISIONS = "decisions"  # for a reader of news


class Feed(NamedTuple):
    """One address; ``number`` names it without giving it away."""

    number: str
    person: str
    kind: FeedKind
    forum: str
    created_at: datetime
    used_at: datetime | None


class Feeds:
    """All addresses of all persons."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def give(
        self, person: str, kind: FeedKind, forum: str, now: datetime
    ) -> Future[str | None]:
        """Return the secret part of a new address; ``None``: they have ``MOST``."""
        token = fresh()
        row = {
            "token_hash": hashed(token),
            "person": person,
            "kind": kind.value,
            "forum": forum,
            "created_at": now,
        }

        def keep(connection: sa.Connection) -> str | None:
            own = sa.select(sa.func.count()).where(feed.c.person == person)
            if (connection.scalar(own) or 0) >= MOST:
                return None
            connection.execute(feed.insert().values(row))
            return token

        return self._writer.run(keep)

    def of(self, token: str, now: datetime) -> Feed | None:
        """Return what is to be shown at an address; ``None``: there is no such."""
        named = feed.c.token_hash == hashed(token)
        with self._database.reading() as connection:
            row = connection.execute(sa.select(feed).where(named)).one_or_none()
        if row is None:
            return None
        if row.used_at is None or now - row.used_at >= _SEEN_EVERY:
            seen = sa.update(feed).where(named).values(used_at=now)
            self._writer.run(lambda connection: connection.execute(seen))
        return _feed(row)

    def of_person(self, person: str) -> Sequence[Feed]:
        """Return the addresses of ``person``, the newest first."""
        wanted = sa.select(feed).where(feed.c.person == person)
        ordered = wanted.order_by(feed.c.created_at.desc(), feed.c.token_hash)
        with self._database.reading() as connection:
            return [_feed(row) for row in connection.execute(ordered)]

    def end(self, person: str, number: str) -> Future[bool]:
        """Let an address of ``person`` show nothing any more; whether there was one."""

        def drop(connection: sa.Connection) -> bool:
            own = sa.select(feed.c.token_hash).where(feed.c.person == person)
            named = [h for h in connection.scalars(own) if _number(h) == number]
            gone = sa.delete(feed).where(feed.c.token_hash.in_(named))
            return connection.execute(gone).rowcount > 0

        return self._writer.run(drop)


def _number(token_hash: bytes) -> str:
    return token_hash.hex()[:_NUMBER]


def _feed(row: sa.Row[tuple[object, ...]]) -> Feed:
    return Feed(
        _number(row.token_hash),
        row.person,
        FeedKind(row.kind),
        row.forum,
        row.created_at,
        row.used_at,
    )
