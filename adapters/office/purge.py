"""Purge: what the office throws away, and when.

Source of the periods: ``architecture.md``, "Stores" ("after its period").
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from adapters.journal.added import lookup
from adapters.journal.entry_tables import attempt, kept, link, session, signin
from adapters.journal.tables import code, delivery, echo, guess, inbox, outbox, stuck
from adapters.journal.token_tables import demand, token
from adapters.office.api_tokens import KEPT
from adapters.office.codes import GUESSES_IN
from adapters.office.sessions import IDLE
from adapters.office.signins import SIGNINS
from adapters.office.stuck import Kind

MESSAGES: Final = timedelta(days=90)  # what was said, by us and to us
REACTIONS: Final = timedelta(days=90)  # after that nobody needs to be told any more
LOOKUPS: Final = timedelta(days=3 * 366)  # so long a claim stands (§ 195 BGB)
LINKS: Final = timedelta(days=1)  # after they expired; till then we know why
TOKENS: Final = timedelta(days=30)  # after they expired; till then they are listed
ECHOES: Final = timedelta(days=30)  # after they expired


def purge(connection: sa.Connection, now: datetime) -> int:
    """Delete whatever is past its period; return how many rows went."""
    said = now - MESSAGES
    past = (
        sa.delete(inbox).where(inbox.c.received_at < said, inbox.c.state != "new"),
        sa.delete(outbox).where(outbox.c.created_at < said, outbox.c.not_before < said),
        _orphans(Kind.MESSAGE, inbox.c.ref),
        _orphans(Kind.LETTER, outbox.c.key),
        sa.delete(stuck).where(
            stuck.c.kind == Kind.REACTION, stuck.c.since < now - REACTIONS
        ),
        sa.delete(delivery).where(delivery.c.key.not_in(sa.select(outbox.c.key))),
        sa.delete(echo).where(echo.c.expires_at < now - ECHOES),
        sa.delete(link).where(link.c.expires_at <= now - LINKS),
        sa.delete(code).where(code.c.expires_at <= now - LINKS),
        sa.delete(guess).where(guess.c.at <= now - GUESSES_IN),
        sa.delete(lookup).where(lookup.c.at < now - LOOKUPS),
        sa.delete(session).where(
            sa.or_(session.c.expires_at <= now, session.c.last_seen_at <= now - IDLE)
        ),
        sa.delete(signin).where(signin.c.at <= now - SIGNINS),
        sa.delete(kept).where(kept.c.expires_at <= now),
        sa.delete(attempt).where(attempt.c.expires_at <= now),
        sa.delete(token).where(token.c.expires_at <= now - TOKENS),
        sa.delete(demand).where(demand.c.at <= now - KEPT),
    )
    return sum(connection.execute(statement).rowcount for statement in past)


def _orphans(kind: Kind, key: sa.Column[str]) -> sa.Delete:
    gone = stuck.c.key.not_in(sa.select(key))
    return sa.delete(stuck).where(stuck.c.kind == kind, gone)
