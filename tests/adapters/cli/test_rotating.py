"""``faden audit rotate``: another key signs the log, the old one at hand or not."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from adapters.audit.signing import Place, Signer, made
from adapters.founding import orders
from adapters.founding.rotating import stream_of
from adapters.main import Faden
from core.log import AnnounceKey
from core.note import parse
from core.ports import Circle
from tests.adapters.cli.terminal import Terminal


def test_a_key_is_changed_and_old_bundles_hold(founded: Terminal) -> None:
    founded.must("audit", "bundle", "old.jsonl", "--public")
    before = (founded.folder / "log.key").read_text()
    shown = founded.must("audit", "rotate")
    assert "Please put it into your backup" in shown
    assert (founded.folder / "log.key").read_text() != before
    assert not (founded.folder / "log.key.neu").exists()
    founded.must("person", "add", "Frau Neu")
    founded.must("audit", "checkpoint")
    founded.must("audit", "bundle", "new.jsonl", "--public")
    told = founded.must("audit", "verify", "new.jsonl", "--against", "old.jsonl")
    assert "announces another key" in told
    assert "continues the checkpoint" in told
    founded.must("audit", "verify", "old.jsonl")
    assert founded.must("audit", "fsck") == ""
    (founded.folder / "log.key").write_text(before)
    founded.must("person", "add", "Herr Alt")
    assert "another key" in founded.refused("audit", "checkpoint")


def test_so_long_ago_another_key_signed(founded: Terminal) -> None:
    founded.must("audit", "checkpoint")
    founded.must("audit", "rotate")
    early = ("audit", "bundle", "x.jsonl", "--public", "--at")
    said = founded.refused(*early, "9")
    assert "Please name entry" in said
    founded.must(*early, said.rpartition("entry ")[2].split(",")[0])


def test_a_lost_key_is_said_to_be_lost(founded: Terminal) -> None:
    founded.must("audit", "bundle", "old.jsonl", "--public")
    founded.must("audit", "checkpoint")
    assert "without --lost" in founded.refused("audit", "rotate", "--lost")
    (founded.folder / "log.key").unlink()
    founded.must("person", "add", "Frau Neu")
    assert "rotate --lost" in founded.refused("audit", "checkpoint")
    founded.must("audit", "rotate", "--lost")
    founded.must("audit", "bundle", "new.jsonl", "--public")
    told = founded.must("audit", "verify", "new.jsonl", "--against", "old.jsonl")
    assert "continues the checkpoint" in told
    founded.must("audit", "bundle", "early.jsonl", "--public", "--at", "9")
    founded.must("audit", "verify", "early.jsonl")
    assert founded.must("audit", "fsck") == ""


def test_a_lost_key_is_missed_though_everything_is_signed(founded: Terminal) -> None:
    founded.must("audit", "bundle", "old.jsonl", "--public")
    founded.must("audit", "checkpoint")
    (founded.folder / "log.key").unlink()
    assert "If it is lost for good" in founded.refused("audit", "rotate")
    assert not (founded.folder / "log.key.neu").exists()
    founded.must("audit", "rotate", "--lost")
    founded.must("audit", "bundle", "new.jsonl", "--public")
    told = founded.must("audit", "verify", "new.jsonl", "--against", "old.jsonl")
    assert "continues the checkpoint" in told
    assert founded.must("audit", "fsck") == ""


def test_a_key_that_was_replaced_signs_no_more(founded: Terminal) -> None:
    founded.must("audit", "rotate")
    second = Signer.parse((founded.folder / "log.key").read_text())
    founded.must("person", "add", "Frau Neu")
    founded.must("audit", "checkpoint")
    founded.must("audit", "rotate")
    for member in ("Sontra", "Wanfried", "Eschwege"):
        founded.must("join", member, "--basis", "Schreiben")
        founded.must("audit", "checkpoint")
    assert founded.must("audit", "fsck") == ""
    with closing(sqlite3.connect(founded.folder / "faden.db")) as db, db:
        newest = "number = (SELECT max(number) FROM checkpoint)"
        ((said,),) = db.execute(f"SELECT note FROM checkpoint WHERE {newest}")  # noqa: S608
        note = second.note(parse(said).text).written()
        change = f"UPDATE checkpoint SET note = ?, key = ? WHERE {newest}"  # noqa: S608
        db.execute(change, (note, second.key.written()))
    found = founded.call("audit", "fsck")
    assert found.code == 2
    assert "its signature" in found.out


def test_a_file_that_holds_something_else_is_not_written_over(
    founded: Terminal,
) -> None:
    founded.must("audit", "checkpoint")
    key = founded.folder / "log.key"
    for other in (Signer.of("else.example/log", b"1" * 32).written(), "dear diary"):
        key.write_text(other)
        assert "move it to a safe place" in founded.refused("audit", "rotate", "--lost")
        assert key.read_text() == other
        assert founded.call("audit", "rotate").code == 1
        assert key.read_text() == other
    key.unlink()
    founded.must("audit", "rotate", "--lost")
    assert founded.must("audit", "fsck") == ""


def test_a_key_that_was_lost_while_it_was_changed_is_lost(founded: Terminal) -> None:
    founded.must("audit", "checkpoint")
    file = founded.folder / "log.key"
    name = Signer.parse(file.read_text()).key.name
    faden = Faden.open(founded.folder, clock=founded.clock)
    following = made(Place(file.with_name("log.key.neu"), name)).key
    announced = AnnounceKey(key=following.written())
    orders.give(faden, stream_of(faden), announced, circle=Circle.PUBLIC)
    faden.close()
    file.unlink()
    assert "If it is lost for good" in founded.refused("audit", "rotate")
    assert following.written() in founded.must("audit", "rotate", "--lost")
    founded.must("audit", "bundle", "new.jsonl", "--public")
    founded.must("audit", "verify", "new.jsonl")
    assert founded.must("audit", "fsck") == ""
