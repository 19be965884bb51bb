"""``FADEN_DATABASE``: the same commands on PostgreSQL, and what to do when it fails."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from adapters.settings import Server
from adapters.store import shown
from tests.adapters.cli.terminal import Terminal


@pytest.fixture
def served(tmp_path: Path, database: str) -> Terminal:
    """A terminal whose region will lie on a server."""
    return Terminal(tmp_path / "data", environment={"FADEN_DATABASE": database})


def at(tmp_path: Path, address: str) -> Terminal:
    return Terminal(tmp_path / "data", environment={"FADEN_DATABASE": address})


def test_a_region_is_founded_and_speaks_on_a_server(served: Terminal) -> None:
    served.must("init", "--region", "Musterregion")
    for town in "Sontra", "Wanfried":
        served.must("join", town, "--basis", "Schreiben")
        served.must("person", "add", f"BM {town}")
        served.must("mandate", f"BM {town}", town, "--role", "mayor")
        served.must("seat", "wasser", town, "vote")
    served.must("say", "--as", "BM Sontra", "Bitte an Wanfried: Pläne bis Ende Juni")
    served.must("say", "--as", "BM Sontra", "ja")
    served.must("say", "--as", "BM Wanfried", "Z1 machen wir")
    served.must("say", "--as", "BM Wanfried", "ja")
    (promise,) = json.loads(served.must("commitments", "--json"))
    assert (promise["ref"], promise["state"]) == ("Z1", "promised")
    assert "BM Wanfried" in served.must("history", "Z1")
    assert "Z1" in served.must("search", "Plän")
    served.must("rebuild")
    assert json.loads(served.must("commitments", "--json")) == [promise]
    assert not served.folder.exists()


def test_a_region_on_a_server_is_checked(served: Terminal, database: str) -> None:
    assert "There is no region in" in served.refused("audit", "fsck")
    served.must("init", "--region", "Musterregion")
    assert served.must("audit", "fsck") == ""
    with psycopg.connect(database, autocommit=True) as db:
        db.execute("UPDATE faden_log.event SET stream = 'forum:x' WHERE position = 9")
        db.execute("UPDATE faden_views.organisation SET name = 'X' WHERE org <> ''")
    found = served.call("audit", "fsck")
    assert found.code == 2
    assert "Entry 9 (forum:x): its hash is not that of what stands in it." in found.out
    assert "The table organisation of the views" in found.out


def test_a_region_on_a_server_is_signed_and_proved(
    served: Terminal, database: str
) -> None:
    served.must("init", "--region", "Musterregion")
    kept = served.must("audit", "checkpoint")
    (served.folder.parent / "kept").write_text(kept, "utf-8")
    served.must("join", "Sontra", "--basis", "Schreiben")
    served.must("audit", "bundle", "all.jsonl")
    told = served.must("audit", "verify", "all.jsonl", "--against", "kept")
    assert "that you kept." in told
    assert served.must("audit", "fsck") == ""
    with psycopg.connect(database, autocommit=True) as db:
        db.execute("UPDATE faden_log.checkpoint SET size = size + 1000")
    assert "Checkpoint " in served.call("audit", "fsck").out


def test_without_a_region_one_is_told_to_found_it(
    served: Terminal, database: str
) -> None:
    told = served.refused("board", "wasser")
    assert f"There is no region in {shown(Server(database))} yet." in told


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    told = at(tmp_path, "postgresql://faden:geheim@127.0.0.1:1/faden").refused("people")
    assert told == (
        "PostgreSQL at 127.0.0.1:1/faden does not answer. Please start it, or mend "
        "FADEN_DATABASE."
    )


@pytest.mark.parametrize("address", ["postgresql://[x", "postgresql://h/d?what=1"])
def test_an_address_that_cannot_be_read(tmp_path: Path, address: str) -> None:
    told = at(tmp_path, address).refused("people")
    assert "PostgreSQL at ? does not answer." in told


def test_a_server_that_does_not_let_us_in(tmp_path: Path, database: str) -> None:
    name = urlsplit(database).path
    told = at(tmp_path, database.replace(f"{name}?", "/nowhere?")).refused("people")
    assert 'does not let Faden in: database "nowhere" does not exist.' in told


def test_a_server_that_can_only_be_read(served: Terminal, database: str) -> None:
    served.must("init", "--region", "Musterregion")
    name = urlsplit(database).path.removeprefix("/")
    with psycopg.connect(database, autocommit=True) as db:
        db.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    assert "can only be read. Please name the server" in served.refused("people")


def test_a_region_of_a_newer_version_is_left_alone(
    served: Terminal, database: str
) -> None:
    served.must("init", "--region", "Musterregion")
    with psycopg.connect(database, autocommit=True) as db:
        db.execute("INSERT INTO faden_log.kind VALUES ('future.thing.v1')")
    assert "was written by a newer version of Faden." in served.refused("people")


def test_tables_of_another_program_are_left_alone(
    served: Terminal, database: str
) -> None:
    with psycopg.connect(database, autocommit=True) as db:
        db.execute("CREATE SCHEMA faden_log")
        db.execute("CREATE TABLE faden_log.meta (other text)")
    assert "is not Faden's or is damaged." in served.refused("people")


def test_another_kind_of_database_is_named(tmp_path: Path) -> None:
    told = at(tmp_path, "mysql://localhost/faden").refused("people")
    assert "FADEN_DATABASE in the environment says nothing that Faden knows" in told


def test_a_region_whose_name_cannot_be_one_is_named(tmp_path: Path) -> None:
    named = {"FADEN_DATABASE": "postgresql://h/d", "FADEN_REGION": "Werra-Meißner"}
    told = Terminal(tmp_path / "data", environment=named).refused("people")
    assert "FADEN_REGION in the environment says nothing that Faden knows" in told


def test_a_file_is_named_the_same_way(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    terminal = Terminal(
        tmp_path / "data",
        environment={"FADEN_DATA": "", "FADEN_DATABASE": f"sqlite:///{folder}"},
    )
    terminal.must("init", "--region", "Musterregion")
    assert (folder / "faden.db").exists()
