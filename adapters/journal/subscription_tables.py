"""Tables of subscriptions: feeds that people fetch, hooks that other software gets.

No address of a feed is stored, only its SHA-256; the secret of a hook is, because
each letter is signed with it.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.columns import Instant, number
from adapters.journal.tables import tables

feed: Final = sa.Table(  # shows what its person may see
    "feed",
    tables,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("person", sa.Text, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("forum", sa.Text, nullable=False),  # "": none
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("used_at", Instant),
    schema="office",
)

hook: Final = sa.Table(  # other software that is told what happens
    "hook",
    tables,
    number(),
    sa.Column("url", sa.Text, nullable=False, unique=True),
    sa.Column("secret", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False),  # who made it
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),  # the last entry told
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("again_at", Instant),
    sa.Column("failing_since", Instant),
    sa.Column("reason", sa.Text),
    sa.Column("ended_at", Instant),  # given up
    schema="office",
    sqlite_autoincrement=True,
)
