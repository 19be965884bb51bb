"""Sign-ins: who came in, by which way, from where (*Anmeldungen*).

They lie in the office, not in the log: they are nobody's business but the person's and
the operator's, and are thrown away after ninety days. Of a browser only its kind is
kept, of an address only its network.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.entry_tables import signin
from adapters.journal.writer import Writer

SIGNINS: Final = timedelta(days=90)  # source: BSI, OPS.1.1.5, logs against misuse


@unique
class What(StrEnum):
    """What happened at the door."""

    IN = "in"
    OUT = "out"
    EVERYWHERE = "everywhere"  # signed out on all devices
    ENDED = "ended"  # one other device signed out
    REFUSED = "refused"  # a void link, or known elsewhere but not here
    GIVEN = "given"  # coordination gave a link by hand
    UNMAILED = "unmailed"  # coordination let no more links go to an address


@unique
class Way(StrEnum):
    """By which way somebody came."""

    LINK = "link"
    OIDC = "oidc"
    DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Seen:
    """From where somebody comes: "Firefox, Windows"; "192.0.2.0/24"."""

    device: str = ""
    network: str = ""


UNSEEN: Final = Seen()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """One thing that happened; ``person`` is empty where it is not known who.

    ``way``: by which they came, or who did it if that was coordination.
    """

    person: str
    at: datetime
    what: What
    way: str
    device: str
    network: str


class SignIns:
    """All of the last ninety days."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def note(
        self, person: str, what: What, now: datetime, seen: Seen, way: str = ""
    ) -> Future[None]:
        """Keep that something happened."""
        return self._writer.run(
            lambda connection: note(connection, person, what, now, seen, way=way)
        )

    def newest(self, limit: int, person: str | None = None) -> Sequence[SignIn]:
        """Return the newest first, of everybody or of ``person``."""
        wanted = sa.select(signin).order_by(signin.c.seq.desc()).limit(limit)
        if person is not None:
            wanted = wanted.where(signin.c.person == person)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [
            SignIn(
                person=row.person,
                at=row.at,
                what=What(row.what),
                way=row.way,
                device=row.device,
                network=row.network,
            )
            for row in rows
        ]

    def been_in(self, person: str) -> bool:
        """Whether ``person`` came in lately."""
        came = (signin.c.person == person, signin.c.what == What.IN.value)
        with self._database.reading() as connection:
            return connection.scalar(sa.select(sa.exists().where(*came))) is True


def note(
    connection: sa.Connection,
    person: str,
    what: What,
    now: datetime,
    seen: Seen,
    *,
    way: str = "",
    session: bytes | None = None,
) -> None:
    """Keep that something happened, in the transaction in which it does."""
    row = {"person": person, "at": now, "what": what.value, "way": way}
    row |= {"device": seen.device, "network": seen.network, "session": session}
    connection.execute(signin.insert().values(row))
