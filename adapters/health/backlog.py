"""Backlog: what waits, and since when (*Rückstand*)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final, NamedTuple

import sqlalchemy as sa

from adapters.audit.checkpoints import newest
from adapters.journal.tables import inbox, outbox, stuck
from adapters.main import Faden
from core.ports import Via
from projections import terms, timers

_FETCHED: Final = (Via.WEB.value, Via.CLI.value)  # letters that nobody has to bring
_NEW: Final = "new"


class Backlog(NamedTuple):
    """Counts, and for how long the oldest one has waited."""

    entries: int
    unsigned: int  # entries
    inbox: int  # messages
    outbox: int  # letters
    outbox_age: timedelta
    due_age: timedelta  # of what the hour is to do; days are local
    stuck: int


def backlog(faden: Faden) -> Backlog:
    """Return it as it is now.

    Raises:
        Refusal: the store is away, or the views are being built.
    """
    now = faden.clock()
    entries = faden.store.journal.head()
    with faden.store.reading() as db:
        signed = newest(db)
        letters, oldest = _letters(db, now)
        waiting = _count(db, sa.select(inbox.c.seq).where(inbox.c.state == _NEW))
        lying = _count(db, sa.select(stuck.c.key))
    return Backlog(
        entries,
        entries - (signed.checkpoint.size if signed else 0),
        waiting,
        letters,
        _age(oldest, now),
        _age(_due(faden), now),
        lying,
    )


def _letters(db: sa.Connection, now: datetime) -> tuple[int, datetime | None]:
    wanted = sa.select(sa.func.count(), sa.func.min(outbox.c.not_before)).where(
        outbox.c.sent_at.is_(None),
        outbox.c.not_before <= now,
        outbox.c.channel.not_in(_FETCHED),
    )
    count, oldest = db.execute(wanted).one()
    return count, oldest


def _count(db: sa.Connection, some: sa.Select[tuple[object]]) -> int:
    return db.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0


def _due(faden: Faden) -> datetime | None:
    """Return since when the oldest is due: the morning of its day."""
    today = faden.today()
    with faden.reading() as db:
        found = [*timers.consequences(db, today), *terms.due(db, today)]
    if not found:
        return None
    return datetime.combine(min(found).due, time(), faden.desk.zone())


def _age(since: datetime | None, now: datetime) -> timedelta:
    return max(now - since, timedelta()) if since else timedelta()
