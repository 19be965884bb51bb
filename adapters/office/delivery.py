"""Delivery: how letters reach a platform that does not fetch them (*Zustellung*).

::

    due --lease--> leased --mark_sent--> sent, with the platform's name for it
                   leased --give_back, or time runs out--> due, perhaps tried once more
                   leased --fail--> due again after a pause, at last put aside
                   leased --refuse--> put aside

Several processes may deliver: a leased letter is nobody else's. To one recipient
letters go in the order in which they were put; one that waits for its next try
holds back those behind it, one that is put aside does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import delivery, outbox
from adapters.journal.writer import Writer
from adapters.office.outbox import Letter, Posted, posted
from adapters.office.rows import insert_new
from adapters.office.stuck import Kind, held, note_failure, note_success, put_aside

LEASE: Final = timedelta(seconds=60)


class Deliveries:
    """What was and what is to be delivered, of all channels."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def waiting(self, channel: str, now: datetime) -> bool:
        """Whether something could be leased; costs the writer nothing."""
        with self._database.reading() as connection:
            found = connection.execute(_first_of_each(channel, now, 1))
            return found.first() is not None

    def lease(
        self, channel: str, now: datetime, limit: int
    ) -> Future[Sequence[Posted]]:
        """Take due letters to deliver them, at most one per recipient, oldest first."""
        return self._writer.run(
            lambda connection: _lease(connection, channel, now, limit)
        )

    def mark_sent(self, one: Posted, message: str, now: datetime) -> Future[None]:
        """Never lease it again; ``message`` is what the platform calls it."""
        return self._writer.run(
            lambda connection: _mark_sent(connection, one, message, now)
        )

    def give_back(
        self, some: Sequence[Posted], tried: Sequence[Posted] = ()
    ) -> Future[None]:
        """Let others have these letters; those ``tried`` may have been taken."""
        untried = _untried(some)
        free = _numbers([*some, *tried]).values(leased_until=None)

        def give(connection: sa.Connection) -> None:
            connection.execute(untried)
            connection.execute(free)

        return self._writer.run(give)

    def fail(self, one: Posted, reason: str, now: datetime) -> Future[bool]:
        """Count a failure; whether the letter is put aside now.

        ``reason`` names it without anything personal.
        """
        return self._writer.run(lambda connection: _fail(connection, one, reason, now))

    def refuse(self, one: Posted, reason: str, now: datetime) -> Future[bool]:
        """Put a letter aside that the platform has not taken and will not take."""

        def put_aside_at_once(connection: sa.Connection) -> bool:
            connection.execute(_untried([one]))
            return _fail(connection, one, reason, now, tries=1)

        return self._writer.run(put_aside_at_once)

    def message(self, key: str) -> str | None:
        """Return what the platform calls a letter, ``None`` if it has not got it."""
        wanted = sa.select(delivery.c.message).where(delivery.c.key == key)
        with self._database.reading() as connection:
            return connection.scalar(wanted)

    def of_item(
        self, channel: str, item: str, person: str | None = None
    ) -> Sequence[tuple[Letter, str]]:
        """Return the letters that show ``item``, with the platform's names for them.

        With ``person`` given, only theirs; in the order in which they were put.
        """
        wanted = (
            sa.select(outbox, delivery.c.message)
            .join(delivery, delivery.c.key == outbox.c.key)
            .where(outbox.c.channel == channel, outbox.c.item == item)
            .order_by(outbox.c.seq)
        )
        if person is not None:
            wanted = wanted.where(outbox.c.person == person)
        with self._database.reading() as connection:
            found = connection.execute(wanted).all()
        return [(posted(row).letter, row.message) for row in found]


def _numbers(some: Sequence[Posted]) -> sa.Update:
    return sa.update(outbox).where(outbox.c.seq.in_([one.seq for one in some]))


def _untried(some: Sequence[Posted]) -> sa.Update:
    """Return the statement that forgets a lease: the platform has taken nothing."""
    return _numbers(some).values(attempts=outbox.c.attempts - 1)


def _first_of_each(channel: str, now: datetime, limit: int) -> sa.Select[tuple[int]]:
    """Return the query for the oldest due letter of each recipient, if it is free."""
    first = (
        sa.select(sa.func.min(outbox.c.seq).label("seq"))
        .where(outbox.c.channel == channel, outbox.c.sent_at.is_(None))
        .where(outbox.c.not_before <= now, ~put_aside(Kind.LETTER, outbox.c.key))
        .group_by(outbox.c.person, outbox.c.place)
        .subquery()
    )
    free = sa.or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= now)
    return (
        sa.select(outbox.c.seq)
        .join(first, first.c.seq == outbox.c.seq)
        .where(free, ~held(Kind.LETTER, outbox.c.key, now))
        .order_by(outbox.c.seq)
        .limit(limit)
    )


def _lease(
    connection: sa.Connection, channel: str, now: datetime, limit: int
) -> Sequence[Posted]:
    seqs = connection.execute(_first_of_each(channel, now, limit)).scalars().all()
    taken = connection.execute(
        sa.update(outbox)
        .where(outbox.c.seq.in_(seqs))
        .values(leased_until=now + LEASE, attempts=outbox.c.attempts + 1)
        .returning(outbox)
    )
    return sorted((posted(row) for row in taken), key=lambda one: one.seq)


def _mark_sent(
    connection: sa.Connection, one: Posted, message: str, now: datetime
) -> None:
    sent = sa.update(outbox).where(outbox.c.seq == one.seq)
    connection.execute(sent.values(sent_at=now, leased_until=None))
    note_success(connection, Kind.LETTER, one.letter.key)
    row = {"key": one.letter.key, "message": message}
    insert_new(connection, delivery, [row])


def _fail(
    connection: sa.Connection,
    one: Posted,
    reason: str,
    now: datetime,
    tries: int | None = None,
) -> bool:
    back = sa.update(outbox).where(outbox.c.seq == one.seq, outbox.c.sent_at.is_(None))
    if not connection.execute(back.values(leased_until=None)).rowcount:
        return False
    return note_failure(connection, Kind.LETTER, one.letter.key, reason, now, tries)
