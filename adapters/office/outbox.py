"""Outbox: what we say, until it has been said (German: *Postausgang*).

It obeys ``not_before`` and nothing else; whether and when is policy in core.
``key`` makes a letter that is put twice go out once. How letters reach a platform
is told in ``delivery.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import cursor, outbox
from adapters.journal.writer import Writer
from adapters.office.addresses import WEB
from adapters.office.rows import Payload, insert_new

BUNDLED: Final = "bundled"  # no channel: the letter under the key in ``place`` says it
_BEHIND: Final = "0"  # the character behind the slash


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message to be sent; ``payload`` is the neutral message.

    ``item`` and ``version`` name the state that its buttons show.
    """

    key: str
    channel: str
    person: str
    place: str = ""
    payload: Payload
    item: str | None = None
    version: int | None = None
    not_before: datetime | None = None  # None: at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A letter in the outbox; ``seq`` rises and is never used again.

    ``attempts`` counts how often it was given to somebody who may have brought it.
    """

    seq: int
    letter: Letter
    sent_at: datetime | None
    created_at: datetime
    attempts: int = 0


_CURSOR: Final = sa.select(cursor.c.position).where(
    cursor.c.name == sa.bindparam("name")
)


class Outbox:
    """Letters of all channels."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def put(
        self,
        letters: Sequence[Letter],
        now: datetime,
        moved: tuple[str, int] | None = None,
    ) -> Future[int]:
        """Post ``letters``; in the same transaction a cursor has ``moved``.

        ``moved`` is the cursor's name and new position. Returns how many letters
        were new.
        """
        return self._writer.run(
            lambda connection: _put(connection, letters, now, moved)
        )

    def cursor(self, name: str) -> int | None:
        """Return where the cursor is, ``None`` if there is none."""
        with self._database.reading() as connection:
            return connection.execute(_CURSOR, {"name": name}).scalar_one_or_none()

    def cursors(self, prefix: str) -> Mapping[str, int]:
        """Return the cursors with such a name, by what comes behind ``prefix``."""
        begin, end = cursor.c.name >= prefix, cursor.c.name < prefix[:-1] + _BEHIND
        with self._database.reading() as connection:
            found = connection.execute(sa.select(cursor).where(begin, end))
            return {row.name.removeprefix(prefix): row.position for row in found}

    def get(self, key: str) -> Posted | None:
        """Return one letter, ``None`` if it is unknown."""
        wanted = sa.select(outbox).where(outbox.c.key == key)
        with self._database.reading() as connection:
            return next((posted(row) for row in connection.execute(wanted)), None)

    def said(self, ref: str, payload: Payload) -> Letter | None:
        """Return the answer to the message ``ref`` that says ``payload``."""
        mine = sa.and_(outbox.c.key >= f"{ref}/", outbox.c.key < f"{ref}{_BEHIND}")
        with self._database.reading() as connection:
            rows = connection.execute(sa.select(outbox).where(mine))
            letters = [posted(row).letter for row in rows]
        return next((one for one in letters if one.payload == payload), None)

    def arrived(
        self, prefix: str, now: datetime, persons: Sequence[str] = ()
    ) -> tuple[str, datetime] | None:
        """Return the first letter with such a key that has arrived, and when it did.

        In the web chat it lies open from when it may be seen. With ``persons`` only
        letters to them count.
        """
        begin, end = outbox.c.key >= prefix, outbox.c.key < prefix[:-1] + _BEHIND
        query = sa.select(outbox).where(begin, end).order_by(outbox.c.seq)
        if persons:
            query = query.where(outbox.c.person.in_(persons))
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
            places = [row.place for row in rows if row.channel == BUNDLED]
            instead = sa.select(outbox).where(outbox.c.key.in_(places))
            bundles = {row.key: row for row in connection.execute(instead)}
        came = [(row.key, _arrival(bundles.get(row.place, row))) for row in rows]
        arrived = [(key, at) for key, at in came if at is not None and at <= now]
        return min(arrived, key=lambda one: one[1], default=None)

    def thread(
        self,
        person: str,
        after: int = 0,
        limit: int = 100,
        channel: str = "web",
        now: datetime | None = None,
    ) -> Sequence[Posted]:
        """Return what a person was told in a channel behind ``after``, oldest first.

        With ``now`` given, letters that are held back until later are left out.
        """
        wanted = sa.select(outbox).where(
            outbox.c.person == person, outbox.c.channel == channel, outbox.c.seq > after
        )
        if now is not None:
            wanted = wanted.where(outbox.c.not_before <= now)
        with self._database.reading() as connection:
            found = connection.execute(wanted.order_by(outbox.c.seq).limit(limit))
            return [posted(row) for row in found]

    def latest(
        self, person: str, limit: int, now: datetime, channel: str = "web"
    ) -> Sequence[Posted]:
        """Return the newest that a person was told in a channel, oldest first."""
        wanted = sa.select(outbox).where(
            outbox.c.person == person,
            outbox.c.channel == channel,
            outbox.c.not_before <= now,
        )
        with self._database.reading() as connection:
            found = connection.execute(
                wanted.order_by(outbox.c.seq.desc()).limit(limit)
            )
            return [posted(row) for row in found][::-1]


def _arrival(row: sa.Row[tuple[object, ...]]) -> datetime | None:
    seen: datetime = max(row.not_before, row.created_at)
    sent: datetime | None = row.sent_at
    return seen if row.channel == WEB else sent


def put_letters(
    connection: sa.Connection, letters: Sequence[Letter], now: datetime
) -> int:
    """Post the letters whose key is new; return how many."""
    rows = [
        {
            "key": letter.key,
            "channel": letter.channel,
            "person": letter.person,
            "place": letter.place,
            "payload": dict(letter.payload),
            "item": letter.item,
            "item_version": letter.version,
            "not_before": letter.not_before or now,
            "attempts": 0,
            "created_at": now,
        }
        for letter in letters
    ]
    return insert_new(connection, outbox, rows)


def move_cursor(connection: sa.Connection, name: str, position: int) -> None:
    """Move a cursor, which is made if there is none."""
    move = sa.update(cursor).where(cursor.c.name == name)
    if not connection.execute(move.values(position=position)).rowcount:
        connection.execute(cursor.insert().values(name=name, position=position))


def drop_cursors(connection: sa.Connection, names: Iterable[str]) -> None:
    """Let cursors be as if they had never been."""
    connection.execute(sa.delete(cursor).where(cursor.c.name.in_(list(names))))


def _put(
    connection: sa.Connection,
    letters: Sequence[Letter],
    now: datetime,
    moved: tuple[str, int] | None,
) -> int:
    if moved is not None:
        move_cursor(connection, *moved)
    return put_letters(connection, letters, now)


def posted(row: sa.Row[tuple[object, ...]]) -> Posted:
    """Return a row of the table as a letter."""
    letter = Letter(
        key=row.key,
        channel=row.channel,
        person=row.person,
        place=row.place,
        payload=row.payload,
        item=row.item,
        version=row.item_version,
        not_before=row.not_before,
    )
    return Posted(
        seq=row.seq,
        letter=letter,
        sent_at=row.sent_at,
        created_at=row.created_at,
        attempts=row.attempts,
    )
