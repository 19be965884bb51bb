"""Identities: by which mail address and provider somebody is known (*Kennungen*).

Both name somebody outside of Faden, so they lie in the vault and go when the person is
forgotten. Nobody is made by signing in: whoever is not here was not admitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.entry_tables import identity, mail
from adapters.journal.writer import Writer

LONGEST: Final = 254  # characters of a mail address (RFC 5321, errata 1690)


def small(address: str) -> str:
    """Return a mail address as it is compared: without case and blanks around."""
    return address.strip().casefold()


def plausible(address: str) -> bool:
    """Whether ``address`` looks like a mail address."""
    said = address.strip()
    name, sign, host = said.rpartition("@")
    blank = any(c.isspace() or not c.isprintable() for c in said)
    return bool(name and sign and "." in host and not blank and len(said) <= LONGEST)


def put_mail(
    connection: sa.Connection, person: str, address: str, now: datetime
) -> None:
    """Let ``person`` get links there; nobody else gets them there any more."""
    where = small(address)
    its = sa.or_(mail.c.person == person, mail.c.address == where)
    connection.execute(sa.delete(mail).where(its))
    connection.execute(mail.insert().values(person=person, address=where, since=now))


class Identities:
    """Mail addresses for links, and the names that identity providers use."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def put_mail(self, person: str, address: str, now: datetime) -> Future[None]:
        """Let ``person`` get links there; nobody else gets them there any more."""
        return self._writer.run(
            lambda connection: put_mail(connection, person, address, now)
        )

    def end_mail(self, person: str) -> Future[bool]:
        """Send ``person`` no links by mail; ``False`` if none were sent."""
        gone = sa.delete(mail).where(mail.c.person == person)
        return self._writer.run(
            lambda connection: connection.execute(gone).rowcount == 1
        )

    def mail_of(self, person: str) -> str | None:
        """Return where ``person`` gets links."""
        return self._first(sa.select(mail.c.address).where(mail.c.person == person))

    def mails(self) -> Mapping[str, str]:
        """Return where everybody gets links who gets any."""
        with self._database.reading() as connection:
            found = connection.execute(sa.select(mail.c.person, mail.c.address))
            return {row.person: row.address for row in found}

    def by_mail(self, address: str) -> str | None:
        """Return whose address it is."""
        where = small(address)
        return self._first(sa.select(mail.c.person).where(mail.c.address == where))

    def by_subject(self, issuer: str, subject: str) -> str | None:
        """Return whom the provider ``issuer`` calls ``subject``."""
        return self._first(
            sa.select(identity.c.person).where(
                identity.c.issuer == issuer, identity.c.subject == subject
            )
        )

    def link(
        self, person: str, issuer: str, subject: str, now: datetime
    ) -> Future[None]:
        """Know ``person`` by ``subject`` from now on, whatever their mail becomes."""
        before = sa.delete(identity).where(
            identity.c.issuer == issuer, identity.c.subject == subject
        )
        row = identity.insert().values(
            issuer=issuer, subject=subject, person=person, since=now
        )

        def put(connection: sa.Connection) -> None:
            connection.execute(before)
            connection.execute(row)

        return self._writer.run(put)

    def has_subject(self, person: str, issuer: str) -> bool:
        """Whether ``issuer`` knows ``person`` by some name already."""
        wanted = sa.select(identity.c.subject).where(
            identity.c.person == person, identity.c.issuer == issuer
        )
        return self._first(wanted) is not None

    def unlink(self, person: str) -> Future[int]:
        """Know ``person`` by no name of any provider; return how many there were."""
        gone = sa.delete(identity).where(identity.c.person == person)
        return self._writer.run(lambda connection: connection.execute(gone).rowcount)

    def _first(self, wanted: sa.Select[str]) -> str | None:
        with self._database.reading() as connection:
            return connection.scalar(wanted.limit(1))
