"""Whatever is changed behind the program's back is found; what is sound is not."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

import pytest
import sqlalchemy as sa

from adapters.audit.difference import OF_VIEWS, What
from adapters.audit.source import MovedError, of_folder
from adapters.journal.tables import checkpoint, event, kind, meta, person, text
from projections.catalogue import VIEWS
from projections.columns import METADATA
from tests.adapters.audit.damage import (
    copied,
    flip,
    found,
    is_empty,
    key_of,
    run,
    sorts,
)
from tests.auenland import Auenland
from tests.auenland import found as auenland

LOG: Final = (event, text, kind, meta, person, checkpoint)
LIVE: Final = (METADATA.tables["view"], *(t for view in VIEWS for t in view.tables))
UNCOMMITTED: Final = {"person.name", "person.salutation"}
"""A name can be forgotten because nothing says what it was."""
_EACH: Final = pytest.mark.parametrize("table", [*LOG, *LIVE], ids=lambda t: t.name)


def _file(folder: Path, table: sa.Table) -> Path:
    return folder / ("faden.db" if table in LOG else "views.db")


def test_a_sound_folder_is_silent_and_left_as_it_is(sound: Path) -> None:
    before = {file.name: file.read_bytes() for file in sound.iterdir()}
    assert found(sound) == []
    assert {file.name: file.read_bytes() for file in sound.iterdir()} == before


def test_a_folder_without_views_is_sound(sound: Path, tmp_path: Path) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        (folder / "views.db").unlink()
        assert found(folder) == []


@_EACH
def test_a_changed_byte_is_found_in_each_column(
    table: sa.Table, sound: Path, tmp_path: Path
) -> None:
    if is_empty(_file(sound, table), table):
        assert table in LIVE
        return
    unnoticed = set()
    for column in table.columns:
        with copied(sound, tmp_path / "copy") as folder:
            flip(_file(folder, table), table, column.name)
            if not found(folder):
                unnoticed.add(f"{table.name}.{column.name}")
    assert unnoticed <= UNCOMMITTED


@_EACH
def test_a_row_that_is_gone_is_found(
    table: sa.Table, sound: Path, tmp_path: Path
) -> None:
    if is_empty(_file(sound, table), table):
        assert table in LIVE
        return
    with copied(sound, tmp_path / "copy") as folder:
        file = _file(folder, table)
        where, key = key_of(file, table)
        assert run(file, f"DELETE FROM {table.name} WHERE {where}", *key) == 1  # noqa: S608
        assert found(folder)


def test_two_entries_that_changed_places_are_found(sound: Path, tmp_path: Path) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        for old, new in ((3, -1), (20, 3), (-1, 20)):
            moved = "UPDATE event SET position = ? WHERE position = ?"
            run(folder / "faden.db", moved, new, old)
        assert sorts(folder) - OF_VIEWS


def test_a_text_that_was_not_the_one_sealed_is_found(
    sound: Path, tmp_path: Path
) -> None:
    for statement, what in (
        ("UPDATE text SET text = 'nie gesagt' WHERE field = 'what'", What.TEXT_CHANGED),
        ("DELETE FROM text WHERE field = 'what'", What.TEXT_MISSING),
    ):
        with copied(sound, tmp_path / "copy") as folder:
            run(folder / "faden.db", statement)
            (folder / "views.db").unlink()
            assert sorts(folder) == {what}


def test_a_row_that_nobody_wrote_is_found(sound: Path, tmp_path: Path) -> None:
    made_up = {
        "faden.db": (
            "INSERT INTO text VALUES ('commitment:Z9', 1, 'a', x'00', 'x', NULL, NULL)",
            "INSERT INTO text VALUES ('commitment:Z1', 1, 'a', x'00', 'x', NULL, NULL)",
            "INSERT INTO person VALUES ('p-x', 'X', 'Herr')",
            "INSERT INTO kind VALUES ('commitment.dreamt.v1')",
            (
                "INSERT INTO answer SELECT command_id, stream, version, position, "
                "NULL, recorded_at FROM event WHERE position = 5"
            ),
            "UPDATE cursor SET position = 9999",
        ),
        "views.db": ("INSERT INTO field VALUES ('x', 'X', 0)",),
    }
    for name, statements in made_up.items():
        for statement in statements:
            with copied(sound, tmp_path / "copy") as folder:
                run(folder / name, statement)
                assert len(found(folder)) == 1, statement


@pytest.mark.parametrize("name", ["digests", "terminal/demo-kern"])
def test_what_counts_letters_or_days_is_not_held_against_the_log(
    sound: Path, tmp_path: Path, name: str
) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        run(folder / "faden.db", f"INSERT INTO cursor VALUES ('{name}', 740000)")  # noqa: S608
        assert found(folder) == []


def test_it_says_which_entry_differs(sound: Path, tmp_path: Path) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        run(
            folder / "faden.db",
            "UPDATE event SET state = replace(state, '\"v\":1', '\"v\": 1') "
            "WHERE position = 7",
        )
        run(folder / "faden.db", "UPDATE event SET state = CAST(state AS BLOB)")
        (folder / "views.db").unlink()
        told = {(one.what, one.facts["position"]) for one in found(folder)}
    assert told == {(What.LEAF, 7), (What.NOT_CANONICAL, 7)}


def test_whatever_byte_of_the_file_is_changed_is_found_or_says_the_same(
    sound: Path, tmp_path: Path
) -> None:
    with copied(sound, tmp_path / "copy") as folder:
        (folder / "views.db").unlink()  # what follows from the log is made of it
        file = folder / "faden.db"
        whole, said = file.read_bytes(), _said(file)
        for at in range(0, len(whole), len(whole) // 150 - 1):
            changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
            file.write_bytes(changed)
            assert found(folder) or _said(file) == said, at


def _said(file: Path) -> list[list[tuple[object, ...]]]:
    with of_folder(file.parent) as source, source.log.connect() as db:
        tables = (event, text, kind, meta, checkpoint)
        return [[tuple(row) for row in db.execute(sa.select(t))] for t in tables]


def test_beside_a_server_nothing_is_found_while_people_write(tmp_path: Path) -> None:
    here = auenland(tmp_path / "data")
    writing = threading.Thread(target=_ask, args=(here, 25))
    writing.start()
    while writing.is_alive():
        assert found(here.faden.store.folder) == []
    writing.join()
    here.faden.close()
    assert found(here.faden.store.folder) == []


def _ask(here: Auenland, times: int) -> None:
    for n in range(times):
        here.say("p-lange", f"Info: Pumpe {n} läuft")


def test_a_folder_that_is_opened_meanwhile_is_not_judged(
    sound: Path, tmp_path: Path
) -> None:
    with (
        copied(sound, tmp_path / "copy") as folder,
        pytest.raises(MovedError),
        of_folder(folder),
    ):
        run(folder / "faden.db", "DELETE FROM person")
