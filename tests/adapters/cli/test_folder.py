"""A data folder that cannot be used is named, with what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from adapters.settings import SettingsError, behind_proxy, data_folder, port
from tests.adapters.cli.terminal import Terminal


def test_a_file_is_no_folder(terminal: Terminal) -> None:
    terminal.folder.write_text("")
    assert "is not a folder" in terminal.refused("people")
    assert "is not a folder" in terminal.refused("init", "--region", "R")


def test_a_damaged_database_is_named(founded: Terminal) -> None:
    (founded.folder / "faden.db").write_bytes(b"no database at all" * 100)
    assert "damaged" in founded.refused("people")


def test_a_folder_of_a_newer_version_is_named(founded: Terminal) -> None:
    with sqlite3.connect(founded.folder / "faden.db") as db:
        db.execute("UPDATE meta SET value = '999' WHERE name = 'schema version'")
    db.close()
    assert "newer version" in founded.refused("people")


def test_the_folder_comes_from_the_environment_or_lies_beside_the_code() -> None:
    assert data_folder({"FADEN_DATA": "/somewhere"}) == Path("/somewhere")
    assert data_folder({}).name == "data"


@pytest.mark.parametrize("said", ["x", "65536", "-1"])
def test_a_port_of_the_environment_must_be_one(said: str) -> None:
    with pytest.raises(SettingsError):
        port({"FADEN_PORT": said})


def test_a_proxy_is_there_only_when_somebody_says_so() -> None:
    assert not behind_proxy({})
    assert not behind_proxy({"FADEN_BEHIND_PROXY": "0"})
    assert behind_proxy({"FADEN_BEHIND_PROXY": "1"})
    with pytest.raises(SettingsError):
        behind_proxy({"FADEN_BEHIND_PROXY": "yes"})
