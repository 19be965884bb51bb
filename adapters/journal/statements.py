"""Statements: the SQL of the hot path.

Everything else is SQLAlchemy. Columns stand in the order of ``tables.py``. Before
they are ``written`` for a database, a mark is ``?`` and the schemas are
``{log}``, ``{vault}`` and ``{office}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, Self

_RECORDED: Final = (
    "SELECT e.position, e.stream, e.version, e.kind, e.recorded_at, e.state, "
    "t.field, t.text FROM {log}event e "
    "LEFT JOIN {vault}text t ON t.stream = e.stream AND t.version = e.version "
)
_EVENTS: Final = (
    "SELECT stream, version, kind, state FROM {log}event WHERE stream = ? "
    "AND version > ? AND version <= ? "
)
_NOTIFICATIONS: Final = (
    "SELECT stream, version, kind, state, position FROM {log}event "
    "WHERE position >= ? AND position <= ? "
)
_TAIL: Final = " FROM {log}event ORDER BY position DESC LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What a database is asked. What differs between two has no default."""

    insert_event: str
    insert_text: str
    insert_kind: str
    insert_answer: str
    upsert_person: str
    highest_number: str  # of streams from ? to ?, behind the first ? letters
    known_of_many: str  # given a JSON array of command ids
    notifications_of: str  # given a JSON array of kinds, behind first and last
    tail: str = "SELECT position, recorded_at" + _TAIL
    opening: str = (  # tail and whether one command is known, in one row
        "SELECT (SELECT position" + _TAIL + "), (SELECT recorded_at" + _TAIL + "), "  # noqa: S608
        "EXISTS (SELECT 1 FROM {log}event WHERE command_id = ? AND n = 0) "
        "OR EXISTS (SELECT 1 FROM {office}answer WHERE command_id = ?)"
    )
    touch_version: str = "UPDATE {log}meta SET value = value"
    of_stream: str = _RECORDED + "WHERE e.stream = ? ORDER BY e.version"
    sealed_at: str = (
        "SELECT e.kind, e.state, e.stream, e.recorded_at, EXISTS (SELECT 1 FROM "
        "{log}event f WHERE f.stream = e.stream AND f.version > e.version "
        "AND f.kind = e.kind) FROM {log}event e WHERE e.position = ?"
    )
    of_command: str = _RECORDED + "WHERE e.command_id = ? ORDER BY e.n"
    between: str = (
        _RECORDED + "WHERE e.position > ? AND e.position <= ? ORDER BY e.position"
    )
    events: str = _EVENTS + "ORDER BY version LIMIT ?"
    events_backwards: str = _EVENTS + "ORDER BY version DESC LIMIT ?"
    notifications: str = _NOTIFICATIONS + "ORDER BY position LIMIT ?"
    streams: str = (
        "SELECT stream FROM {log}event WHERE stream >= ? AND stream < ? AND version = 1"
    )
    find_answer: str = (
        "SELECT stream, version, position, refusal FROM {office}answer "
        "WHERE command_id = ?"
    )
    purge_answers: str = "DELETE FROM {office}answer WHERE created_at < ?"

    def written(self, mark: str, schemas: Mapping[str, str]) -> Self:
        """Return them with the marks and schemas of one database filled in."""
        return type(self)(
            **{
                field.name: getattr(self, field.name)
                .format(**schemas)
                .replace("?", mark)
                for field in fields(self)
            }
        )


SQLITE: Final = Statements(
    insert_event="INSERT INTO event VALUES (?,?,?,?,?,?,?,?,?,?)",
    insert_text=(
        "INSERT INTO text (stream, version, field, salt, text, retention_class, "
        "delete_after) VALUES (?,?,?,?,?,?,?)"
    ),
    insert_kind="INSERT OR IGNORE INTO kind VALUES (?)",
    insert_answer="INSERT INTO answer VALUES (?,?,?,?,?,?)",
    upsert_person=(
        "INSERT INTO person (person, name, salutation) VALUES (?,?,?) "
        "ON CONFLICT (person) DO UPDATE "
        "SET name = excluded.name, salutation = excluded.salutation"
    ),
    highest_number=(
        "SELECT max(CAST(substr(stream, ?) AS INTEGER)) FROM event "
        "WHERE stream >= ? AND stream < ? AND version = 1 "
        "AND substr(stream, ?) NOT GLOB '*[^0-9]*'"
    ),
    known_of_many=(
        "WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?)) "
        "SELECT id FROM wanted JOIN event ON command_id = id AND n = 0 "
        "UNION ALL SELECT id FROM wanted JOIN answer ON command_id = id"
    ),
    notifications_of=(
        "SELECT stream, version, kind, state, position FROM event "
        "WHERE position >= ? AND position <= ? "
        "AND kind IN (SELECT value FROM json_each(?)) ORDER BY position LIMIT ?"
    ),
)


def _rows(types: str) -> str:
    """Return the rows of one JSON array, whose cells have ``types``.

    Arrays of columns cost the driver four times as much for many rows, and half as
    much again for one.
    """
    cells = (
        _CELL.get(kind, f"(cell->>{{n}})::{kind}").format(n=n)
        for n, kind in enumerate(types.split())
    )
    return f"SELECT {', '.join(cells)} FROM jsonb_array_elements(?::jsonb) cell"  # noqa: S608


_CELL: Final = {"text": "cell->>{n}", "bytea": "decode(cell->>{n}, 'base64')"}

POSTGRES: Final = Statements(
    insert_event="INSERT INTO {log}event "
    + _rows("bigint text int text bigint text text int bytea bytea"),
    insert_text="INSERT INTO {vault}text (stream, version, field, salt, text, "
    "retention_class, delete_after) " + _rows("text int text bytea text text text"),
    insert_kind="INSERT INTO {log}kind " + _rows("text") + " ON CONFLICT DO NOTHING",
    insert_answer="INSERT INTO {office}answer "
    + _rows("text text int bigint bytea bigint"),
    upsert_person=(
        "INSERT INTO {vault}person (person, name, salutation) "
        + _rows("text text text")
        + " ON CONFLICT (person) DO UPDATE "
        "SET name = excluded.name, salutation = excluded.salutation"
    ),
    highest_number=(
        "SELECT max(CAST(substr(stream, ?) AS bigint)) FROM {log}event "
        "WHERE stream >= ? AND stream < ? AND version = 1 "
        "AND substr(stream, ?) ~ '^[0-9]+$'"
    ),
    known_of_many=(  # an array keeps to the index, however little is known of sizes
        "WITH wanted AS MATERIALIZED "
        "(SELECT ARRAY(SELECT json_array_elements_text(?::json)) AS ids) "
        "SELECT command_id FROM {log}event "
        "WHERE command_id = ANY((SELECT ids FROM wanted)::text[]) AND n = 0 "
        "UNION ALL SELECT command_id FROM {office}answer "
        "WHERE command_id = ANY((SELECT ids FROM wanted)::text[])"
    ),
    notifications_of=(
        "SELECT stream, version, kind, state, position FROM {log}event "
        "WHERE position >= ? AND position <= ? AND kind IN "
        "(SELECT json_array_elements_text(?::json)) ORDER BY position LIMIT ?"
    ),
)
