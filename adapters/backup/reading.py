"""Reading: a backup line by line, which counts only when its last line was seen.

Every entry is compared with its hash, and all of them with the checkpoints.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

import msgspec
import sqlalchemy as sa

from adapters.audit.checkpoints import signed_of
from adapters.backup.form import (
    FORM,
    BackupDamagedError,
    BackupNewerError,
    End,
    Head,
    Start,
    decoder,
)
from adapters.journal import leaf
from adapters.journal.schema import tables
from adapters.journal.tables import VERSION, checkpoint, event
from bots.locale import N_
from core.note import MalformedError
from core.tree import Tree

_ROWS: Final = 500  # in one batch
_TABLES: Final = {table.name: table for table in tables.sorted_tables}
_HEAD: Final = msgspec.json.Decoder(Head)
_START: Final = msgspec.json.Decoder(Start)
_END: Final = msgspec.json.Decoder(End)
_LAST: Final = b'{"rows"'
_ENTRY: Final = N_("entry {position}")
_SIGNED: Final = N_("checkpoint {size}")
_CHUNK: Final = 2**20  # bytes
_UNFIT: Final = (
    *(gzip.BadGzipFile, EOFError, zlib.error),
    *(msgspec.DecodeError, ValueError, OverflowError),
)
"""What bytes raise that nobody has written."""


class _Digest(Protocol):
    """A hash that grows."""

    def update(self, data: bytes, /) -> None:
        """Take more."""
        ...


class Batch(NamedTuple):
    """Some rows of a table; ``columns`` in the order in which they stand there."""

    table: sa.Table
    columns: Sequence[sa.Column[Any]]
    rows: list[tuple[Any, ...]]


def head(file: Path) -> Head:
    """Return what the first line says.

    Raises:
        BackupDamagedError: it is no backup.
        BackupNewerError: a newer version of the program wrote it.
        OSError: it cannot be read.
    """
    with _opened(file) as packed:
        return _first(packed.readline())


def read(file: Path) -> Iterator[Batch]:
    """Yield all rows; none of them counts unless the last one came.

    Raises:
        BackupDamagedError: a byte is not as it was written, or an entry of the log
            does not fit its hash, or the log a checkpoint of it.
        BackupNewerError: a newer version of the program wrote it.
        OSError: it cannot be read.
    """
    record, rows = _Record(), 0
    with _opened(file) as packed:
        first = packed.readline()
        _first(first)
        digest = sha256(first)
        for part in _parts(packed, digest):
            if isinstance(part, End):
                if part != End(rows, digest.hexdigest()) or packed.read(1):
                    raise BackupDamagedError(N_("its hash is another one"))
                record.check()
                return
            rows += len(part.rows)
            record.take(part)
            yield part
    raise BackupDamagedError(N_("it ends too early"))


def _first(line: bytes) -> Head:
    try:
        found = _HEAD.decode(line)
    except msgspec.DecodeError as error:
        raise BackupDamagedError(N_("it is no backup")) from error
    if found.form > FORM or found.tables > VERSION:
        raise BackupNewerError
    return found


def _parts(packed: gzip.GzipFile, digest: _Digest) -> Iterator[Batch | End]:
    """Yield rows in batches, and the end; the ``digest`` is of all before it."""
    batch: Batch | None = None
    row: msgspec.json.Decoder[tuple[Any, ...]] | None = None
    for line in packed:
        if batch is not None and row is not None and line.startswith(b"["):
            batch.rows.append(row.decode(line))
            if len(batch.rows) == _ROWS:
                yield batch
                batch = batch._replace(rows=[])
        else:
            if batch is not None and batch.rows:
                yield batch
            if line.startswith(_LAST):
                yield _END.decode(line)
                return
            batch = _started(line)
            row = decoder(batch.columns)
        digest.update(line)


def _started(line: bytes) -> Batch:
    start = _START.decode(line)
    table = _TABLES.get(start.table)
    if table is None or not set(start.columns) <= set(table.columns.keys()):
        raise BackupNewerError
    return Batch(table, [table.columns[name] for name in start.columns], [])


@contextmanager
def _opened(file: Path) -> Iterator[gzip.GzipFile]:
    """Open ``file``; whatever does not fit in it is damage."""
    try:
        with gzip.open(file, "rb") as packed:
            try:
                yield packed
            except BackupNewerError:
                while packed.read(_CHUNK):  # changed bytes may look newer
                    pass
                raise
    except _UNFIT as error:
        raise BackupDamagedError(N_("it cannot be read")) from error


class _Record:
    """The log as it goes by, and what was signed of it."""

    def __init__(self) -> None:
        self._tree = Tree()
        self._signed: list[tuple[str, str]] = []

    def take(self, batch: Batch) -> None:
        """Look at rows of the log, at others not."""
        names = [column.name for column in batch.columns]
        rows = (dict(zip(names, row, strict=True)) for row in batch.rows)
        if batch.table is event:
            self._tree.extend([self._hashed(row, n) for n, row in enumerate(rows, 1)])
        elif batch.table is checkpoint:
            self._signed += [(row["note"], row["key"]) for row in rows]

    def check(self) -> None:
        """Compare the whole with what was signed.

        Raises:
            BackupDamagedError: they differ.
        """
        for note, key in self._signed:
            try:
                found = signed_of(note, key).checkpoint
            except MalformedError as error:
                raise BackupDamagedError(N_("a checkpoint in it is none")) from error
            if (
                found.size > len(self._tree)
                or self._tree.root(found.size) != found.root
            ):
                raise BackupDamagedError(_SIGNED, size=found.size)

    def _hashed(self, row: dict[str, Any], n: int) -> bytes:
        position = len(self._tree) + n
        header = leaf.header(
            row["kind"], row["recorded_at"], row["stream"], row["version"]
        )
        found = leaf.leaf_hash(header, row["state"])
        if row["position"] != position or found != row["leaf_hash"]:
            raise BackupDamagedError(_ENTRY, position=position)
        return found
