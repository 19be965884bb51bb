"""Hooks: other software that is told of every entry, in order (*Meldestellen*).

::

    told --fails--> failing --works--> told
    failing --for days, or "gone"--> given up --again--> told

Each has its own place in the log, so that nothing is lost and nothing overtakes.
"""

from __future__ import annotations

import secrets
from base64 import b64encode
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.subscription_tables import hook
from adapters.journal.writer import Writer
from adapters.office.outbox import Letter, put_letters

MOST: Final = 20
GIVEN_UP: Final = timedelta(days=5)  # of failures without a break
_FIRST: Final = timedelta(seconds=5)
_GROWTH: Final = 5
_LONGEST: Final = timedelta(hours=1)
_SECRET_BYTES: Final = 32  # source: Standard Webhooks, 24 to 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """One receiver; ``position`` is the last entry it has taken."""

    number: int
    url: str
    secret: str = field(repr=False)
    created_at: datetime
    position: int
    attempts: int
    again_at: datetime | None
    failing_since: datetime | None
    reason: str | None
    ended_at: datetime | None


class Hooks:
    """All receivers of the region."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def make(self, person: str, url: str, position: int, now: datetime) -> Future[str]:
        """Tell ``url`` what comes behind ``position``; return the secret to sign with.

        One that is known already gets a new secret; empty: there are ``MOST``.
        """
        secret = f"whsec_{b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()}"
        fresh = {
            "url": url,
            "secret": secret,
            "person": person,
            "created_at": now,
            "position": position,
            "attempts": 0,
        }

        def keep(connection: sa.Connection) -> str:
            known = sa.update(hook).where(hook.c.url == url)
            if connection.execute(known.values(secret=secret)).rowcount:
                return secret
            count = connection.scalar(sa.select(sa.func.count()).select_from(hook))
            if (count or 0) >= MOST:
                return ""
            connection.execute(hook.insert().values(fresh))
            return secret

        return self._writer.run(keep)

    def all(self) -> Sequence[Hook]:
        """Return all, the first made first."""
        return self._read(sa.true())

    def due(self, head: int, now: datetime) -> Sequence[Hook]:
        """Return those that have not got everything up to ``head``, and may now."""
        ready = sa.or_(hook.c.again_at.is_(None), hook.c.again_at <= now)
        behind = hook.c.position < head
        return self._read(sa.and_(hook.c.ended_at.is_(None), behind, ready))

    def end(self, number: int) -> Future[bool]:
        """Tell it nothing any more, and forget it."""
        gone = sa.delete(hook).where(hook.c.seq == number)
        return self._writer.run(lambda c: c.execute(gone).rowcount > 0)

    def again(self, number: int) -> Future[bool]:
        """Go on where it stopped, at once."""
        well = {
            "attempts": 0,
            "again_at": None,
            "failing_since": None,
            "ended_at": None,
        }
        begun = sa.update(hook).where(hook.c.seq == number).values(well)
        return self._writer.run(lambda c: c.execute(begun).rowcount > 0)

    def taken(self, one: Hook, position: int) -> Future[None]:
        """Note that it has got everything up to ``position``."""
        well = {
            "position": position,
            "attempts": 0,
            "again_at": None,
            "failing_since": None,
            "reason": None,
        }
        moved = sa.update(hook).where(hook.c.seq == one.number).values(well)

        def note(connection: sa.Connection) -> None:
            connection.execute(moved)

        return self._writer.run(note)

    def failed(
        self, one: Hook, reason: str, now: datetime, told: Sequence[Letter] | None
    ) -> Future[None]:
        """Count a failure; with ``told`` it is given up, and these letters say so."""
        pause = min(_FIRST * _GROWTH ** min(one.attempts, 9), _LONGEST)
        values = {
            "attempts": one.attempts + 1,
            "again_at": now + pause,
            "failing_since": one.failing_since or now,
            "reason": reason,
            "ended_at": None if told is None else now,
        }
        noted = sa.update(hook).where(hook.c.seq == one.number).values(values)

        def note(connection: sa.Connection) -> None:
            if connection.execute(noted).rowcount and told is not None:
                put_letters(connection, told, now)

        return self._writer.run(note)

    def _read(self, wanted: sa.ColumnElement[bool]) -> Sequence[Hook]:
        names = [each.name for each in fields(Hook) if each.name != "number"]
        columns = [hook.c.seq.label("number"), *(hook.c[name] for name in names)]
        query = sa.select(*columns).where(wanted).order_by(hook.c.seq)
        with self._database.reading() as connection:
            return [Hook(**row) for row in connection.execute(query).mappings()]
