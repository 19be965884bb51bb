"""``faden audit witness``, ``appoint``, ``cosign`` and ``rotate``, by hand."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from adapters.clock import SetClock
from tests.adapters.cli.terminal import MORNING, Terminal

SIGN = ("audit", "witness", "--folder", "zeuge")


def place(terminal: Terminal) -> Path:
    """Return where the terminal is."""
    return terminal.folder.parent


def keep(terminal: Terminal, name: str, said: str) -> str:
    """Put what was printed into a file; return its name."""
    (place(terminal) / name).write_text(said, "utf-8")
    return name


def log_key(terminal: Terminal) -> str:
    """Return the key of the log, as whoever checks a bundle reads it."""
    terminal.must("audit", "bundle", "all.jsonl", "--public")
    told = json.loads(terminal.must("audit", "verify", "all.jsonl", "--json"))
    return str(next(one["key"] for one in told["said"] if one["what"] == "key"))


@pytest.fixture
def seen(founded: Terminal) -> Terminal:
    """A region whose log one town bears witness to."""
    key = founded.must(*SIGN, "--name", "witzenhausen.example/zeuge").strip()
    assert "bears witness with" in founded.must("audit", "appoint", "Witzenhausen", key)
    founded.must(*SIGN, "--log", log_key(founded))
    return founded


def cosigned(terminal: Terminal, since: str = "0") -> str:
    """Let the witness sign the newest checkpoint; return the name of the file."""
    asked = terminal.must("audit", "checkpoint", "--since", since)
    keep(terminal, "neu.txt", asked)
    return keep(terminal, "bezeugt.txt", terminal.must(*SIGN, "neu.txt"))


def test_what_a_witness_signed_is_in_every_file_from_then_on(seen: Terminal) -> None:
    file = cosigned(seen)
    assert "bears witness to checkpoint" in seen.must("audit", "cosign", file)
    assert "was known already" in seen.must("audit", "cosign", file)
    seen.must("audit", "bundle", "all.jsonl", "--public")
    told = seen.must("audit", "verify", "all.jsonl", "--quorum", "1")
    assert "Witnessed by 1 of the 1 organisations" in told
    assert seen.call("audit", "verify", "all.jsonl", "--quorum", "2").code == 5
    assert "witzenhausen.example/zeuge" in seen.must("audit", "proof", "3")
    assert seen.must("audit", "fsck") == ""


def test_a_mail_with_the_signature_inside_will_do(seen: Terminal) -> None:
    said = (place(seen) / cosigned(seen)).read_text("utf-8")
    mail = f"Guten Tag,\r\n\r\n{said}\r\nMit Gruß\r\n".replace("\n", "\r\n")
    keep(seen, "mail.txt", mail.replace("\r\r", "\r"))
    assert "bears witness" in seen.must("audit", "cosign", "mail.txt")


def letter(said: str, encoding: str) -> bytes:
    """Return a mail in which ``said`` is quoted twice and wrapped."""
    quoted = "".join(f"> > {line}\n" for line in said.splitlines())
    wrapped = quoted.replace("/zeuge ", "/zeuge \n> > ")
    mail = EmailMessage()
    mail.set_content(f"Guten Tag,\n\n{wrapped}\n> > Mit Gruß\n", cte=encoding)
    return mail.as_bytes()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_letter_will_do_as_it_is(seen: Terminal, encoding: str) -> None:
    asked = letter(seen.must("audit", "checkpoint", "--since", "0"), encoding)
    (place(seen) / "asked.eml").write_bytes(asked)
    signed = letter(seen.must(*SIGN, "asked.eml"), encoding)
    (place(seen) / "signed.eml").write_bytes(signed)
    assert "bears witness to" in seen.must("audit", "cosign", "signed.eml")


def test_a_witness_that_forgot_says_so_and_signs_nothing(seen: Terminal) -> None:
    cosigned(seen)
    memory = place(seen) / "zeuge" / "zeuge.json"
    before = memory.read_text()
    name, log = next(iter(json.loads(before).items()))
    for wrong in (
        "{",
        "",
        json.dumps({name: {**log, "root": "x" * 64}}),
        json.dumps({name: {**log, "root": log["root"][:-2]}}),
        json.dumps({name: {**log, "key": "x"}}),
    ):
        memory.write_text(wrong)
        for words in (["neu.txt"], ["--log", log["key"]]):
            assert "put it back from a backup" in seen.refused(*SIGN, *words)
        assert memory.read_text() == wrong
    memory.write_text(before)
    own = seen.must(*SIGN).strip()
    assert "no key of a log" in seen.refused(*SIGN, "--log", own)


def test_a_witness_follows_the_log_and_nothing_else(seen: Terminal) -> None:
    cosigned(seen)
    size = json.loads((place(seen) / "zeuge" / "zeuge.json").read_text())
    (old,) = [str(one["size"]) for one in size.values()]
    early = keep(seen, "early.txt", seen.must("audit", "checkpoint", "--since", "0"))
    seen.must("person", "add", "Frau Neu")
    later = seen.must("audit", "checkpoint", "--since", "0")
    assert "proves that this continues" in seen.refused(
        *SIGN, keep(seen, "later.txt", later)
    )
    cosigned(seen, old)
    assert "A log never shrinks" in seen.refused(*SIGN, early)


def test_a_witness_needs_a_name_and_a_log(founded: Terminal) -> None:
    assert "--name" in founded.refused(*SIGN)
    assert "no key of a witness" in founded.refused(*SIGN, "--name", "a b")
    founded.must(*SIGN, "--name", "a/b")
    file = keep(founded, "c.txt", founded.must("audit", "checkpoint", "--since", "0"))
    assert "never named the key" in founded.refused(*SIGN, file)
    assert "no key of a log" in founded.refused(*SIGN, "--log", "abc")
    assert "no signed checkpoint" in founded.refused(
        *SIGN, keep(founded, "x.txt", "old")
    )


def test_what_does_not_fit_is_not_kept(seen: Terminal) -> None:
    good = (place(seen) / cosigned(seen)).read_text("utf-8")
    dash = good.rindex("—")
    wrong = (
        f"{good[: dash + 40]}{'B' if good[dash + 40] == 'A' else 'A'}"
        + (good[dash + 41 :])
    )
    for said, why in (
        ("nothing", "no signed checkpoint"),
        (wrong, "Not kept"),
        (good[:dash], "no organisation bears witness"),
        (good.replace("127.0.0.1/log", "else/log", 1), "belongs to the log else/log"),
    ):
        assert why in seen.refused("audit", "cosign", keep(seen, "x.txt", said))
    seen.must("person", "add", "Frau Neu")
    rows = good.split("\n")
    rows[1] = str(int(rows[1]) + 1)
    odd = keep(seen, "x.txt", "\n".join(rows))
    assert "no checkpoint of" in seen.refused("audit", "cosign", odd)


def test_what_was_signed_tomorrow_is_not_kept(seen: Terminal) -> None:
    here, seen.clock = seen.clock, SetClock(MORNING + timedelta(hours=1))
    asked = keep(seen, "c.txt", seen.must("audit", "checkpoint", "--since", "0"))
    late = keep(seen, "late.txt", seen.must(*SIGN, asked))
    seen.clock = here
    assert "in the future" in seen.refused("audit", "cosign", late)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE cosignature SET line = replace(line, 'zeuge', 'andere')",
        "UPDATE cosignature SET line = 'x'",
        "UPDATE cosignature SET key = 'x'",
        "UPDATE cosignature SET number = 99",
    ],
)
def test_what_no_witness_signed_is_found(seen: Terminal, change: str) -> None:
    seen.must("audit", "cosign", cosigned(seen))
    with closing(sqlite3.connect(seen.folder / "faden.db")) as db, db:
        db.execute(change)
    found = seen.call("audit", "fsck")
    assert found.code == 2
    assert "was not signed by a witness" in found.out
