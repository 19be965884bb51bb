"""Stuck: what failed and waits for its next try, or for a person (*liegen geblieben*).

::

    (well) --fail--> waiting --fail, too often--> put aside --again--> waiting
                     waiting --it works--> (well)        with its count at nothing

One concept for messages to us, reactions to events and letters from us. Pauses
grow from try to try. What is put aside holds nothing back, stays as it is and is
shown to coordinators. Its reason says what was wrong (``reason.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import inbox, outbox, stuck
from adapters.journal.writer import Writer
from adapters.office.outbox import Letter, move_cursor, put_letters

FIRST: Final = timedelta(seconds=1)  # the pause before the second try
GROWTH: Final = 5  # times as long from pause to pause
LONGEST: Final = timedelta(hours=1)
_NUMBER: Final = re.compile(r"(in|out|log)-(\d{1,15})")
_REASON: Final = 200  # characters


@unique
class Kind(StrEnum):
    """What it is; the values are stored."""

    MESSAGE = "message"  # key: its ref in the inbox
    REACTION = "reaction"  # key: name of the reactions/position of the event
    LETTER = "letter"  # key: its key in the outbox


# With the pauses above: a message and a reaction for two and a half minutes, as
# somebody waits for it; a letter for four hours, as platforms are down that long.
TRIES: Final = {Kind.MESSAGE: 5, Kind.REACTION: 5, Kind.LETTER: 10}


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


def note_failure(
    connection: sa.Connection,
    kind: Kind,
    key: str,
    reason: str,
    now: datetime,
    tries: int | None = None,
) -> bool:
    """Count a failure; whether it is put aside now, after ``tries`` of them."""
    what = (stuck.c.kind == kind, stuck.c.key == key)
    before = connection.scalar(sa.select(stuck.c.attempts).where(*what))
    attempts = (before or 0) + 1
    aside = attempts >= (TRIES[kind] if tries is None else tries)
    known = {
        "attempts": attempts,
        "again_at": None if aside else now + pause(attempts),
        "reason": reason[:_REASON],
    }
    if before is None:
        row = {"kind": kind, "key": key, "since": now, **known}
        connection.execute(stuck.insert().values(row))
    else:
        connection.execute(sa.update(stuck).where(*what).values(known))
    return aside


def note_success(connection: sa.Connection, kind: Kind, key: str) -> None:
    """Forget that it ever failed."""
    connection.execute(sa.delete(stuck).where(stuck.c.kind == kind, stuck.c.key == key))


def pause(attempts: int) -> timedelta:
    """Return how long to wait after so many failures."""
    length = FIRST
    for _ in range(attempts - 1):
        length = min(length * GROWTH, LONGEST)
    return length


def held(
    kind: Kind, key: sa.ColumnElement[str], now: datetime
) -> sa.ColumnElement[bool]:
    """Return the condition that a row is put aside or not yet to be tried again."""
    late = sa.or_(stuck.c.again_at.is_(None), stuck.c.again_at > now)
    return sa.exists().where(stuck.c.kind == kind, stuck.c.key == key, late)


def put_aside(kind: Kind, key: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
    """Return the condition that a row is put aside."""
    aside = stuck.c.again_at.is_(None)
    return sa.exists().where(stuck.c.kind == kind, stuck.c.key == key, aside)


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
