"""``faden audit fsck``: silent where all fits, a sentence where something does not."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from adapters.audit.difference import What
from adapters.cli.differences import SENTENCES
from tests.adapters.cli.terminal import Terminal


def _change(terminal: Terminal, file: str, statement: str) -> None:
    with closing(sqlite3.connect(terminal.folder / file)) as db, db:
        db.execute(statement)


def test_a_sound_folder_is_silent(founded: Terminal) -> None:
    assert founded.must("audit", "fsck") == ""
    assert json.loads(founded.must("audit", "fsck", "--json")) == {
        "counts": {},
        "differences": [],
    }


def test_a_changed_log_is_told_with_what_to_do(founded: Terminal) -> None:
    _change(
        founded, "faden.db", "UPDATE event SET leaf_hash = x'00' WHERE position = 2"
    )
    printed = founded.call("audit", "fsck")
    assert printed.code == 2
    assert "Entry 2 (" in printed.out
    assert "newest backup" in printed.out
    assert "rebuild" not in printed.out
    told = json.loads(founded.call("audit", "fsck", "--json").out)
    assert told["counts"] == {"leaf hash": 1}
    assert told["differences"][0]["position"] == 2


def test_a_changed_view_is_mended_by_a_rebuild(founded: Terminal) -> None:
    _change(founded, "views.db", "UPDATE organisation SET name = 'Irgendwo'")
    printed = founded.call("audit", "fsck")
    assert printed.code == 2
    assert printed.out.splitlines()[-1].endswith("mended by faden rebuild.")
    assert "backup" not in printed.out
    founded.must("rebuild", "people")
    assert founded.must("audit", "fsck") == ""


def test_a_long_list_is_cut_short_and_counted(founded: Terminal) -> None:
    _change(founded, "views.db", "DELETE FROM step")
    _change(founded, "views.db", "UPDATE token SET weight = weight + 1")
    _change(founded, "views.db", "UPDATE organisation SET name = name || 'x'")
    told = json.loads(founded.call("audit", "fsck", "--json").out)
    assert len(told["differences"]) <= sum(told["counts"].values())
    assert all(
        sum(one["what"] == what for one in told["differences"]) == min(count, 100)
        for what, count in told["counts"].items()
    )


def test_there_must_be_something_to_check(terminal: Terminal) -> None:
    assert "no region in" in terminal.refused("audit", "fsck")


def test_every_difference_has_words() -> None:
    assert SENTENCES.keys() == set(What)
