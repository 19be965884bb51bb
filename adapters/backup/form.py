"""Form: what a backup looks like: lines of JSON, packed with gzip.

::

    {"faden backup": 1, "tables": 1, "made": "2027-03-17T08:00:00+00:00", …}
    {"table": "event", "columns": ["position", "stream", …]}
    [1, "region:auenland", …]                      one line per row
    {"rows": 98765, "sha256": "…"}                 of all bytes above, as the last line

Instants are microseconds since 1970 in UTC, bytes are base64.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from adapters.journal.columns import Instant
from adapters.journal.schema import tables

FORM: Final = 1  # a file of a higher one is refused
LEFT_OUT: Final = frozenset({"session", "link", "code", "guess", "token", "feed"})
"""What lets somebody in must not come back to life: it may have been taken back since.

Older files hold some of it all the same; then it is passed over.
"""

SAVED: Final = [table for table in tables.sorted_tables if table.name not in LEFT_OUT]


class BackupDamagedError(Exception):
    """The file is none of ours, or not as it was written.

    ``sentence``, of the catalogue, says what is wrong, with ``facts``.
    """

    def __init__(self, sentence: str, **facts: int) -> None:
        """Keep what is wrong."""
        super().__init__(sentence.format(**facts))
        self.sentence = sentence
        self.facts = facts


class BackupNewerError(Exception):
    """A newer version of the program has written it."""


class Head(msgspec.Struct, frozen=True):
    """What the first line says."""

    made: str
    entries: int
    tables: int
    form: int = msgspec.field(name="faden backup")


class Start(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of which table the rows below are."""

    table: str
    columns: tuple[str, ...]


class End(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the last line says."""

    rows: int
    sha256: str


def plain(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """Return ``column`` as it is stored: instants as numbers."""
    return sa.type_coerce(column, _stored(column)).label(column.name)


def parameter(column: sa.Column[Any]) -> sa.BindParameter[Any]:
    """Return what puts back into ``column`` what ``plain`` took out."""
    return sa.bindparam(column.name, type_=_stored(column))


def decoder(columns: Sequence[sa.Column[Any]]) -> msgspec.json.Decoder[tuple[Any, ...]]:
    """Return what reads a row of ``columns``, and nothing else."""
    kinds = tuple(_kind(column) for column in columns)
    row: Any = tuple.__class_getitem__(kinds)
    return msgspec.json.Decoder(row)


def _stored(column: sa.Column[Any]) -> sa.types.TypeEngine[Any]:
    instant = isinstance(column.type, Instant)
    return sa.BigInteger() if instant else column.type


def _kind(column: sa.Column[Any]) -> Any:  # noqa: ANN401  (a type)
    match _stored(column):
        case sa.Integer():
            kind: Any = int
        case sa.Text():
            kind = str
        case sa.LargeBinary():
            kind = bytes
        case _:  # JSON
            return Any
    return kind | None if column.nullable else kind
