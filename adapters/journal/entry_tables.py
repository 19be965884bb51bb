"""Tables of the door: who may come in, who is in, who came (*Anmeldung*).

They lie beside those of ``tables``, in the vault what names somebody elsewhere, in the
office the rest. No token is stored, only its SHA-256.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.columns import Instant, number
from adapters.journal.tables import tables

session: Final = sa.Table(
    "session",
    tables,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("last_seen_at", Instant, nullable=False),
    schema="office",
)

link: Final = sa.Table(
    "link",
    tables,
    sa.Column("token_hash", sa.LargeBinary, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("used_at", Instant),
    schema="office",
)

signin: Final = sa.Table(  # who came in, or did not
    "signin",
    tables,
    number(),
    sa.Column("person", sa.Text, nullable=False, index=True),  # "": nobody we know
    sa.Column("at", Instant, nullable=False),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("way", sa.Text, nullable=False),
    sa.Column("device", sa.Text, nullable=False),
    sa.Column("network", sa.Text, nullable=False),
    sa.Column("session", sa.LargeBinary),
    schema="office",
    sqlite_autoincrement=True,
)

kept: Final = sa.Table(  # what somebody sent whose session was over
    "kept",
    tables,
    sa.Column("key_hash", sa.LargeBinary, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    schema="office",
)

attempt: Final = sa.Table(  # somebody went to the identity provider, and comes back
    "attempt",
    tables,
    sa.Column("key_hash", sa.LargeBinary, primary_key=True),
    sa.Column("state_hash", sa.LargeBinary, nullable=False),
    sa.Column("nonce", sa.Text, nullable=False),
    sa.Column("verifier", sa.Text, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    schema="office",
)

mail: Final = sa.Table(  # where somebody gets links by mail; in small letters
    "mail",
    tables,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("address", sa.Text, nullable=False, unique=True),
    sa.Column("since", Instant, nullable=False),
    schema="vault",
)

wanted_mail: Final = sa.Table(  # where somebody says they are, not confirmed yet
    "wanted_mail",
    tables,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("since", Instant, nullable=False),
    sa.Column("code_hash", sa.LargeBinary),  # once the letter is brought
    sa.Column("guesses", sa.Integer, nullable=False),
    schema="vault",
)

identity: Final = sa.Table(  # as whom an identity provider knows somebody
    "identity",
    tables,
    sa.Column("issuer", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, nullable=False, index=True),
    sa.Column("since", Instant, nullable=False),
    schema="vault",
)
