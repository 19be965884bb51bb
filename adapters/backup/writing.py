"""Writing: everything as it is at one moment, into a file that is whole or not there.

Whoever writes meanwhile is not held up. What was written is read again before it gets
its name.
"""

from __future__ import annotations

import errno
import gzip
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

import msgspec
import sqlalchemy as sa

from adapters.backup.form import FORM, SAVED, End, Head, Start, plain
from adapters.backup.reading import read
from adapters.journal.tables import VERSION, event
from adapters.placing import placed

_ROWS = 500  # in one read
_LEVEL = 1  # of gzip: a quarter of the size at the speed of a disk


def write(
    log: sa.Engine, file: Path, now: datetime, progress: Callable[[int, int], None]
) -> Head:
    """Write what lies in ``log`` into ``file``; ``progress`` gets rows done and all.

    Raises:
        FileExistsError: there is such a file already.
        BackupDamagedError: what was read again is not what was written, or the log
            does not fit its own hashes.
        OSError: it cannot be written.
    """
    _refuse(file)
    with placed(file) as out:
        with log.connect() as db:
            head, rows = _all_of_it(db, out, now, progress)
        out.flush()
        for seen, _ in enumerate(read(Path(out.name)), 1):
            progress(min(rows, seen * _ROWS), rows)
        _refuse(file)
    return head


def _all_of_it(
    db: sa.Connection,
    out: IO[bytes],
    now: datetime,
    progress: Callable[[int, int], None],
) -> tuple[Head, int]:
    tables = _there(db)
    counts = sum(
        db.scalar(sa.select(sa.func.count()).select_from(table)) or 0
        for table in tables
    )
    last = db.scalar(sa.select(sa.func.max(event.c.position))) or 0
    head = Head(now.isoformat(), last, VERSION, FORM)
    lines = _Lines(out)
    lines.add(head)
    done = 0
    for table in tables:
        lines.add(Start(str(table.name), tuple(map(str, table.columns.keys()))))
        for some in _pages(db, table):
            lines.add(*some)
            done += len(some)
            progress(done, 2 * counts)
    lines.end(done)
    return head, counts


def _there(db: sa.Connection) -> list[sa.Table]:
    """Return the tables to save that are there: an older store has fewer."""
    schemas = db.get_execution_options()["schema_translate_map"]
    look = sa.inspect(db)
    return [t for t in SAVED if look.has_table(t.name, schema=schemas[t.schema])]


def _pages(db: sa.Connection, table: sa.Table) -> Iterator[list[list[Any]]]:
    wanted = sa.select(*(plain(column) for column in table.columns))
    ordered = wanted.order_by(*table.primary_key.columns)
    found = db.execution_options(yield_per=_ROWS).execute(ordered)
    for page in found.partitions():
        yield [list(row) for row in page]


class _Lines:
    """A packed file of lines, and the hash over them."""

    def __init__(self, out: IO[bytes]) -> None:
        self._packed = gzip.GzipFile(
            filename="", mode="wb", fileobj=out, compresslevel=_LEVEL, mtime=0
        )
        self._hash = sha256()
        self._encode = msgspec.json.Encoder().encode

    def add(self, *lines: object) -> None:
        said = b"".join(self._encode(line) + b"\n" for line in lines)
        self._hash.update(said)
        self._packed.write(said)

    def end(self, rows: int) -> None:
        self.add(End(rows, self._hash.hexdigest()))
        self._packed.close()


def _refuse(file: Path) -> None:
    if file.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
