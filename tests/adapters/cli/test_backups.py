"""``faden backup`` and ``restore``: what they say, and what they leave alone."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adapters.main import Faden
from tests.adapters.cli.terminal import Terminal


@pytest.fixture
def saved(founded: Terminal) -> Terminal:
    """A region with a backup in ``all.faden``, and one more member since."""
    founded.must("join", "Sontra", "--basis", "Schreiben")
    founded.must("backup", "all.faden")
    founded.must("join", "Wanfried", "--basis", "Schreiben")
    return founded


def _file(terminal: Terminal) -> Path:
    return terminal.folder.parent / "all.faden"


def test_a_backup_says_what_it_holds_and_what_not(founded: Terminal) -> None:
    founded.must("audit", "checkpoint")
    told = founded.must("backup", "all.faden")
    assert "holds everything up to entry" in told
    assert "Not in it: the key of the log" in told
    assert _file(founded).stat().st_mode & 0o077 == 0


def test_a_backup_replaces_no_other_file(saved: Terminal) -> None:
    before = _file(saved).read_bytes()
    told = saved.refused("backup", "all.faden")
    assert "is there already. Please name a new file." in told
    assert _file(saved).read_bytes() == before
    assert [p.name for p in _file(saved).parent.glob(".faden-*")] == []


def test_a_backup_of_a_damaged_log_is_none(saved: Terminal) -> None:
    with closing(sqlite3.connect(saved.folder / "faden.db")) as db, db:
        db.execute("UPDATE event SET leaf_hash = x'00' WHERE position = 2")
    told = saved.refused("backup", "second.faden")
    assert "fit its own hashes (entry 2)" in told
    assert not _file(saved).with_name("second.faden").exists()


def test_on_a_new_machine_it_is_put_back_and_goes_on(
    saved: Terminal,
) -> None:
    new = Terminal(saved.folder.with_name("new"))
    told = new.must("restore", "all.faden")
    assert "is as it was on 17.03.2027 08:00 (UTC)" in told
    assert "What was erased after that day is back" in told
    assert "Please end them again" in told
    assert "The key of the log is missing" in told
    new.must("join", "Wanfried", "--basis", "Schreiben")
    assert new.must("audit", "fsck") == ""


def test_what_would_be_lost_is_kept_unless_that_is_meant(saved: Terminal) -> None:
    told = saved.refused("restore", "all.faden")
    assert "are not in this backup" in told
    assert "then add --force" in told
    saved.must("backup", "late.faden")
    saved.must("restore", "all.faden", "--force")
    told = saved.must("restore", "late.faden")
    assert "is as it was" in told
    assert "What was erased" not in told
    assert "part behind" not in told


def test_two_logs_that_part_are_told_apart_and_where(saved: Terminal) -> None:
    saved.must("backup", "late.faden")
    saved.must("restore", "all.faden", "--force")
    saved.must("join", "Eschwege", "--basis", "Schreiben")
    told = saved.refused("restore", "late.faden")
    assert "are not in this backup" in told
    told = saved.must("restore", "late.faden", "--force")
    assert "begin alike and part behind entry" in told


def test_what_cannot_be_read_is_replaced_only_if_that_is_meant(
    saved: Terminal,
) -> None:
    (saved.folder / "faden.db").write_bytes(b"SQLite format 3\0" + b"x" * 4096)
    assert "cannot be read" in saved.refused("restore", "all.faden")
    saved.must("restore", "all.faden", "--force")
    assert saved.must("audit", "fsck") == ""


def test_a_running_faden_is_to_be_stopped_first(saved: Terminal) -> None:
    faden = Faden.open(saved.folder, clock=saved.clock)
    told = saved.refused("restore", "all.faden", "--force")
    assert "is open in a running Faden. Please stop it" in told
    faden.close()


def test_what_a_killed_call_left_behind_goes(saved: Terminal) -> None:
    left = saved.folder / ".restore-killed"
    left.mkdir()
    (left / "faden.db").write_bytes(b"names")
    saved.must("restore", "all.faden", "--force")
    assert not left.exists()


def test_the_drill_changes_nothing(saved: Terminal) -> None:
    before = (saved.folder / "faden.db").read_bytes()
    told = saved.must("restore", "all.faden", "--check")
    assert "can be put back: all of its" in told
    assert (saved.folder / "faden.db").read_bytes() == before


def test_the_drill_tells_what_does_not_fit(saved: Terminal) -> None:
    with closing(sqlite3.connect(saved.folder / "faden.db")) as db, db:
        db.execute("DELETE FROM text WHERE version = 1")
    saved.must("backup", "holes.faden")
    printed = saved.call("restore", "holes.faden", "--check")
    assert printed.code == 2
    assert "put back the newest backup" in printed.out


def test_a_file_that_is_none_is_named(saved: Terminal) -> None:
    (_file(saved)).write_bytes(gzip.compress(b"{}\n"))
    told = saved.refused("restore", "all.faden", "--force")
    assert "is no sound backup (it is no backup). Nothing was changed." in told
    saved.language = "de"
    told = saved.refused("restore", "all.faden", "--force")
    assert "(sie ist keine Sicherung)" in told
    saved.language = "en"
    said = b'{"faden backup":9,"made":"","entries":1,"tables":1}\n'
    _file(saved).write_bytes(gzip.compress(said))
    assert "by a newer version of Faden" in saved.refused("restore", "all.faden")
    assert "There is no file" in saved.refused("restore", "nowhere.faden")


def test_without_a_region_there_is_nothing_to_save(terminal: Terminal) -> None:
    assert "no region in" in terminal.refused("backup", "all.faden")


def test_where_nobody_may_write_nothing_is_put(saved: Terminal) -> None:
    (saved.folder.parent / "file").touch()
    told = saved.refused("restore", "all.faden", "--data", "file")
    assert "is not a folder" in told
