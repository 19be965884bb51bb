"""Waiting: what is kept for a browser until it comes back (*Garderobe*).

::

    post without a session --keep--> kept --fetch--> shown, as often as wanted
                                          --forget, once it was sent--> gone
                                          --half an hour--> gone
    sign-in at a provider --begin--> attempt --take, once--> gone

Each lies under a token that only this browser has, in a cookie.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.entry_tables import attempt, kept
from adapters.journal.writer import Writer
from adapters.office.tokens import fresh, hashed

KEPT: Final = timedelta(minutes=30)
ATTEMPT: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What somebody whose session was over sent: to which page, with which fields."""

    person: str
    path: str
    fields: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What an identity provider must answer with (RFC 7636, OpenID Connect Core)."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)


class Waiting:
    """All that is kept for browsers."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def keep(self, one: Kept, now: datetime) -> Future[str]:
        """Keep ``one`` for half an hour; return the token under which it lies."""
        token = fresh()
        row = kept.insert().values(
            key_hash=hashed(token),
            person=one.person,
            path=one.path,
            fields=dict(one.fields),
            expires_at=now + KEPT,
        )

        def put(connection: sa.Connection) -> str:
            connection.execute(row)
            return token

        return self._writer.run(put)

    def fetch(self, token: str, now: datetime) -> Kept | None:
        """Return what lies under ``token``, and leave it there."""
        wanted = sa.select(kept).where(
            kept.c.key_hash == hashed(token), kept.c.expires_at > now
        )
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        if row is None:
            return None
        return Kept(person=row.person, path=row.path, fields=row.fields)

    def forget(self, token: str) -> Future[bool]:
        """Throw away what lies under ``token``."""
        gone = sa.delete(kept).where(kept.c.key_hash == hashed(token))
        return self._writer.run(
            lambda connection: connection.execute(gone).rowcount == 1
        )

    def begin(self, one: Attempt, now: datetime) -> Future[str]:
        """Remember ``one`` for ten minutes; return the token of this browser."""
        token = fresh()
        row = attempt.insert().values(
            key_hash=hashed(token),
            state_hash=hashed(one.state),
            nonce=one.nonce,
            verifier=one.verifier,
            expires_at=now + ATTEMPT,
        )

        def put(connection: sa.Connection) -> str:
            connection.execute(row)
            return token

        return self._writer.run(put)

    def take(self, token: str, state: str, now: datetime) -> Future[Attempt | None]:
        """Return the attempt of this browser if ``state`` is its own; only once."""
        mine = attempt.c.key_hash == hashed(token)

        def take_out(connection: sa.Connection) -> Attempt | None:
            row = connection.execute(sa.select(attempt).where(mine)).one_or_none()
            if row is None:
                return None
            connection.execute(sa.delete(attempt).where(mine))
            if row.state_hash != hashed(state) or row.expires_at <= now:
                return None
            return Attempt(state, row.nonce, row.verifier)

        return self._writer.run(take_out)
