"""Statements: the SQL of the hot path, in the dialect of SQLite.

Everything else is SQLAlchemy. Columns stand in the order of ``tables.py``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from adapters.journal.sqlite import Row

_ROWS: Final = (64, 8, 1)  # in one statement; few sizes, so that they stay prepared


def insert(raw: sqlite3.Connection, statement: str, rows: Sequence[Row]) -> None:
    """Insert ``rows`` by a statement for one, many at a time.

    The driver lets other threads run at every statement and then has to wait for
    its turn; one statement for 64 rows makes a group of orders twice as fast.
    """
    head, values = statement.split(" VALUES ")
    done = 0
    for size in _ROWS:
        many = f"{head} VALUES {','.join([values] * size)}"
        while len(rows) - done >= size:
            chunk = rows[done : done + size]
            raw.execute(many, [value for row in chunk for value in row])
            done += size


TAIL: Final = "SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1"
INSERT_EVENT: Final = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?)"
TOUCH_VERSION: Final = "UPDATE meta SET value = value"
INSERT_KIND: Final = "INSERT OR IGNORE INTO kind VALUES (?)"
INSERT_TEXT: Final = (
    "INSERT INTO text (stream, version, field, salt, text) VALUES (?,?,?,?,?)"
)
UPSERT_PERSON: Final = (
    "INSERT INTO person (person, name, salutation) VALUES (?,?,?) "
    "ON CONFLICT (person) DO UPDATE "
    "SET name = excluded.name, salutation = excluded.salutation"
)
_RECORDED: Final = (
    "SELECT e.position, e.stream, e.version, e.kind, e.recorded_at, e.state, "
    "t.field, t.text FROM event e "
    "LEFT JOIN text t ON t.stream = e.stream AND t.version = e.version "
)
OF_STREAM: Final = _RECORDED + "WHERE e.stream = ? ORDER BY e.version"
OF_COMMAND: Final = _RECORDED + "WHERE e.command_id = ? ORDER BY e.n"
BETWEEN: Final = (
    _RECORDED + "WHERE e.position > ? AND e.position <= ? ORDER BY e.position"
)
_EVENTS: Final = (
    "SELECT stream, version, kind, state FROM event WHERE stream = ?1 "
    "AND (?2 IS NULL OR version > ?2) AND (?3 IS NULL OR version <= ?3) "
)
EVENTS: Final = _EVENTS + "ORDER BY version LIMIT ?4"
EVENTS_BACKWARDS: Final = _EVENTS + "ORDER BY version DESC LIMIT ?4"
NOTIFICATIONS: Final = (
    "SELECT stream, version, kind, state, position FROM event "
    "WHERE position >= ?1 AND (?2 IS NULL OR position <= ?2) "
    "AND (?3 IS NULL OR kind IN (SELECT value FROM json_each(?3))) "
    "ORDER BY position LIMIT ?4"
)
STREAMS: Final = (
    "SELECT stream FROM event WHERE stream >= ? AND stream < ? AND version = 1"
)
HIGHEST_NUMBER: Final = (
    "SELECT max(CAST(substr(stream, ?) AS INTEGER)) FROM event "
    "WHERE stream >= ? AND stream < ? AND version = 1 "
    "AND substr(stream, ?) NOT GLOB '*[^0-9]*'"
)
KNOWN: Final = (
    "SELECT command_id FROM event WHERE command_id = ?1 AND n = 0 "
    "UNION ALL SELECT command_id FROM answer WHERE command_id = ?1"
)
KNOWN_OF_MANY: Final = (
    "WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?1)) "
    "SELECT id FROM wanted JOIN event ON command_id = id AND n = 0 "
    "UNION ALL SELECT id FROM wanted JOIN answer ON command_id = id"
)
FIND_ANSWER: Final = (
    "SELECT stream, version, position, refusal FROM answer WHERE command_id = ?"
)
INSERT_ANSWER: Final = "INSERT INTO answer VALUES (?,?,?,?,?,?)"
PURGE_ANSWERS: Final = "DELETE FROM answer WHERE created_at < ?"
