"""Whoever rewrites the log with care is exposed by what was signed of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from adapters.audit.difference import What
from adapters.audit.signing import Signer
from adapters.journal import leaf
from tests.adapters.audit.damage import copied, run, sorts

ROOT: Final = {What.CHECKPOINT_ROOT}
SIGNATURE: Final = {What.CHECKPOINT_SIGNATURE}


def rewrite(file: Path, position: int) -> None:
    """Let an entry say that it was heard elsewhere, and hash it anew."""
    with closing(sqlite3.connect(file)) as db, db:
        (row,) = db.execute(
            "SELECT kind, recorded_at, stream, version, state FROM event "
            "WHERE position = ?",
            (position,),
        )
        *head, state = row
        forged = state.replace(b'"via":"cli"', b'"via":"web"')
        assert forged != state
        hashed = leaf.leaf_hash(leaf.header(*head), forged)
        change = "UPDATE event SET state = ?, leaf_hash = ? WHERE position = ?"
        db.execute(change, (forged, hashed, position))


def test_an_entry_that_was_rewritten_with_its_hash_is_found(
    sound: Path, tmp_path: Path
) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        rewrite(folder / "faden.db", 5)
        (folder / "views.db").unlink()
        assert sorts(folder) == ROOT


@pytest.mark.parametrize(
    "change, told",
    [
        ("UPDATE checkpoint SET size = size + 1 WHERE number = 3", ROOT),
        ("UPDATE checkpoint SET size = 99999 WHERE number = 3", ROOT),
        ("DELETE FROM checkpoint WHERE number = 1", {What.CHECKPOINT_MISSING}),
        ("UPDATE checkpoint SET note = 'none' WHERE number = 2", {What.CHECKPOINT}),
        ("UPDATE checkpoint SET note = 7 WHERE number = 2", {What.CHECKPOINT}),
        ("UPDATE checkpoint SET key = x'00' WHERE number = 2", {What.CHECKPOINT}),
        ("DELETE FROM event WHERE position = (SELECT max(position) FROM event)", ROOT),
    ],
)
def test_a_checkpoint_that_was_changed_is_found(
    sound: Path, tmp_path: Path, change: str, told: set[What]
) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        assert run(folder / "faden.db", change)
        (folder / "views.db").unlink()
        assert told <= sorts(folder)


def test_another_key_is_found(sound: Path, tmp_path: Path) -> None:
    other = Signer.of("auenland.example/log", bytes(32))
    with copied(sound, tmp_path / "copy") as folder:
        file = folder / "faden.db"
        with closing(sqlite3.connect(file)) as db:
            ((note,),) = db.execute("SELECT note FROM checkpoint WHERE number = 3")
        text = note.rpartition("\n\n")[0] + "\n"
        change = "UPDATE checkpoint SET note = ?, key = ? WHERE number = 3"
        run(file, change, other.note(text).written(), other.key.written())
        assert sorts(folder) == SIGNATURE
