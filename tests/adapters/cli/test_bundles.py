"""``faden audit bundle`` and ``verify``: a file that is there whole, or not at all."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from adapters.settings import SettingsError, log_key, origin
from core.checkpoint import parse_checkpoint, parse_proof
from core.merkle import verify_inclusion
from tests.adapters.cli.terminal import Terminal


def beside(terminal: Terminal) -> set[str]:
    """Return what lies where the terminal is."""
    return {file.name for file in terminal.folder.parent.iterdir()}


def test_a_bundle_is_written_and_found_sound(founded: Terminal) -> None:
    shown = founded.must("audit", "bundle", "all.jsonl")
    assert shown.startswith("Checkpoint ")
    file = founded.folder.parent / "all.jsonl"
    assert file.stat().st_mode & 0o777 == 0o600
    told = founded.must("audit", "verify", "all.jsonl")
    assert told.startswith(
        f"SOUND: every proof holds. {shown.strip()} of 127.0.0.1/log"
    )
    assert beside(founded) == {"data", "all.jsonl"}


def test_the_key_of_the_log_lies_beside_the_data(founded: Terminal) -> None:
    founded.must("audit", "bundle", "all.jsonl")
    assert (founded.folder / "log.key").stat().st_mode & 0o777 == 0o600


def test_the_key_of_the_log_may_lie_elsewhere(founded: Terminal) -> None:
    founded.environment = {"FADEN_LOG_KEY": str(founded.folder.parent / "safe.key")}
    founded.must("audit", "bundle", "all.jsonl")
    assert beside(founded) == {"data", "all.jsonl", "safe.key"}


def test_an_older_bundle_is_continued(founded: Terminal) -> None:
    founded.must("audit", "bundle", "old.jsonl", "--at", "9")
    founded.must("audit", "bundle", "new.jsonl", "--public")
    told = founded.must("audit", "verify", "new.jsonl", "--against", "old.jsonl")
    assert told.splitlines()[-1] == "It continues the checkpoint 9 that you kept."
    back = founded.call("audit", "verify", "old.jsonl", "--against", "new.jsonl")
    assert back.code == 3
    assert "CONTRADICTION" in back.out


def test_a_program_reads_what_was_found(founded: Terminal) -> None:
    founded.must("audit", "bundle", "all.jsonl")
    told = json.loads(founded.must("audit", "verify", "all.jsonl", "--json"))
    assert told["exit"] == 0
    assert told["said"][0]["what"] == "sound"
    asked = ("audit", "verify", "all.jsonl", "--quorum", "1", "--json")
    refused = founded.call(*asked)
    assert refused.code == 5
    assert json.loads(refused.out)["said"][-1]["what"] == "quorum"


@pytest.mark.parametrize("options", [["--public"], []])
def test_the_checkpoint_of_a_file_is_one_of_the_log(
    founded: Terminal, options: list[str]
) -> None:
    shown = founded.must("audit", "bundle", "all.jsonl", *options)
    size = shown.split()[1]
    with closing(sqlite3.connect(founded.folder / "faden.db")) as db:
        newest = db.execute("SELECT max(size) FROM checkpoint").fetchone()
    assert newest == (int(size),)
    proof = parse_proof(founded.must("audit", "proof", size))
    assert parse_checkpoint(proof.note.text).size >= int(size)


def test_a_misspelt_call_does_not_call_a_file_invalid(terminal: Terminal) -> None:
    terminal.refused("audit", "verify", "all.jsonl", "--quorum", "", code=1)
    terminal.refused("audit", "verify", code=1)


def test_a_log_has_an_end(founded: Terminal) -> None:
    said = founded.refused("audit", "bundle", "all.jsonl", "--at", "9999")
    assert said.startswith("The log ends at entry ")
    assert beside(founded) == {"data"}


@pytest.mark.parametrize("words", [["--item", "9"], ["--item", "Z1", "--public"]])
def test_a_part_is_an_item(founded: Terminal, words: list[str]) -> None:
    said = founded.refused("audit", "bundle", "all.jsonl", *words)
    assert "Please name an item such as Z1" in said


def test_an_item_is_written_as_a_part(founded: Terminal) -> None:
    founded.must("audit", "bundle", "part.jsonl", "--item", "z1")
    assert "This is a part: 0 of" in founded.must("audit", "verify", "part.jsonl")


def test_what_was_changed_is_not_written(founded: Terminal) -> None:
    with closing(sqlite3.connect(founded.folder / "faden.db")) as db, db:
        db.execute("UPDATE event SET leaf_hash = zeroblob(32) WHERE position = 5")
    said = founded.refused("audit", "bundle", "all.jsonl")
    assert said.startswith("The log is not what was written, as entry 5 shows")
    assert beside(founded) == {"data"}
    assert "entry" not in founded.must("audit", "list", "exports")


def test_a_text_whose_salt_is_lost_is_left_out_and_missed(founded: Terminal) -> None:
    with closing(sqlite3.connect(founded.folder / "faden.db")) as db, db:
        first = "(stream, version, field) IN (SELECT stream, version, field FROM text"
        db.execute(f"UPDATE text SET salt = x'' WHERE {first} LIMIT 1)")  # noqa: S608
    told = founded.must("audit", "bundle", "all.jsonl")
    assert told.startswith("Texts left out: 1, the first in entry ")
    checked = founded.call("audit", "verify", "all.jsonl")
    assert checked.code == 4
    assert checked.out.startswith("UNEXPLAINED: entry")


def test_a_file_that_holds_no_key_is_left_alone(founded: Terminal) -> None:
    (founded.folder / "log.key").write_text("no key")
    assert "holds no key" in founded.refused("audit", "bundle", "all.jsonl")
    assert (founded.folder / "log.key").read_text() == "no key"


def test_where_there_is_no_region_there_is_no_bundle(terminal: Terminal) -> None:
    terminal.folder.mkdir()
    assert "no region" in terminal.refused("audit", "bundle", "all.jsonl")
    assert "There is no file" in terminal.refused("audit", "verify", "all.jsonl")


def test_the_environment_names_log_and_key() -> None:
    folder = Path("/data")
    assert log_key({}, folder) == folder / "log.key"
    assert log_key({"FADEN_LOG_KEY": "/safe/key"}, folder) == Path("/safe/key")
    assert origin({}) == "127.0.0.1/log"
    here = {"FADEN_URL": "https://faden.kreis.example:444/x", "FADEN_REGION": "wmk"}
    assert origin(here) == "faden.kreis.example/wmk/log"
    with pytest.raises(SettingsError):
        origin({"FADEN_URL": "kreis.example"})


def test_a_checkpoint_is_printed_to_be_kept(founded: Terminal) -> None:
    kept = founded.must("audit", "checkpoint")
    short, _, note = kept.partition("\n\n")
    assert short.startswith("Checkpoint ")
    assert note.startswith("127.0.0.1/log\n")
    assert founded.must("audit", "checkpoint") == kept
    for name, said in (("mail", kept), ("note", note), ("short", short)):
        (founded.folder.parent / name).write_text(said, "utf-8")
    founded.must("join", "06636003", "--basis", "Schreiben vom 2.11.")
    founded.must("audit", "bundle", "all.jsonl")
    for name in ("mail", "note", "short"):
        told = founded.must("audit", "verify", "all.jsonl", "--against", name)
        assert "that you kept." in told
    assert founded.must("audit", "fsck") == ""


def test_a_rewritten_log_gets_no_checkpoint(founded: Terminal) -> None:
    founded.must("audit", "checkpoint")
    with closing(sqlite3.connect(founded.folder / "faden.db")) as db, db:
        db.execute("UPDATE event SET leaf_hash = zeroblob(32) WHERE position = 5")
    said = founded.refused("audit", "checkpoint")
    assert "is not what was written" in said
    told = founded.call("audit", "fsck")
    assert told.code == 2
    assert "Checkpoint " in told.out


def test_an_entry_is_proved_in_a_few_lines(founded: Terminal) -> None:
    proof = parse_proof(founded.must("audit", "proof", "7"))
    checkpoint = parse_checkpoint(proof.note.text)
    with closing(sqlite3.connect(founded.folder / "faden.db")) as db:
        ((hashed,),) = db.execute("SELECT leaf_hash FROM event WHERE position = 7")
    place = (proof.index, checkpoint.size, hashed)
    assert proof.index == 6
    assert verify_inclusion(*place, proof.hashes, checkpoint.root)
    for beyond in ("0", "9999"):
        said = founded.refused("audit", "proof", beyond)
        assert said.startswith("The log ends at entry")
    said = founded.refused("audit", "proof", "B7")
    assert said.startswith("There is nothing to prove of B7.")
