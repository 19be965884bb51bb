"""Aside: what failed, listed for people, and tried again (*liegen geblieben*)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import inbox, outbox, stuck
from adapters.journal.writer import Writer
from adapters.office.outbox import (
    Letter,
    drop_cursors,
    move_cursor,
    put_letters,
)
from adapters.office.stuck import Kind, note_failure, note_success

_NUMBER: Final = re.compile(r"(in|out|log)-(\d{1,15})")
_NAMED: Final = re.compile(r"(digest|hour)-(\S{1,200})")
_PLACES: Final = {
    Kind.MESSAGE: "in",
    Kind.LETTER: "out",
    Kind.REACTION: "log",
    Kind.DIGEST: "digest",
    Kind.TIMER: "hour",
}
_KINDS: Final = {place: kind for kind, place in _PLACES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Something that failed; without ``again_at`` it is put aside.

    ``number`` is for people: ``in-12`` is a message, ``out-7`` a letter, ``log-31``
    the reaction to that entry; digests and timers are named by their key. ``person``
    said it or was to be told, and is empty for reactions and timers. ``text`` is what
    was typed, once its sender knows that it can be seen.
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


_DUE: Final = (
    sa.select(stuck.c.key)
    .where(
        stuck.c.kind == sa.bindparam("kind"), stuck.c.again_at <= sa.bindparam("now")
    )
    .order_by(stuck.c.again_at, stuck.c.key)
    .limit(sa.bindparam("limit"))
)


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
        wanted = {"kind": kind, "now": now, "limit": limit}
        with self._database.reading() as connection:
            return connection.execute(_DUE, wanted).scalars().all()

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
        said = number.strip().lower()
        found = _NUMBER.fullmatch(said) or _NAMED.fullmatch(said)
        if found is None:
            return None
        kind, rest = _KINDS[found[1]], found[2]
        wanted = sa.select(stuck.c.key).where(stuck.c.kind == kind)
        match kind:
            case Kind.MESSAGE:
                wanted = wanted.join(inbox, inbox.c.ref == stuck.c.key)
                wanted = wanted.where(inbox.c.seq == int(rest))
            case Kind.LETTER:
                wanted = wanted.join(outbox, outbox.c.key == stuck.c.key)
                wanted = wanted.where(outbox.c.seq == int(rest))
            case Kind.REACTION:
                wanted = wanted.where(stuck.c.key.like(f"%/{int(rest)}"))
            case Kind.DIGEST | Kind.TIMER:
                wanted = wanted.where(sa.func.lower(stuck.c.key) == rest)
        with self._database.reading() as connection:
            key = connection.scalar(wanted)
        return None if key is None else (kind, key)

    def keys(self, kind: Kind, now: datetime | None = None) -> frozenset[str]:
        """Return what failed, by key; with ``now``, what is not to be tried yet."""
        wanted = sa.select(stuck.c.key).where(stuck.c.kind == kind)
        if now is not None:
            late = sa.or_(stuck.c.again_at.is_(None), stuck.c.again_at > now)
            wanted = wanted.where(late)
        with self._database.reading() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def lay(
        self,
        kind: Kind,
        key: str,
        reason: str,
        now: datetime,
        moved: tuple[str, int] | None = None,
    ) -> Future[None]:
        """Count a failure; in the same transaction a cursor has ``moved``."""

        def note(connection: sa.Connection) -> None:
            if moved is not None:
                move_cursor(connection, *moved)
            note_failure(connection, kind, key, reason, now)

        return self._writer.run(note)

    def tell(self, key: str, letters: Sequence[Letter], now: datetime) -> Future[None]:
        """Post what a reaction leads to at last, and forget that it failed."""

        def post(connection: sa.Connection) -> None:
            put_letters(connection, letters, now)
            note_success(connection, Kind.REACTION, key)

        return self._writer.run(post)

    def forget(
        self, kind: Kind, keys: Iterable[str], cursors: Iterable[str] = ()
    ) -> Future[None]:
        """Forget that these failed, and cursors that nobody needs any more."""

        def drop(connection: sa.Connection) -> None:
            for key in keys:
                note_success(connection, kind, key)
            drop_cursors(connection, cursors)

        return self._writer.run(drop)


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
    n: object = row.seq
    match kind:
        case Kind.REACTION:
            n = row.key.rpartition("/")[2]
        case Kind.DIGEST | Kind.TIMER:
            n = row.key
        case Kind.MESSAGE | Kind.LETTER:
            pass
    aside = row.again_at is None and kind is Kind.MESSAGE
    return Stuck(
        number=f"{_PLACES[kind]}-{n}",
        kind=kind,
        key=row.key,
        person=row.key if kind is Kind.DIGEST else row.person,
        attempts=row.attempts,
        since=row.since,
        again_at=row.again_at,
        reason=row.reason,
        text=str(row.payload.get("text", "")) if aside else "",
    )
