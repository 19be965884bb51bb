"""Damage: a data folder that somebody changed behind the program's back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final, TypeAlias

import sqlalchemy as sa

from adapters.audit.difference import Difference, What
from adapters.audit.fsck import Part, fsck
from adapters.audit.source import Source, of_folder
from adapters.journal.codec import Codec
from core.catalogue import EVENTS
from projections.catalogue import VIEWS

Cell: TypeAlias = int | str | bytes | None
CODEC: Final = Codec(EVENTS)


def _silent(_part: Part, _position: int, _head: int) -> None:
    """Tell nobody."""


def found_in(source: Source) -> list[Difference]:
    """Return all that differs."""
    return list(fsck(source, CODEC, VIEWS, _silent))


def found(folder: Path) -> list[Difference]:
    """Return all that differs in a folder."""
    with of_folder(folder) as source:
        return found_in(source)


def sorts(folder: Path) -> set[What]:
    """Return what sorts of differences there are in a folder."""
    return {difference.what for difference in found(folder)}


@contextmanager
def copied(folder: Path, to: Path) -> Iterator[Path]:
    """Copy the databases of a folder for a while."""
    to.mkdir()
    for name in ("faden.db", "views.db"):
        shutil.copy(folder / name, to / name)
    yield to
    shutil.rmtree(to)


def run(file: Path, statement: str, *values: Cell) -> int:
    """Run a statement on a database; return how many rows it touched."""
    with closing(sqlite3.connect(file)) as db, db:
        return db.execute(statement, values).rowcount


def key_of(file: Path, table: sa.Table) -> tuple[str, list[Cell]]:
    """Return a condition, with its values, that holds for a row in the middle."""
    names = [column.name for column in table.primary_key]
    shown = ", ".join(names)
    with closing(sqlite3.connect(file)) as db:
        ((many,),) = db.execute(f"SELECT count(*) FROM {table.name}")  # noqa: S608
        place = f"ORDER BY {shown} LIMIT 1 OFFSET {many // 2}"
        row = db.execute(f"SELECT {shown} FROM {table.name} {place}").fetchone()  # noqa: S608
    return " AND ".join(f"{name} = ?" for name in names), list(row)


def flip(file: Path, table: sa.Table, column: str) -> None:
    """Change one byte in a column of a row in the middle."""
    where, key = key_of(file, table)
    with closing(sqlite3.connect(file)) as db:
        asked = f"SELECT {column} FROM {table.name} WHERE {where}"  # noqa: S608
        ((before,),) = db.execute(asked, key)
    changed = f"UPDATE {table.name} SET {column} = ? WHERE {where}"  # noqa: S608
    assert run(file, changed, _flipped(before), *key) == 1


def _flipped(cell: Cell) -> Cell:
    match cell:
        case bytes():
            middle = len(cell) // 2
            return cell[:middle] + bytes([cell[middle] ^ 1]) + cell[middle + 1 :]
        case str() if cell:
            return cell[:-1] + chr(ord(cell[-1]) ^ 1)
        case int():
            return cell ^ 64
        case _:
            return "x"


def is_empty(file: Path, table: sa.Table) -> bool:
    """Whether a table has no rows."""
    with closing(sqlite3.connect(file)) as db:
        asked = f"SELECT 1 FROM {table.name} LIMIT 1"  # noqa: S608
        return db.execute(asked).fetchone() is None
