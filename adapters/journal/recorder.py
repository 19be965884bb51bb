"""Recorder: the event log behind the library's recorder interface.

Positions are ``last + 1`` under the lock: gap-free and in commit order, hence
also leaf indexes. ``recorded_at = max(last, now)``, in microseconds since 1970.
The recorder writes the leaf header and hash; ``state`` is opaque to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from threading import RLock
from typing import Final
from uuid import UUID

from eventsourcing.persistence import (
    ApplicationRecorder,
    Notification,
    StoredEvent,
    Subscription,
)

from adapters.journal import leaf
from adapters.journal.codec import VaultText
from adapters.journal.database import Database, Opened, Row
from adapters.journal.library import Listened, Waker, library_errors
from core.errors import Code, Refusal
from core.ports import Clock

_ALL: Final = 2**62  # more than any position or number of events
_KIND: Final = 3  # column of a row
CLOCK_SLACK: Final = 60_000_000  # microseconds the clock may be behind; architecture.md


class Recorder(Listened):
    """Stores events in one transaction each; the writer groups them itself."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Record into ``database``, whose tables exist, by ``clock``."""
        super().__init__()
        self._database = database
        self._clock = clock
        self._lock = RLock()
        self._kinds: set[str] = set()  # known to be in the log
        self._new_kinds: set[str] = set()

    def begin(self, tail: Opened) -> int:
        """Begin a transaction behind ``tail``; return its instant in microseconds.

        Raises:
            Refusal: ``CLOCK_WENT_BACK`` by more than sixty seconds.
        """
        self._new_kinds.clear()
        now = leaf.microseconds(self._clock())
        if tail.recorded - now > CLOCK_SLACK:
            seconds = (tail.recorded - now) // 1_000_000
            raise Refusal(Code.CLOCK_WENT_BACK, seconds=seconds)
        return max(tail.recorded, now)

    def append(self, rows: Sequence[Row], texts: Sequence[VaultText]) -> None:
        """Write ``rows`` made by ``event_row`` in the transaction that runs."""
        ask = self._database.statements
        self._database.write(ask.insert_event, rows)
        new = {row[_KIND] for row in rows} - self._kinds
        if new:
            self._database.write(ask.insert_kind, [(kind,) for kind in sorted(new)])
            self._new_kinds |= new
        self._database.write(ask.insert_text, texts)

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
        database = self._database
        with self._lock, library_errors(database.driver), database.undoing():
            tail = database.begin()
            recorded = self.begin(tail)
            rows = [
                event_row(
                    position=tail.position + 1 + n,
                    recorded=recorded,
                    stream=str(stored.originator_id),
                    version=stored.originator_version,
                    kind=stored.topic,
                    state=stored.state,
                    effective=effective,
                    command_id=command_id,
                    n=n,
                )
                for n, stored in enumerate(stored_events)
            ]
            self.append(rows, texts)
            newest = tail.position + len(rows)
            database.commit(newest)
        self.committed()
        return list(range(tail.position + 1, newest + 1))

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
        ask = self._database.statements
        statement = ask.events_backwards if desc else ask.events
        bound = (
            str(originator_id),
            0 if gt is None else gt,
            _ALL if lte is None else lte,
            _ALL if limit is None else limit,
        )
        with library_errors(self._database.driver):
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
        ask = self._database.statements
        first = 0 if start is None else start + (not inclusive_of_start)
        last = _ALL if stop is None else stop
        kinds = leaf.canonical(tuple(topics)).decode()
        with library_errors(self._database.driver):
            found = (
                self._database.rows(ask.notifications_of, first, last, kinds, limit)
                if topics
                else self._database.rows(ask.notifications, first, last, limit)
            )
        return [Notification(*row) for row in found]

    def max_notification_id(self) -> int | None:
        """Return the newest position, ``None`` if there is none."""
        with library_errors(self._database.driver):
            found = self._database.rows(self._database.statements.tail)
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


def event_row(  # noqa: PLR0913  (one for each column that is not worked out)
    *,
    position: int,
    recorded: int,
    stream: str,
    version: int,
    kind: str,
    state: bytes,
    effective: str | None,
    command_id: str | None,
    n: int,
) -> Row:
    """Return a row of the log with its leaf hash; ``recorded`` in microseconds."""
    hashed = leaf.leaf_hash(leaf.header(kind, recorded, stream, version), state)
    return (
        position,
        stream,
        version,
        kind,
        recorded,
        effective,
        command_id,
        n,
        state,
        hashed,
    )
