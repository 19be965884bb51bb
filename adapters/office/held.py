"""Held: letters that wait for the end of the quiet hours, put together (*gesammelt*).

::

    held, held, … --put together--> set aside under its key, and one letter for all

So nobody gets a burst in the morning. What is set aside is never sent, and stays to
be found by its key: it tells that somebody was told, and when.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from hashlib import sha256
from typing import Final, TypeAlias

import sqlalchemy as sa
import structlog

from adapters.journal.database import Database
from adapters.journal.tables import outbox
from adapters.journal.writer import Writer
from adapters.office.outbox import BUNDLED, Letter, Posted, posted, put_letters
from adapters.office.rows import Payload

Compose: TypeAlias = Callable[[str, Sequence[Payload]], Payload]
"""Takes the person and what waits for them, oldest first; returns one message."""

_LEAST: Final = 2  # letters that are worth a bundle

log = structlog.get_logger()


class Held:
    """The letters that wait, of all channels."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def put_together(self, compose: Compose, now: datetime) -> int:
        """Let whoever has several letters waiting have one; return how many do."""
        done: list[Future[bool]] = []
        for some in self._waiting(now):
            person = some[0].letter.person
            try:
                payload = compose(person, [one.letter.payload for one in some])
            except Exception:  # they go one by one; the others' do not wait
                log.exception("letters are not put together", letters=len(some))
                continue
            done.append(self._put(some, _together(some, payload), now))
        return sum(future.result() for future in done)

    def until(self, now: datetime) -> Sequence[datetime]:
        """Return when each letter that waits at ``now`` may go, soonest first."""
        wanted = sa.select(outbox.c.not_before).where(
            outbox.c.not_before > now,
            outbox.c.sent_at.is_(None),
            outbox.c.channel != BUNDLED,
        )
        with self._database.reading() as connection:
            found = connection.scalars(wanted.order_by(outbox.c.not_before))
            return list(found)

    def _put(
        self, some: Sequence[Posted], letter: Letter, now: datetime
    ) -> Future[bool]:
        return self._writer.run(lambda connection: _put(connection, some, letter, now))

    def _waiting(self, now: datetime) -> list[list[Posted]]:
        wanted = sa.select(outbox).where(
            outbox.c.not_before > now,
            outbox.c.sent_at.is_(None),
            outbox.c.channel != BUNDLED,
        )
        groups: dict[tuple[object, ...], list[Posted]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(wanted.order_by(outbox.c.seq)):
                at = (row.person, row.channel, row.place, row.not_before)
                groups.setdefault(at, []).append(posted(row))
        return [some for some in groups.values() if len(some) >= _LEAST]


def _together(some: Sequence[Posted], payload: Payload) -> Letter:
    first = some[0].letter
    keys = "\n".join(one.letter.key for one in some)
    return Letter(
        key=f"bundle/{sha256(keys.encode()).hexdigest()[:32]}",
        channel=first.channel,
        person=first.person,
        place=first.place,
        payload=payload,
        not_before=first.not_before,
    )


def _put(
    connection: sa.Connection, some: Sequence[Posted], letter: Letter, now: datetime
) -> bool:
    """Set ``some`` aside and post ``letter``, unless one of them has gone already."""
    seqs = [one.seq for one in some]
    free = sa.select(sa.func.count()).where(
        outbox.c.seq.in_(seqs),
        outbox.c.channel != BUNDLED,
        outbox.c.sent_at.is_(None),
        outbox.c.leased_until.is_(None),
    )
    if connection.scalar(free) != len(seqs):
        return False
    aside = sa.update(outbox).where(outbox.c.seq.in_(seqs))
    connection.execute(aside.values(channel=BUNDLED, place=letter.key))
    return put_letters(connection, [letter], now) == 1
