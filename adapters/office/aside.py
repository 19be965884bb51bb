"""Aside: what failed, listed for people, and tried again (*liegen geblieben*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import inbox, outbox, stuck
from adapters.journal.writer import Writer
from adapters.office.outbox import Letter, move_cursor, put_letters
from adapters.office.stuck import Kind, note_failure, note_success

_NUMBER: Final = re.compile(r"(in|out|log)-(\d{1,15})")
_PLACES: Final = {Kind.MESSAGE: "in", Kind.LETTER: "out", Kind.REACTION: "log"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Something that failed; without ``again_at`` it is put aside.

    ``number`` is for people: ``in-12`` is a message, ``out-7`` a letter, ``log-31``
    the reaction to that entry. ``person`` said it or was to be told, and is empty for
    reactions. ``text`` is what was typed, once its sender knows that it can be seen.
    """

    number: str
    kind: Kind
    key: str
    person: str
    attempts: int
    since: datetime
    again_at: datetime | None
    reason: str
    text: str = field(default="", repr=False)


class StuckRows:
    """All that is left lying."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def all(self, limit: int = 200) -> Sequence[Stuck]:
        """Return what failed, put aside first, then oldest first."""
        person = sa.func.coalesce(inbox.c.person, outbox.c.person, "").label("person")
        seq = sa.func.coalesce(inbox.c.seq, outbox.c.seq, 0).label("seq")
        wanted = (
            sa.select(stuck, person, seq, inbox.c.payload)
            .outerjoin(inbox, _is(Kind.MESSAGE, inbox.c.ref))
            .outerjoin(outbox, _is(Kind.LETTER, outbox.c.key))
            .order_by(stuck.c.again_at.is_not(None), stuck.c.since, stuck.c.key)
        )
        with self._database.reading() as connection:
            return [_stuck(row) for row in connection.execute(wanted.limit(limit))]

    def count(self) -> int:
        """Return how much is put aside."""
        wanted = sa.select(sa.func.count()).select_from(stuck)
        with self._database.reading() as connection:
            found = connection.scalar(wanted.where(stuck.c.again_at.is_(None)))
        return int(found or 0)

    def due(self, kind: Kind, now: datetime, limit: int = 100) -> Sequence[str]:
        """Return the keys of what is to be tried again, the longest overdue first."""
        wanted = (
            sa.select(stuck.c.key)
            .where(stuck.c.kind == kind, stuck.c.again_at <= now)
            .order_by(stuck.c.again_at, stuck.c.key)
        )
        with self._database.reading() as connection:
            return connection.execute(wanted.limit(limit)).scalars().all()

    def again(self, kind: Kind, key: str, now: datetime) -> Future[bool]:
        """Try it again at once; ``False`` if it is not left lying any more."""
        return self._writer.run(lambda connection: _again(connection, kind, key, now))

    def all_again(self, now: datetime) -> Future[int]:
        """Try everything again at once; return how much that is."""
        every = sa.select(stuck.c.kind, stuck.c.key)

        def put_back(connection: sa.Connection) -> int:
            rows = connection.execute(every).all()
            return sum(_again(connection, Kind(r.kind), r.key, now) for r in rows)

        return self._writer.run(put_back)

    def named(self, number: str) -> tuple[Kind, str] | None:
        """Return what ``number`` means, if it is left lying."""
        found = _NUMBER.fullmatch(number.strip().lower())
        if found is None:
            return None
        place, n = found[1], int(found[2])
        kind = next(kind for kind, known in _PLACES.items() if known == place)
        wanted = sa.select(stuck.c.key).where(stuck.c.kind == kind)
        match kind:
            case Kind.MESSAGE:
                wanted = wanted.join(inbox, inbox.c.ref == stuck.c.key)
                wanted = wanted.where(inbox.c.seq == n)
            case Kind.LETTER:
                wanted = wanted.join(outbox, outbox.c.key == stuck.c.key)
                wanted = wanted.where(outbox.c.seq == n)
            case Kind.REACTION:
                wanted = wanted.where(stuck.c.key.like(f"%/{n}"))
        with self._database.reading() as connection:
            key = connection.scalar(wanted)
        return None if key is None else (kind, key)

    def lay(
        self, key: str, reason: str, now: datetime, moved: tuple[str, int] | None
    ) -> Future[None]:
        """Count a failure of a reaction; in the same transaction a cursor has moved."""

        def note(connection: sa.Connection) -> None:
            if moved is not None:
                move_cursor(connection, *moved)
            note_failure(connection, Kind.REACTION, key, reason, now)

        return self._writer.run(note)

    def tell(self, key: str, letters: Sequence[Letter], now: datetime) -> Future[None]:
        """Post what a reaction leads to at last, and forget that it failed."""

        def post(connection: sa.Connection) -> None:
            put_letters(connection, letters, now)
            note_success(connection, Kind.REACTION, key)

        return self._writer.run(post)


def _is(kind: Kind, key: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    return sa.and_(stuck.c.kind == kind, stuck.c.key == key)


def _again(connection: sa.Connection, kind: Kind, key: str, now: datetime) -> bool:
    tried = (
        sa.update(stuck)
        .where(stuck.c.kind == kind, stuck.c.key == key)
        .values(attempts=0, again_at=now)
    )
    if not connection.execute(tried).rowcount:
        return False
    if kind is Kind.MESSAGE:
        back = sa.update(inbox).where(inbox.c.ref == key, inbox.c.state == "poison")
        connection.execute(back.values(state="new"))
    return True


def _stuck(row: sa.Row[tuple[object, ...]]) -> Stuck:
    kind = Kind(row.kind)
    n = row.key.rpartition("/")[2] if kind is Kind.REACTION else row.seq
    aside = row.again_at is None and kind is Kind.MESSAGE
    return Stuck(
        number=f"{_PLACES[kind]}-{n}",
        kind=kind,
        key=row.key,
        person=row.person,
        attempts=row.attempts,
        since=row.since,
        again_at=row.again_at,
        reason=row.reason,
        text=str(row.payload.get("text", "")) if aside else "",
    )
