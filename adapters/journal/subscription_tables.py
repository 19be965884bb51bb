"""Tables of subscriptions: feeds that people fetch, hooks that other software gets.

No address of a feed is stored, only its SHA-256; the secret of a hook is, because
each letter is signed with it.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.columns import Instant
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
