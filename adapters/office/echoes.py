"""Echoes: what binds is shown first and waits here for a yes (*Rückfrage*).

An echo holds the orders that will be given on "yes", as the bytes its maker
wrote, and the message that was shown. It is answered once and then expires.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.tables import echo
from adapters.journal.writer import Writer
from adapters.office.rows import Payload, insert_new


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A question back; ``number`` is what the person may type to answer it."""

    ref: str
    person: str
    number: int
    orders: bytes
    message: Payload
    created_at: datetime
    expires_at: datetime
    answered_at: datetime | None = None
    choice: str | None = None

    @property
    def said(self) -> str:
        """The message whose answer asked this."""
        return self.ref.rpartition("/echo/")[0]


class Echoes:
    """Questions back, open and answered."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def put(self, echoes: Sequence[Echo]) -> Future[int]:
        """Keep ``echoes``; return how many were new."""
        return self._writer.run(lambda connection: put_echoes(connection, echoes))

    def get(self, ref: str) -> Echo | None:
        """Return an echo, answered or not, ``None`` if it is unknown."""
        with self._database.reading() as connection:
            found = connection.execute(sa.select(echo).where(echo.c.ref == ref))
            return next((_echo(row) for row in found), None)

    def open_for(self, person: str, now: datetime) -> Sequence[Echo]:
        """Return what waits for a person's answer and is not expired, oldest first."""
        wanted = (
            sa.select(echo)
            .where(echo.c.person == person, echo.c.answered_at.is_(None))
            .where(echo.c.expires_at > now)
            .order_by(echo.c.created_at, echo.c.number)
        )
        with self._database.reading() as connection:
            return [_echo(row) for row in connection.execute(wanted)]

    def answered_at(self, person: str, at: datetime) -> Sequence[Echo]:
        """Return what a person answered at that instant."""
        wanted = sa.select(echo).where(echo.c.person == person)
        with self._database.reading() as connection:
            found = connection.execute(wanted.where(echo.c.answered_at == at))
            return [_echo(row) for row in found]

    def answer(self, ref: str, choice: str, now: datetime) -> Future[bool]:
        """Note the answer; ``False`` if it had one before, is expired or unknown."""
        return self._writer.run(
            lambda connection: note_answer(connection, ref, choice, now)
        )

    def next_number(self, person: str) -> int:
        """Return the number that the next echo of a person gets, from 1."""
        highest = sa.select(sa.func.max(echo.c.number)).where(echo.c.person == person)
        with self._database.reading() as connection:
            return (connection.scalar(highest) or 0) + 1


def note_answer(
    connection: sa.Connection, ref: str, choice: str, now: datetime
) -> bool:
    """Close an open echo; ``False`` if it was closed, is expired or unknown."""
    noted = (
        sa.update(echo)
        .where(echo.c.ref == ref, echo.c.answered_at.is_(None))
        .where(echo.c.expires_at > now)
        .values(answered_at=now, choice=choice)
    )
    return connection.execute(noted).rowcount == 1


def put_echoes(connection: sa.Connection, echoes: Sequence[Echo]) -> int:
    """Keep the echoes whose ref is new; return how many."""
    rows = [
        {
            "ref": one.ref,
            "person": one.person,
            "number": one.number,
            "orders": one.orders,
            "message": dict(one.message),
            "created_at": one.created_at,
            "expires_at": one.expires_at,
            "answered_at": one.answered_at,
            "choice": one.choice,
        }
        for one in echoes
    ]
    return insert_new(connection, echo, rows)


def _echo(row: sa.Row[tuple[object, ...]]) -> Echo:
    return Echo(
        ref=row.ref,
        person=row.person,
        number=row.number,
        orders=row.orders,
        message=row.message,
        created_at=row.created_at,
        expires_at=row.expires_at,
        answered_at=row.answered_at,
        choice=row.choice,
    )
