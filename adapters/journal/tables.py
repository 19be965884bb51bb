"""Tables of ``faden.db``: the log, the vault and the office; the door's stand beside.

The dialect translates the schemas ``log``, ``vault`` and ``office``: SQLite has none.
Instants are microseconds since 1970 in UTC (``Instant``), days are ISO dates.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from adapters.journal.columns import Instant, name, number

VERSION: Final = 1  # of all tables below; a newer data folder is refused

tables: Final = sa.MetaData()

event: Final = sa.Table(
    "event",
    tables,
    sa.Column("position", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("stream", name(), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("kind", name(), nullable=False),
    sa.Column("recorded_at", sa.BigInteger, nullable=False),
    sa.Column("effective_on", sa.Text),
    sa.Column("command_id", name()),
    sa.Column("n", sa.Integer, nullable=False),
    sa.Column("state", sa.LargeBinary, nullable=False),
    sa.Column("leaf_hash", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("stream", "version"),
    sa.UniqueConstraint("command_id", "n"),
    schema="log",
)

meta: Final = sa.Table(
    "meta",
    tables,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    schema="log",
)

kind: Final = sa.Table(  # all that occur, so that an older program can tell
    "kind",
    tables,
    sa.Column("kind", sa.Text, primary_key=True),
    schema="log",
)

checkpoint: Final = sa.Table(  # rows are added, and never changed
    "checkpoint",
    tables,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("size", sa.BigInteger, nullable=False, unique=True),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    schema="log",
)

person: Final = sa.Table(
    "person",
    tables,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("salutation", sa.Text, nullable=False),
    schema="vault",
)

address: Final = sa.Table(  # where a platform finds somebody
    "address",
    tables,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("linked_at", Instant, nullable=False),
    sa.UniqueConstraint("channel", "address"),
    schema="vault",
)

profile: Final = sa.Table(  # what a platform says of whoever has linked it
    "profile",
    tables,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("time_zone", sa.Text, nullable=False),
    sa.Column("seen_at", Instant, nullable=False),
    schema="vault",
)

text: Final = sa.Table(
    "text",
    tables,
    sa.Column("stream", name(), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("field", name(), primary_key=True),
    sa.Column("salt", sa.LargeBinary, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("retention_class", sa.Text),
    sa.Column("delete_after", sa.Text),
    schema="vault",
    sqlite_with_rowid=False,
)

answer: Final = sa.Table(
    "answer",
    tables,
    sa.Column("command_id", name(), primary_key=True),
    sa.Column("stream", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("refusal", sa.LargeBinary),
    sa.Column("created_at", sa.BigInteger, nullable=False, index=True),
    schema="office",
)

inbox: Final = sa.Table(
    "inbox",
    tables,
    number(),
    sa.Column("ref", sa.Text, nullable=False, unique=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("received_at", Instant, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("error", sa.Text),
    sa.Column("done_at", Instant),
    sa.Index("inbox_waiting", "state", "seq"),
    sa.Index("inbox_thread", "person", "channel", "seq"),
    schema="office",
    sqlite_autoincrement=True,
)

outbox: Final = sa.Table(
    "outbox",
    tables,
    number(),
    sa.Column("key", sa.Text, nullable=False, unique=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("item", sa.Text),
    sa.Column("item_version", sa.Integer),
    sa.Column("not_before", Instant, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("leased_until", Instant),
    sa.Column("sent_at", Instant),
    sa.Column("created_at", Instant, nullable=False),
    sa.Index("outbox_thread", "person", "channel", "seq"),
    sa.Index("outbox_due", "channel", "sent_at", "not_before"),
    sa.Index("outbox_held", "not_before"),
    schema="office",
    sqlite_autoincrement=True,
)

echo: Final = sa.Table(
    "echo",
    tables,
    sa.Column("ref", sa.Text, primary_key=True),
    sa.Column("person", sa.Text, nullable=False, index=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("orders", sa.LargeBinary, nullable=False),
    sa.Column("message", sa.JSON, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("answered_at", Instant),
    sa.Column("choice", sa.Text),
    schema="office",
)

code: Final = sa.Table(  # by which somebody links a platform, once
    "code",
    tables,
    sa.Column("channel", sa.Text, primary_key=True),
    sa.Column("code_hash", sa.LargeBinary, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("used_at", Instant),
    schema="office",
)

guess: Final = sa.Table(  # a code that was none, by the address that said it
    "guess",
    tables,
    number(),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Index("guess_of", "channel", "address", "at"),
    schema="office",
    sqlite_autoincrement=True,
)

OF_LOG: Final = "reactions"  # the cursor in the log; others count letters or days

cursor: Final = sa.Table(
    "cursor",
    tables,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("position", sa.BigInteger, nullable=False),
    schema="office",
)

stuck: Final = sa.Table(  # left lying: it failed; see adapters/office/stuck.py
    "stuck",
    tables,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("since", Instant, nullable=False),
    sa.Column("again_at", Instant),
    sa.Column("reason", sa.Text, nullable=False),
    schema="office",
)

delivery: Final = sa.Table(  # what a platform calls a letter that it has taken
    "delivery",
    tables,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("message", sa.Text, nullable=False),
    schema="office",
)
