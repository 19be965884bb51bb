"""Mailboxes: an address that somebody still has to confirm (*Mailadresse bestätigen*).

::

    wanted --the letter is brought--> a code is on its way --typed in time--> it holds
           --another one is wanted--> forgotten      --five wrong codes, an hour--> void

Until then the address before it holds. The code goes to the new address and is typed by
whoever is signed in: neither who has only the mailbox nor who has only the session
changes anything.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from concurrent.futures import Future
from datetime import datetime, timedelta
from enum import Enum, unique
from hashlib import sha256
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.entry_tables import mail, wanted_mail
from adapters.journal.writer import Writer
from adapters.office.identities import put_mail, small

LIFE: Final = timedelta(hours=1)  # of a code; mail may be slow
GUESSES: Final = 5  # wrong codes, then a new one is needed
_DIGITS: Final = 8


@unique
class Confirmed(Enum):
    """What became of a code."""

    DONE = "done"
    WRONG = "wrong"
    OVER = "over"  # too late, too many guesses, or nothing is wanted
    TAKEN = "taken"  # somebody else is known by that address


class Mailboxes:
    """The addresses that wait to be confirmed, one of each person."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def want(self, person: str, address: str, now: datetime) -> Future[None]:
        """Let a code be sent to ``address``; what was wanted before is forgotten."""
        row = {"person": person, "address": small(address), "since": now, "guesses": 0}

        def put(connection: sa.Connection) -> None:
            connection.execute(_of(person))
            connection.execute(wanted_mail.insert().values(row))

        return self._writer.run(put)

    def wanted(self, person: str) -> str | None:
        """Return which address ``person`` has to confirm."""
        query = sa.select(wanted_mail.c.address).where(wanted_mail.c.person == person)
        with self._database.reading() as connection:
            return connection.scalar(query)

    def all(self) -> Mapping[str, str]:
        """Return who has to confirm which address."""
        query = sa.select(wanted_mail.c.person, wanted_mail.c.address)
        with self._database.reading() as connection:
            return {row.person: row.address for row in connection.execute(query)}

    def drop(self, person: str) -> Future[None]:
        """Forget what was wanted."""

        def remove(connection: sa.Connection) -> None:
            connection.execute(_of(person))

        return self._writer.run(remove)

    def code(self, person: str, now: datetime) -> Future[str]:
        """Return a new code, good for an hour, for the letter to the wanted address."""
        plain = "".join(secrets.choice("0123456789") for _ in range(_DIGITS))
        made = {"code_hash": _hash(plain), "since": now, "guesses": 0}
        mine = sa.update(wanted_mail).where(wanted_mail.c.person == person)

        def keep(connection: sa.Connection) -> str:
            connection.execute(mine.values(made))
            return f"{plain[:4]} {plain[4:]}"

        return self._writer.run(keep)

    def confirm(self, person: str, said: str, now: datetime) -> Future[Confirmed]:
        """Let the wanted address hold if ``said`` is the code that went there."""
        return self._writer.run(lambda db: _confirmed(db, person, said, now))


def _confirmed(
    connection: sa.Connection, person: str, said: str, now: datetime
) -> Confirmed:
    query = sa.select(wanted_mail).where(wanted_mail.c.person == person)
    row = connection.execute(query).first()
    if row is None or row.guesses >= GUESSES or row.since + LIFE <= now:
        return Confirmed.OVER
    if row.code_hash is None or not secrets.compare_digest(row.code_hash, _hash(said)):
        guessed = sa.update(wanted_mail).where(wanted_mail.c.person == person)
        connection.execute(guessed.values(guesses=row.guesses + 1))
        return Confirmed.WRONG
    holder = sa.select(mail.c.person).where(mail.c.address == row.address)
    connection.execute(_of(person))
    if connection.scalar(holder) not in {None, person}:
        return Confirmed.TAKEN
    put_mail(connection, person, row.address, now)
    return Confirmed.DONE


def _of(person: str) -> sa.Delete:
    return sa.delete(wanted_mail).where(wanted_mail.c.person == person)


def _hash(said: str) -> bytes:
    digits = "".join(c for c in said if c.isalnum())
    return sha256(digits.encode("utf-8", "surrogatepass")).digest()
