"""Inbox: what was said to us, kept before it is acknowledged (*Posteingang*).

    (stored) new --settle--> done
             new --fail, too often (stuck.py)--> poison --again--> new

``ref`` is the platform's event id: a message delivered twice is stored once.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, unique

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import inbox
from adapters.journal.writer import Writer
from adapters.office.echoes import Echo, note_answer, put_echoes
from adapters.office.outbox import Letter, put_letters
from adapters.office.rows import Payload, insert_new
from adapters.office.stuck import Kind, held, note_failure, note_success


@unique
class Stored(StrEnum):
    """What became of a message that was brought."""

    STORED = "stored"
    KNOWN = "known"  # it was brought before


@unique
class State(StrEnum):
    """Where a message is."""

    NEW = "new"
    DONE = "done"
    POISON = "poison"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A message in the inbox; ``seq`` rises and is never used again."""

    seq: int
    ref: str
    channel: str
    person: str
    place: str
    payload: Payload
    received_at: datetime
    state: State


class Inbox:
    """Messages of all channels, in the order in which they came."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def store(
        self,
        *,
        ref: str,
        channel: str,
        person: str,
        place: str,
        payload: Payload,
        now: datetime,
    ) -> Future[Stored]:
        """Keep a message; once the future is there, it may be acknowledged."""
        row = {
            "ref": ref,
            "channel": channel,
            "person": person,
            "place": place,
            "payload": dict(payload),
            "received_at": now,
            "state": State.NEW,
            "attempts": 0,
        }
        return self._writer.run(
            lambda connection: (
                Stored.STORED if insert_new(connection, inbox, [row]) else Stored.KNOWN
            )
        )

    def waiting(self, now: datetime, limit: int = 100) -> Sequence[Arrival]:
        """Return what is to be dealt with now, oldest first.

        As long as a message of somebody waits for its next try, so do those that
        the same person sent behind it: a yes must not overtake its question.
        """
        pausing = (
            sa.select(inbox.c.person)
            .where(inbox.c.state == State.NEW, held(Kind.MESSAGE, inbox.c.ref, now))
            .scalar_subquery()
        )
        wanted = sa.select(inbox).where(
            inbox.c.state == State.NEW, inbox.c.person.not_in(pausing)
        )
        return self._read(wanted.order_by(inbox.c.seq).limit(limit))

    def thread(
        self, person: str, after: int = 0, limit: int = 100, channel: str = "web"
    ) -> Sequence[Arrival]:
        """Return what a person said in a channel behind ``after``, oldest first."""
        wanted = sa.select(inbox).where(
            inbox.c.person == person, inbox.c.channel == channel, inbox.c.seq > after
        )
        return self._read(wanted.order_by(inbox.c.seq).limit(limit))

    def latest(
        self, person: str, limit: int, channel: str = "web"
    ) -> Sequence[Arrival]:
        """Return the newest that a person said in a channel, oldest first."""
        wanted = sa.select(inbox).where(
            inbox.c.person == person, inbox.c.channel == channel
        )
        return self._read(wanted.order_by(inbox.c.seq.desc()).limit(limit))[::-1]

    def get(self, ref: str) -> Arrival | None:
        """Return one message, ``None`` if it is unknown."""
        return next(iter(self._read(sa.select(inbox).where(inbox.c.ref == ref))), None)

    def settle(
        self,
        ref: str,
        letters: Sequence[Letter],
        echoes: Sequence[Echo],
        now: datetime,
        answered: Sequence[tuple[str, str]] = (),
    ) -> Future[bool]:
        """Post the answers and close the message, in one transaction.

        ``answered`` are echoes with the choice that closes them. ``False`` if the
        message was closed before; then nothing is posted again.
        """
        return self._writer.run(
            lambda connection: (
                _settle(connection, ref, letters, echoes, now)
                and _close(connection, answered, now)
            )
        )

    def fail(
        self, ref: str, reason: str, sorry: Letter, now: datetime
    ) -> Future[State]:
        """Count a failure; ``sorry`` is posted with the last one.

        ``reason`` names it without anything personal.
        """
        return self._writer.run(
            lambda connection: _fail(connection, ref, reason, sorry, now)
        )

    def _read(self, wanted: sa.Select[tuple[object, ...]]) -> Sequence[Arrival]:
        with self._database.reading() as connection:
            return [_arrival(row) for row in connection.execute(wanted)]


def _settle(
    connection: sa.Connection,
    ref: str,
    letters: Sequence[Letter],
    echoes: Sequence[Echo],
    now: datetime,
) -> bool:
    closed = connection.execute(
        sa.update(inbox)
        .where(inbox.c.ref == ref, inbox.c.state != State.DONE)
        .values(state=State.DONE, done_at=now)
    )
    if not closed.rowcount:
        return False
    note_success(connection, Kind.MESSAGE, ref)
    put_letters(connection, letters, now)
    put_echoes(connection, echoes)
    return True


def _close(
    connection: sa.Connection, answered: Sequence[tuple[str, str]], now: datetime
) -> bool:
    for ref, choice in answered:
        note_answer(connection, ref, choice, now)
    return True


def _fail(
    connection: sa.Connection, ref: str, reason: str, sorry: Letter, now: datetime
) -> State:
    found = connection.scalar(sa.select(inbox.c.state).where(inbox.c.ref == ref))
    if found != State.NEW:
        return State.DONE if found is None else State(found)
    if not note_failure(connection, Kind.MESSAGE, ref, reason, now):
        return State.NEW
    poison = sa.update(inbox).where(inbox.c.ref == ref)
    connection.execute(poison.values(state=State.POISON))
    put_letters(connection, [sorry], now)
    return State.POISON


def _arrival(row: sa.Row[tuple[object, ...]]) -> Arrival:
    return Arrival(
        seq=row.seq,
        ref=row.ref,
        channel=row.channel,
        person=row.person,
        place=row.place,
        payload=row.payload,
        received_at=row.received_at,
        state=State(row.state),
    )
