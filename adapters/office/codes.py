"""Codes: how somebody proves on a platform who they are (*Verbindungscode*).

::

    given --redeem--> used         the platform's address is the person's now
          --ten minutes--> over
          --another is given to the same person--> gone

A code is shown once and kept as SHA-256 only. Whoever guesses is stopped after a few
tries, by the address that the platform vouches for.
"""

from __future__ import annotations

import secrets
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, unique
from hashlib import sha256
from typing import Final, TypeAlias

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import address, code, guess
from adapters.journal.writer import Writer
from adapters.office.addresses import put_address

CODE_LIFE: Final = timedelta(minutes=10)
GUESSES: Final = 5  # wrong codes of one address in an hour
GUESSES_IN: Final = timedelta(hours=1)
_ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks alike
_LENGTH: Final = 8  # 31^8 codes: five guesses an hour find none


@unique
class Void(Enum):
    """Why a code linked nobody."""

    UNKNOWN = "unknown"
    USED = "used"
    OVER = "over"
    TOO_MANY = "too many"  # guesses of this address; whether it is right is not said


@dataclass(frozen=True, slots=True)
class Linked:
    """Whose address it is now."""

    person: str


Redeemed: TypeAlias = Linked | Void


class Codes:
    """All codes of all platforms."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def give(self, person: str, channel: str, now: datetime) -> Future[str]:
        """Return a new code for ``person``; one given before is gone."""
        plain = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
        row = {
            "channel": channel,
            "code_hash": _hash(plain),
            "person": person,
            "expires_at": now + CODE_LIFE,
        }
        before = sa.delete(code).where(
            code.c.person == person, code.c.channel == channel, code.c.used_at.is_(None)
        )

        def keep(connection: sa.Connection) -> str:
            connection.execute(before)
            connection.execute(code.insert().values(row))
            return f"{plain[:4]}-{plain[4:]}"

        return self._writer.run(keep)


def redeem(
    connection: sa.Connection, channel: str, said: str, where: str, now: datetime
) -> Redeemed:
    """Use ``said`` up for the address ``where``; saying it again changes nothing."""
    if _guesses(connection, channel, where, now) >= GUESSES:
        return Void.TOO_MANY
    its = (code.c.channel == channel, code.c.code_hash == _hash(said))
    row = connection.execute(sa.select(code).where(*its)).first()
    if row is None:
        wrong = guess.insert().values(channel=channel, address=where, at=now)
        connection.execute(wrong)
        return Void.UNKNOWN
    if row.used_at is not None:
        own = _is_at(connection, row.person, channel, where)
        return Linked(row.person) if own else Void.USED
    if row.expires_at <= now:
        return Void.OVER
    connection.execute(sa.update(code).where(*its).values(used_at=now))
    put_address(connection, row.person, channel, where, now)
    return Linked(row.person)


def _guesses(connection: sa.Connection, channel: str, where: str, now: datetime) -> int:
    wanted = sa.select(sa.func.count()).select_from(guess)
    lately = (guess.c.address == where, guess.c.at > now - GUESSES_IN)
    found = connection.scalar(wanted.where(guess.c.channel == channel, *lately))
    return int(found or 0)


def _is_at(connection: sa.Connection, person: str, channel: str, where: str) -> bool:
    wanted = sa.select(address.c.person).where(
        address.c.channel == channel, address.c.address == where
    )
    return connection.scalar(wanted) == person


def _hash(said: str) -> bytes:
    """Return what is kept of a code, however its letters and dashes are typed."""
    letters = "".join(c for c in said.upper() if c.isalnum())
    return sha256(letters.encode("utf-8", "surrogatepass")).digest()
