"""Recorder: the event log on SQLite, behind the library's recorder interface.

Positions are ``last + 1`` under the lock: gap-free and in commit order, hence
also leaf indexes. ``recorded_at = max(last, now)``, in microseconds since 1970.
The recorder writes the leaf header and hash; ``state`` is opaque to it.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from threading import RLock
from typing import Final, NamedTuple
from uuid import UUID

from eventsourcing.persistence import (
    ApplicationRecorder,
    Notification,
    StoredEvent,
    Subscription,
)

from adapters.journal import leaf, sqlite, statements
from adapters.journal.codec import VaultText
from adapters.journal.library import Listened, Waker, library_errors
from core.errors import Code, Refusal
from core.ports import Clock

CLOCK_SLACK: Final = 60_000_000  # microseconds the clock may be behind; architecture.md


class Tail(NamedTuple):
    """The end of the log: newest position and when it was recorded."""

    position: int
    recorded: int


class Draft(NamedTuple):
    """An event that has its version but not yet its position."""

    stream: str
    version: int
    kind: str
    state: bytes
    effective_on: str | None
    command_id: str | None
    n: int


class SqliteRecorder(Listened):
    """Stores events in one transaction each; the writer groups them itself."""

    def __init__(self, database: sqlite.Database, clock: Clock) -> None:
        """Record into ``database``, whose tables exist, by ``clock``."""
        super().__init__()
        self._database = database
        self._clock = clock
        self._lock = RLock()
        self._kinds: set[str] = set()  # known to be in the log
        self._new_kinds: set[str] = set()

    def tail(self) -> Tail:
        """Return the end of the log; to be asked first in every transaction."""
        self._new_kinds.clear()
        found = self._database.raw.execute(statements.TAIL).fetchone()
        return Tail(*found) if found else Tail(0, 0)

    def stamp(self, tail: Tail) -> int:
        """Return the time to record behind ``tail``, in microseconds.

        Raises:
            Refusal: ``CLOCK_WENT_BACK`` by more than sixty seconds.
        """
        now = leaf.microseconds(self._clock())
        if tail.recorded - now > CLOCK_SLACK:
            seconds = (tail.recorded - now) // 1_000_000
            raise Refusal(Code.CLOCK_WENT_BACK, seconds=seconds)
        return max(tail.recorded, now)

    def append(
        self,
        drafts: Sequence[Draft],
        texts: Sequence[VaultText],
        after: int,
        recorded: int,
    ) -> None:
        """Write ``drafts`` behind position ``after`` in the transaction that runs."""
        raw = self._database.raw
        rows = [
            _row(position, recorded, draft)
            for position, draft in enumerate(drafts, start=after + 1)
        ]
        statements.insert(raw, statements.INSERT_EVENT, rows)
        new = {draft.kind for draft in drafts} - self._kinds
        if new:
            raw.executemany(statements.INSERT_KIND, [(kind,) for kind in new])
            self._new_kinds |= new
        statements.insert(raw, statements.INSERT_TEXT, texts)

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command_id: str | None = None,
        effective_on: date | None = None,
        texts: Sequence[VaultText] = (),
        **_: object,
    ) -> Sequence[int] | None:
        """Write events of one command; return their positions.

        Raises:
            IntegrityError: a version or the command exists already.
        """
        if not stored_events:
            return []
        effective = None if effective_on is None else effective_on.isoformat()
        drafts = [
            Draft(
                stream=str(stored.originator_id),
                version=stored.originator_version,
                kind=stored.topic,
                state=stored.state,
                effective_on=effective,
                command_id=command_id,
                n=n,
            )
            for n, stored in enumerate(stored_events)
        ]
        with self._lock, library_errors(), self._database.transaction():
            tail = self.tail()
            self.append(drafts, texts, tail.position, self.stamp(tail))
        self.committed()
        return list(range(tail.position + 1, tail.position + 1 + len(drafts)))

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """Return events of one stream by version."""
        statement = statements.EVENTS_BACKWARDS if desc else statements.EVENTS
        bound = (str(originator_id), gt, lte, -1 if limit is None else limit)
        with library_errors():
            return [StoredEvent(*row) for row in self._database.rows(statement, *bound)]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Return events by position."""
        first = 0 if start is None else start + (not inclusive_of_start)
        kinds = leaf.canonical(tuple(topics)).decode() if topics else None
        with library_errors():
            found = self._database.rows(
                statements.NOTIFICATIONS, first, stop, kinds, limit
            )
        return [Notification(*row) for row in found]

    def max_notification_id(self) -> int | None:
        """Return the newest position, ``None`` if there is none."""
        with library_errors():
            found = self._database.rows(statements.TAIL)
        return int(found[0][0]) if found else None

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """Return an iterator that waits for what is recorded in this process."""
        return Waker(self, gt, topics)

    def committed(self) -> None:
        """Tell the subscriptions that there is something new."""
        self._kinds |= self._new_kinds
        self._new_kinds.clear()
        self.wake()


def _row(position: int, recorded: int, draft: Draft) -> sqlite.Row:
    stream, version, kind, state, effective_on, command_id, n = draft
    header = leaf.header(kind, recorded, stream, version)
    hashed = leaf.leaf_hash(header, state)
    return (
        position,
        stream,
        version,
        kind,
        recorded,
        effective_on,
        command_id,
        n,
        state,
        hashed,
    )
