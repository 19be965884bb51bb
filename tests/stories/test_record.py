"""The record of B7, as an auditor, an erased name and a forger meet it.

B7 is looked at on three days; a councillor's name goes out of an objection; one byte is
changed with an editor; somebody writes the log anew and signs it with the right key.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path
from typing import Final

import pytest

from adapters.audit.signing import Place
from adapters.clock import SetClock
from adapters.journal import leaf
from adapters.main import Faden
from core import text
from core.grounds import Ground
from tests.adapters.cli.terminal import Terminal
from tests.adapters.erasing.scene import entries
from tests.auenland import Auenland, found
from tests.bots.deciding import both
from tests.bots.sludge import lived, past

FIVE: Final = ("p-burg", "p-lange", "p-vogt", "p-roth", "p-mueller")
VERIFIER: Final = Path(__file__).parents[2] / "deploy" / "verify.py"
NAME: Final = "Zwetschgenbaum"
OBJECTION: Final = f"B7 Einwand: Frau {NAME} aus unserem Rat sieht 38 km Transport"
PROPOSAL: Final = (
    "Beschlussvorschlag: Klärschlamm ab 2029 gemeinsam energetisch verwerten. "
    "Konsent, bis 12.5., Wiedervorlage 2 Jahre"
)


def decided(here: Auenland) -> None:
    """Let B7 be proposed on 17 March, resolved on the 20th, and approved in April."""
    both(here, "p-kern", PROPOSAL)
    both(here, "p-mueller", OBJECTION)
    here.watch.forward(days=3)
    both(here, "p-mueller", "B7 Einwand erledigt")
    for who in FIVE:
        both(here, who, "B7 einverstanden")
    both(here, "p-kern", "B7 auszählen")
    here.watch.forward(days=25)  # 14 April
    for who in FIVE[:3]:
        both(here, who, "B7 Gemeindevertretung: zugestimmt am 12.4., TOP 2")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland after a year, which signs its log."""
    county = found(tmp_path / "data", past())
    county.faden.close()
    key = Place(tmp_path / "data" / "log.key", "auenland.example/log")
    county.faden = Faden.open(tmp_path / "data", clock=county.watch, key=key)
    lived(county)
    decided(county)
    yield county
    county.faden.close()


@pytest.fixture
def desk(here: Auenland) -> Terminal:
    """The terminal of the auditor, once the server has stopped."""
    here.faden.reactor.settle()
    here.faden.close()
    return Terminal(here.faden.store.folder, "de", SetClock(here.watch()))


def alone(desk: Terminal, *words: str) -> int:
    """Check with the one file and nothing of Faden; return the exit code."""
    lonely = [sys.executable, "-I", "-S", str(VERIFIER), *words]
    done = subprocess.run(
        lonely, cwd=desk.folder.parent, capture_output=True, check=False
    )
    return done.returncode


def checked(desk: Terminal, code: int, *words: str) -> str:
    """Check both ways, which say the same; return what is said."""
    printed = desk.call("audit", "verify", *words)
    assert printed.code == alone(desk, *words) == code, printed
    return printed.out


def steps(desk: Terminal, day: str) -> list[str]:
    """Return the entries of B7 that the auditor is shown as of ``day``."""
    told = desk.must("audit", "replay", "B7", "--as", "Prüfer", "--at", day)
    return re.findall(r"Eintrag (\d+): unverändert", told)


def test_b7_is_looked_at_on_three_days(desk: Terminal) -> None:
    first, second, third = (
        steps(desk, day) for day in ("2027-03-17", "2027-03-20", "2027-04-14")
    )
    assert 0 < len(first) < len(second) < len(third)
    assert third[: len(second)] == second
    assert second[: len(first)] == first
    assert steps(desk, "2027-03-20") == second
    late = desk.must("audit", "replay", "B7", "--as", "Prüfer")
    assert "erfasst" in late  # on the 14th for the 12th
    assert "faden audit replay" in desk.must("audit", "list", "lookups")


def test_a_name_is_erased_and_every_proof_holds(here: Auenland, desk: Terminal) -> None:
    desk.must("audit", "bundle", "alt.jsonl")
    here.faden = Faden.open(desk.folder, clock=here.watch)
    ((entry, field),) = entries(here, NAME, "decision:")
    erasure = text.Erase(field=field, ground=Ground.OBJECTION)
    here.order(f"text:{entry}", text.Offer(field=field))
    here.order(f"text:{entry}", erasure)
    assert here.faden.erasing.carry_out()
    here.faden.close()
    assert "IN ORDNUNG" in checked(desk, 0, "alt.jsonl")
    desk.must("audit", "bundle", "neu.jsonl")
    told = checked(desk, 0, "neu.jsonl", "--against", "alt.jsonl")
    assert f"Eintrag {entry}: " in told
    assert "gelöscht" in told
    assert NAME not in (desk.folder.parent / "neu.jsonl").read_text("utf-8")
    assert NAME in (desk.folder.parent / "alt.jsonl").read_text("utf-8")
    assert desk.must("audit", "fsck") == ""


def edited(file: Path, old: bytes, new: bytes) -> None:
    """Change a file with an editor, where ``old`` stands first."""
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, 1))


def test_one_byte_is_found_three_ways(desk: Terminal) -> None:
    desk.must("audit", "bundle", "alles.jsonl")
    old, new = b'"stance":"yes"', b'"stance":"yet"'
    edited(desk.folder.parent / "alles.jsonl", old, new)
    assert "UNGÜLTIG" in checked(desk, 2, "alles.jsonl")
    edited(desk.folder / "faden.db", old, new)
    assert desk.call("audit", "fsck").code == 2
    assert "nicht mehr, was geschrieben wurde" in desk.refused(
        "audit", "bundle", "neu.jsonl", "--public"
    )


def forged(folder: Path) -> None:
    """Write history anew in the database, with hashes that fit, as its keeper could."""
    with closing(sqlite3.connect(folder / "faden.db")) as db, db:
        columns = "position, kind, recorded_at, stream, version, state"
        at, kind, recorded, stream, version, state = db.execute(
            f"SELECT {columns} FROM event"  # noqa: S608
            " WHERE stream = 'decision:B7' AND instr(state, '\"stance\":\"yes\"')"
        ).fetchone()
        other = bytes(state).replace(b'"stance":"yes"', b'"stance":"no"')
        hashed = leaf.leaf_hash(leaf.header(kind, recorded, stream, version), other)
        db.execute(
            "UPDATE event SET state = ?, leaf_hash = ? WHERE position = ?",
            (other, hashed, at),
        )
        db.execute("DELETE FROM checkpoint")


def test_a_forged_log_is_exposed_by_an_old_mail(here: Auenland, desk: Terminal) -> None:
    here.faden = Faden.open(desk.folder, clock=here.watch)
    told = [message.plain for _, message in here.thread("p-lange")]
    letter = [one for one in told if "B7" in one and "Prüfstand" in one][-1]
    here.faden.close()
    mail = EmailMessage()
    mail["Subject"] = "B7"
    mail.set_content(letter)
    (desk.folder.parent / "mail.eml").write_bytes(mail.as_bytes())
    desk.must("audit", "bundle", "vorher.jsonl", "--public")
    checked(desk, 0, "vorher.jsonl", "--against", "mail.eml")
    forged(desk.folder)
    desk.must("audit", "bundle", "nachher.jsonl", "--public")
    assert "IN ORDNUNG" in checked(desk, 0, "nachher.jsonl")
    exposed = checked(desk, 3, "nachher.jsonl", "--against", "mail.eml")
    assert exposed.lstrip().startswith("WIDERSPRUCH")
