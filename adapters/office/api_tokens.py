"""Tokens: with what other software acts as a person (German: *Zugangsschlüssel*).

::

    given --used--> used again and again, until its day or until it is revoked

A token is shown once and kept as SHA-256 only. It acts as its person and never with
more: its scopes can only take away. Beside it lies what was asked with a key of the
caller's own, so that the same key never means two things.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, unique
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.token_tables import demand, token
from adapters.journal.writer import Writer
from adapters.office.tokens import fresh, hashed
from core.facts import OPERATOR

PREFIX: Final = "faden_"  # so that scanners for secrets know one
USUAL_LIFE: Final = timedelta(days=90)
LONGEST_LIFE: Final = timedelta(days=366)
MOST: Final = 20  # good ones of one person
LABEL: Final = 60  # characters of the name that somebody gives a token
KEPT: Final = timedelta(days=30)  # demands; as answers are; source: architecture.md
_SEEN_EVERY: Final = timedelta(hours=1)  # "last used" is kept this exactly
_TOKEN_BYTES: Final = 32
_ID_BYTES: Final = 4


@unique
class Scope(StrEnum):
    """What a token may be used for (*Umfang*)."""

    READ = "read"  # what its person may see
    WRITE = "write"  # what its person may do
    AUDIT = "audit"  # what its person may examine


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What is kept of a token; ``id`` names it and opens nothing."""

    id: str
    person: str
    label: str
    scopes: frozenset[Scope]
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None


class Tokens:
    """Which tokens there are."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer
        self.changes = 0  # rises when one is revoked in this process

    def give(
        self,
        person: str,
        label: str,
        scopes: Iterable[Scope],
        now: datetime,
        life: timedelta = USUAL_LIFE,
    ) -> Future[str]:
        """Return a new token; empty: there are ``MOST``.

        Of life and name at most ``LONGEST_LIFE`` and ``LABEL`` count.
        """
        secret = PREFIX + fresh()
        row = token.insert().values(
            token_hash=hashed(secret),
            id=secrets.token_hex(_ID_BYTES),
            person=person,
            label=label[:LABEL],
            scopes=" ".join(sorted(set(scopes))),
            created_at=now,
            expires_at=now + min(life, LONGEST_LIFE),
        )

        good = (token.c.person == person, token.c.expires_at > now)
        count = sa.select(sa.func.count()).where(*good)

        def keep(connection: sa.Connection) -> str:
            if (connection.scalar(count) or 0) >= MOST:
                return ""
            connection.execute(row)
            return secret

        return self._writer.run(keep)

    def of(self, person: str) -> Sequence[Token]:
        """Return the tokens of ``person``, expired ones included, the newest first."""
        wanted = sa.select(token).where(token.c.person == person)
        with self._database.reading() as connection:
            found = connection.execute(wanted.order_by(token.c.created_at.desc()))
            return [_token(row) for row in found.mappings()]

    def named(self, secret: str, now: datetime) -> Token | None:
        """Return what ``secret`` is; ``None``: never given, expired or revoked."""
        wanted = sa.select(token).where(
            token.c.token_hash == hashed(secret),
            token.c.expires_at > now,
            token.c.person != OPERATOR,  # acts at the command line, nowhere else
        )
        with self._database.reading() as connection:
            row = connection.execute(wanted).mappings().one_or_none()
        if row is None:
            return None
        found = _token(row)
        if found.last_used_at is None or now - found.last_used_at >= _SEEN_EVERY:
            seen = sa.update(token).where(token.c.id == found.id)
            self._writer.run(lambda c: c.execute(seen.values(last_used_at=now)))
        return found

    def revoke(self, person: str, id_: str) -> Future[bool]:
        """Let a token of ``person`` open nothing; ``False`` if there is none."""
        gone = sa.delete(token).where(token.c.person == person, token.c.id == id_)

        def moved(_: object) -> None:
            self.changes += 1

        done = self._writer.run(
            lambda connection: connection.execute(gone).rowcount == 1
        )
        done.add_done_callback(moved)
        return done

    def demanded(self, command_id: str, what: bytes, now: datetime) -> Future[bool]:
        """Keep what is asked under ``command_id``; ``False``: it was something else.

        What it was is kept as a salted hash, for ``KEPT``.
        """
        return self._writer.run(lambda c: _demanded(c, command_id, what, now))

    def was_demanded(self, command_id: str) -> bool:
        """Whether something was asked under ``command_id`` before."""
        wanted = sa.select(demand.c.at).where(demand.c.command_id == command_id)
        with self._database.reading() as connection:
            return connection.execute(wanted).first() is not None


def _demanded(
    connection: sa.Connection, command_id: str, what: bytes, now: datetime
) -> bool:
    wanted = sa.select(demand.c.salt, demand.c.digest)
    known = connection.execute(wanted.where(demand.c.command_id == command_id)).first()
    if known is not None:
        return hmac.compare_digest(known.digest, _salted(known.salt, what))
    salt = secrets.token_bytes(_TOKEN_BYTES)
    row = {"salt": salt, "digest": _salted(salt, what), "at": now}
    connection.execute(demand.insert().values(command_id=command_id, **row))
    return True


def _salted(salt: bytes, what: bytes) -> bytes:
    return sha256(salt + what).digest()


def _token(row: sa.RowMapping) -> Token:
    return Token(
        id=row["id"],
        person=row["person"],
        label=row["label"],
        scopes=frozenset(Scope(name) for name in row["scopes"].split()),
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        last_used_at=row["last_used_at"],
    )
