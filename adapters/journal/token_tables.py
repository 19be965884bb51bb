"""Tables of other software: with which tokens it comes, and what it asked for once."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.columns import Instant
from adapters.journal.tables import tables

token: Final = sa.Table(  # with what other software acts as a person
    "token",
    tables,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("person", sa.Text, nullable=False, index=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("scopes", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("last_used_at", Instant),
    schema="office",
)

demand: Final = sa.Table(  # what was asked under a key of the caller's own
    "demand",
    tables,
    sa.Column("command_id", sa.Text, primary_key=True),
    sa.Column("salt", sa.LargeBinary, nullable=False),
    sa.Column("digest", sa.LargeBinary, nullable=False),
    sa.Column("at", Instant, nullable=False, index=True),
    schema="office",
)
