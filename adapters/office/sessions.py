"""Sessions: one-time links and who is signed in (German: *Sitzung am Gerät*).

::

    link --redeem--> session --left alone for a week--> over
                             --fourteen days--> over
                             --end, by its person on any device--> over

Tokens are shown once and kept as SHA-256 only. A link is good for ten minutes
and one use; it becomes a session. Each sign-in begins a new session under a new token.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, unique
from typing import Any, Final

import sqlalchemy as sa

from adapters.journal.database import Database
from adapters.journal.entry_tables import link, session, signin
from adapters.journal.writer import Writer
from adapters.office.signins import UNSEEN, Seen, Way, What, note
from adapters.office.tokens import fresh, hashed
from core.facts import OPERATOR

LINK_LIFE: Final = timedelta(minutes=10)
LINKS: Final = 5  # good ones of one person at a time; more are asked for by a machine
SESSION_LIFE: Final = timedelta(days=14)
IDLE: Final = timedelta(days=7)  # whoever comes once a week stays signed in
_SEEN_EVERY: Final = timedelta(hours=1)  # "last seen" is kept this exactly


@unique
class LinkState(Enum):
    """What has become of a one-time link.

    Whoever guesses learns nothing by it: of a token that was never given only that.
    """

    GOOD = "good"
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"  # never given, or forgotten since


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A session as its person sees it; ``id`` names it and opens nothing."""

    id: str
    since: datetime
    last_seen: datetime
    device: str
    own: bool  # the one that looks


class Sessions:
    """Who may come in, and who is in."""

    def __init__(self, database: Database, writer: Writer) -> None:
        """Read from ``database``, write through ``writer``."""
        self._database = database
        self._writer = writer

    def link(self, person: str, now: datetime) -> Future[str]:
        """Return the token of a new one-time link."""
        token = fresh()
        row = link.insert().values(
            token_hash=hashed(token),
            person=person,
            created_at=now,
            expires_at=now + LINK_LIFE,
        )

        def keep(connection: sa.Connection) -> str:
            connection.execute(row)
            return token

        return self._writer.run(keep)

    def links(self, person: str, now: datetime) -> int:
        """Return how many links ``person`` got lately, used ones included."""
        wanted = sa.select(sa.func.count()).where(
            link.c.person == person, link.c.expires_at > now
        )
        with self._database.reading() as connection:
            return int(connection.scalar(wanted) or 0)

    def state_of(self, token: str, now: datetime) -> LinkState:
        """Return whether a link can be used, and if not, why."""
        wanted = sa.select(link.c.used_at, link.c.expires_at).where(
            link.c.token_hash == hashed(token)
        )
        with self._database.reading() as connection:
            found = connection.execute(wanted).one_or_none()
        if found is None:
            return LinkState.UNKNOWN
        if found.used_at is not None:
            return LinkState.USED
        return LinkState.GOOD if found.expires_at > now else LinkState.EXPIRED

    def redeem(
        self, token: str, now: datetime, seen: Seen = UNSEEN
    ) -> Future[str | None]:
        """Use a link up; return a new session's token, ``None`` if it is void."""
        return self._writer.run(
            lambda connection: _redeem(connection, token, now, seen)
        )

    def begin(
        self, person: str, way: Way, now: datetime, seen: Seen = UNSEEN
    ) -> Future[str]:
        """Return the token of a new session of somebody who proved who they are."""
        return self._writer.run(
            lambda connection: _begin(connection, person, way, now, seen)
        )

    def whose(self, token: str, now: datetime) -> str | None:
        """Return whose session ``token`` is; looking by itself keeps nobody in."""
        found = self._found(token, now)
        return None if found is None else str(found.person)

    def person_of(self, token: str, now: datetime) -> str | None:
        """Return whose session ``token`` is, who has just done something."""
        found = self._found(token, now)
        if found is None:
            return None
        if now - found.last_seen_at >= _SEEN_EVERY:
            seen = sa.update(session).where(session.c.token_hash == hashed(token))
            self._writer.run(lambda c: c.execute(seen.values(last_seen_at=now)))
        return str(found.person)

    def _found(self, token: str, now: datetime) -> sa.Row[Any, Any] | None:
        wanted = sa.select(session.c.person, session.c.last_seen_at).where(
            session.c.token_hash == hashed(token),
            *_going(now),
            session.c.person != OPERATOR,  # acts at the command line, nowhere else
        )
        with self._database.reading() as connection:
            return connection.execute(wanted).one_or_none()

    def was(self, token: str) -> str:
        """Return whose session ``token`` is or was, as long as that is known."""
        named = hashed(token)
        there = sa.select(session.c.person).where(session.c.token_hash == named)
        came = sa.select(signin.c.person).where(signin.c.session == named)
        with self._database.reading() as connection:
            return str(connection.scalar(there.union(came)) or "")

    def of(self, person: str, token: str, now: datetime) -> Sequence[Open]:
        """Return where ``person`` is signed in, last seen first; one has ``token``."""
        came = sa.select(signin.c.session, signin.c.device).where(
            signin.c.person == person, signin.c.what == What.IN.value
        )
        wanted = sa.select(session).where(session.c.person == person, *_going(now))
        with self._database.reading() as connection:
            devices = {row.session: row.device for row in connection.execute(came)}
            rows = connection.execute(wanted.order_by(session.c.last_seen_at.desc()))
            return [
                Open(
                    id=row.token_hash.hex(),
                    since=row.created_at,
                    last_seen=row.last_seen_at,
                    device=devices.get(row.token_hash, ""),
                    own=row.token_hash == hashed(token),
                )
                for row in rows.all()
            ]

    def end(self, token: str) -> Future[bool]:
        """Sign out; ``False`` if there was no such session."""
        return self._ended(session.c.token_hash == hashed(token))

    def end_one(self, person: str, named: str) -> Future[bool]:
        """Sign ``person`` out on the device ``named`` as in ``Open.id``."""
        try:
            which = bytes.fromhex(named)
        except ValueError:
            which = b""
        return self._ended(session.c.token_hash == which, session.c.person == person)

    def _ended(self, *which: sa.ColumnElement[bool]) -> Future[bool]:
        gone = sa.delete(session).where(*which)
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


def _going(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (session.c.expires_at > now, session.c.last_seen_at > now - IDLE)


def _redeem(
    connection: sa.Connection, token: str, now: datetime, seen: Seen
) -> str | None:
    person = connection.execute(
        sa.update(link)
        .where(link.c.token_hash == hashed(token), link.c.used_at.is_(None))
        .where(link.c.expires_at > now)
        .values(used_at=now)
        .returning(link.c.person)
    ).scalar_one_or_none()
    if person is None:
        _note_refused(connection, token, now, seen)
        return None
    return _begin(connection, str(person), Way.LINK, now, seen)


def _note_refused(
    connection: sa.Connection, token: str, now: datetime, seen: Seen
) -> None:
    """Let whoever had the link see that somebody tried it once more."""
    had = sa.select(link.c.person).where(link.c.token_hash == hashed(token))
    person = connection.scalar(had)
    if person is not None:
        note(connection, person, What.REFUSED, now, seen, way=Way.LINK.value)


def _begin(
    connection: sa.Connection, person: str, way: Way, now: datetime, seen: Seen
) -> str:
    token = fresh()
    connection.execute(
        session.insert().values(
            token_hash=hashed(token),
            person=person,
            created_at=now,
            expires_at=now + SESSION_LIFE,
            last_seen_at=now,
        )
    )
    named = hashed(token)
    note(connection, person, What.IN, now, seen, way=way.value, session=named)
    return token
