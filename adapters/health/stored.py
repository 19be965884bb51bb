"""Stored: what the record says of itself, read beside its server (*Bestand*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from adapters.audit.checkpoints import Signed, newest
from adapters.audit.cosigning import last_seen
from adapters.audit.keys import named
from adapters.audit.signing import Place, kept
from adapters.audit.source import Source
from adapters.health.findings import Finding, Sign, found
from adapters.health.state import NEAR
from adapters.journal import leaf
from adapters.journal.tables import event, stuck
from core.note import MalformedError
from projections.register import REGISTER

_APART: Final = timedelta(seconds=60)  # behind the last entry nothing is taken any more
_NIGHTS: Final = timedelta(days=2)  # after which something should have been signed
_WEEKS: Final = timedelta(days=14)  # after which a witness should have signed
_OTHERS: Final = 0o077


def of_record(
    source: Source, where: str, key: Place, now: datetime
) -> Iterator[Finding]:
    """Yield what there is to say of log, office and views.

    Raises:
        sqlalchemy.exc.DBAPIError: they cannot be read.
    """
    with source.log.connect() as db:
        last = sa.select(event.c.position, event.c.recorded_at)
        position, at = db.execute(
            last.order_by(event.c.position.desc()).limit(1)
        ).first() or (0, 0)
        yield found(Sign.STORE_WELL, where=where, entries=position)
        yield from _of_time(db, leaf.instant(at), now)
        lying = db.scalar(sa.select(sa.func.count()).select_from(stuck)) or 0
        if lying:
            yield found(Sign.LEFT_LYING, count=lying)
        yield from _of_signatures(db, position, key, now)
    if source.views is not None:
        yield from _of_views(source.views, position)


def _of_time(db: sa.Connection, last: datetime, now: datetime) -> Iterator[Finding]:
    if last - now > _APART:
        yield found(Sign.TIME_BEHIND, seconds=int((last - now).total_seconds()))
        return
    if db.dialect.name == "postgresql":
        there = db.scalar(sa.select(sa.func.clock_timestamp()))
        if there is not None and abs(there - now) > _APART:
            seconds = int(abs(there - now).total_seconds())
            yield found(Sign.TIME_APART, seconds=seconds)
            return
    yield found(Sign.TIME_WELL, now=f"{now:%Y-%m-%d %H:%M} UTC")


def _of_signatures(
    db: sa.Connection, entries: int, key: Place, now: datetime
) -> Iterator[Finding]:
    last = newest(db)
    yield from _of_key(last, key)
    if last is None:
        if entries:
            yield found(Sign.NEVER_SIGNED)
        return
    size = last.checkpoint.size
    if _is_older(db, size, _NIGHTS, now):
        yield found(Sign.SIGNED_LONG_AGO, size=size, entries=entries)
    else:
        yield found(Sign.SIGNED_WELL, size=size)
    yield from _of_witnesses(db, now)


def _of_witnesses(db: sa.Connection, now: datetime) -> Iterator[Finding]:
    begun = {one.org: one.entry - 1 for one in named(db) if one.org}
    signed = last_seen(db, int(now.timestamp()))
    seen = {org: size or begun[org] for org, size in signed.items()}
    late = sum(_is_older(db, size, _WEEKS, now) for size in seen.values())
    if late:
        yield found(Sign.WITNESSES_LATE, late=late, count=len(seen))
    elif seen:
        yield found(Sign.WITNESSED_WELL, count=len(seen))


def _is_older(db: sa.Connection, size: int, age: timedelta, now: datetime) -> bool:
    """Whether the first entry behind ``size`` is of longer ago."""
    after = sa.select(event.c.recorded_at).where(event.c.position == size + 1)
    first = db.scalar(after)
    return first is not None and now - leaf.instant(first) > age


def _of_key(last: Signed | None, key: Place) -> Iterator[Finding]:
    file = str(key.file)
    try:
        signer = kept(key.file)
    except (MalformedError, OSError):
        yield found(Sign.KEY_NONE, file=file)
        return
    if signer is None:
        if last is not None:
            yield found(Sign.KEY_MISSING, file=file)
        return
    if last is not None and last.key != signer.key:
        yield found(Sign.KEY_OTHER, file=file)
    if key.file.stat().st_mode & _OTHERS:
        yield found(Sign.KEY_OPEN, file=file)


def _of_views(views: sa.Engine, entries: int) -> Iterator[Finding]:
    with views.connect() as db:
        if not sa.inspect(db).has_table(REGISTER.name):
            return
        lowest = db.scalar(sa.select(sa.func.min(REGISTER.c.position)))
    if lowest is not None and entries - lowest > NEAR:
        yield found(Sign.VIEWS_BEHIND, entries=entries - lowest)
