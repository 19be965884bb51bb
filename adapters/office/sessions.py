"""Sessions: one-time links and who is signed in (German: *Sitzung am Gerät*).

Tokens are shown once and kept as SHA-256 only. A link is good for ten minutes
and one use; it becomes a session.
"""

from __future__ import annotations

import secrets
from concurrent.futures import Future
from datetime import datetime, timedelta
from enum import Enum, unique
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import link, session
from adapters.journal.writer import Writer
from core.facts import OPERATOR

LINK_LIFE: Final = timedelta(minutes=10)
SESSION_LIFE: Final = timedelta(days=14)
_SEEN_EVERY: Final = timedelta(hours=1)  # "last seen" is kept this exactly
_TOKEN_BYTES: Final = 32


@unique
class LinkState(Enum):
    """What has become of a one-time link.

    Whoever guesses learns nothing by it: of a token that was never given only that.
    """

    GOOD = "good"
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"  # never given, or forgotten since


class Sessions:
    """Who may come in, and who is in."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def link(self, person: str, now: datetime) -> Future[str]:
        """Return the token of a new one-time link."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        row = link.insert().values(
            token_hash=_hash(token),
            person=person,
            created_at=now,
            expires_at=now + LINK_LIFE,
        )

        def keep(connection: sa.Connection) -> str:
            connection.execute(row)
            return token

        return self._writer.run(keep)

    def state_of(self, token: str, now: datetime) -> LinkState:
        """Return whether a link can be used, and if not, why."""
        wanted = sa.select(link.c.used_at, link.c.expires_at).where(
            link.c.token_hash == _hash(token)
        )
        with self._database.reading() as connection:
            found = connection.execute(wanted).one_or_none()
        if found is None:
            return LinkState.UNKNOWN
        if found.used_at is not None:
            return LinkState.USED
        return LinkState.GOOD if found.expires_at > now else LinkState.EXPIRED

    def redeem(self, token: str, now: datetime) -> Future[str | None]:
        """Use a link up; return a new session's token, ``None`` if it is void."""
        return self._writer.run(lambda connection: _redeem(connection, token, now))

    def person_of(self, token: str, now: datetime) -> str | None:
        """Return who is signed in with the session ``token``, ``None`` for nobody."""
        wanted = sa.select(session.c.person, session.c.last_seen_at).where(
            session.c.token_hash == _hash(token),
            session.c.expires_at > now,
            session.c.person != OPERATOR,  # acts at the command line, nowhere else
        )
        with self._database.reading() as connection:
            found = connection.execute(wanted).one_or_none()
        if found is None:
            return None
        if now - found.last_seen_at >= _SEEN_EVERY:
            seen = sa.update(session).where(session.c.token_hash == _hash(token))
            self._writer.run(lambda c: c.execute(seen.values(last_seen_at=now)))
        return str(found.person)

    def end(self, token: str) -> Future[bool]:
        """Sign out; ``False`` if there was no such session."""
        gone = sa.delete(session).where(session.c.token_hash == _hash(token))
        return self._writer.run(
            lambda connection: connection.execute(gone).rowcount == 1
        )

    def end_all(self, person: str) -> Future[int]:
        """Sign a person out everywhere and void open links; count the sessions."""

        def leave(connection: sa.Connection) -> int:
            connection.execute(sa.delete(link).where(link.c.person == person))
            gone = sa.delete(session).where(session.c.person == person)
            return connection.execute(gone).rowcount

        return self._writer.run(leave)


def _hash(token: str) -> bytes:
    return sha256(token.encode("utf-8", "replace")).digest()


def _redeem(connection: sa.Connection, token: str, now: datetime) -> str | None:
    person = connection.execute(
        sa.update(link)
        .where(link.c.token_hash == _hash(token), link.c.used_at.is_(None))
        .where(link.c.expires_at > now)
        .values(used_at=now)
        .returning(link.c.person)
    ).scalar_one_or_none()
    if person is None:
        return None
    fresh = secrets.token_urlsafe(_TOKEN_BYTES)
    connection.execute(
        session.insert().values(
            token_hash=_hash(fresh),
            person=person,
            created_at=now,
            expires_at=now + SESSION_LIFE,
            last_seen_at=now,
        )
    )
    return fresh
