"""The proof of a decision as a file: from the page, from the command, and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from adapters.cli.call import Call
from adapters.cli.run import run
from core.checkpoint import parse_proof, proves
from core.decision.events import SETTLED
from core.ed25519 import verify
from core.note import Key, MalformedError
from tests.adapters.audit.damage import run as changed
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.taking import named, verified
from tests.auenland import Auenland, found
from tests.bots.deciding import accepted


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Auenland]:
    """Auenland, where B1 was adopted and signed at once."""
    data = tmp_path / "data"
    county = found(data, key=Place(data / "log.key", "127.0.0.1/log"))
    accepted(county)
    county.say("p-kern", "Info: Die Waage steht in Auenburg")
    yield county
    county.faden.close()


def sealing(here: Auenland) -> Sealing:
    """Return what signs."""
    assert here.faden.sealing is not None
    return here.faden.sealing


def settled(here: Auenland) -> int:
    """Return the entry by which B1 was settled last."""
    entries = here.faden.store.journal.stream("decision:B1")
    return [one.position for one in entries if isinstance(one.event, SETTLED)][-1]


def is_proved(file: bytes, key: Key) -> bool:
    """Return what whoever knows the key of the log says of a file."""
    try:
        proof = parse_proof(file.decode("utf-8"))
    except (MalformedError, UnicodeDecodeError):
        return False
    return proof.extra is not None and proves(proof, proof.extra, key, verify)


async def test_the_page_of_a_decision_gives_its_proof(
    kern: Visitor, here: Auenland, tmp_path: Path
) -> None:
    _, page = await kern.get("/item/B1")
    assert 'href="/verlauf/B1?als=beweis" download' in page
    async with kern.session.get(kern.url("/verlauf/B1?als=beweis")) as answer:
        file = await answer.read()
    entry = settled(here)
    assert named(answer) == f"B1-Eintrag-{entry}.tlog-proof"
    key = sealing(here).make().key
    assert is_proved(file, key)
    proof = parse_proof(file.decode())
    assert proof.index == entry - 1
    assert b'"stream":"decision:B1"' in (proof.extra or b"")
    out = StringIO()
    call = Call(language="de", cwd=tmp_path, out=out, faden=here.faden)
    assert run(["audit", "proof", "b1"], call) == 0
    assert out.getvalue().encode() == file
    (tmp_path / "B1.tlog-proof").write_bytes(file)
    assert run(["audit", "bundle", "all.jsonl"], call) == 0
    whole = (tmp_path / "all.jsonl").read_bytes()
    code, said = await verified(tmp_path, whole, "--against", "B1.tlog-proof")
    assert code == 0
    assert "fort, den Sie aufgehoben haben" in said
    leaf = (proof.extra or b"").replace(b"decision:B1", b"decision:B2")
    (tmp_path / "B2.tlog-proof").write_text(replace(proof, extra=leaf).written())
    code, said = await verified(tmp_path, whole, "--against", "B2.tlog-proof")
    assert code == 2
    assert "B2.tlog-proof beweist den Eintrag nicht" in said


async def test_a_single_changed_byte_proves_nothing(
    kern: Visitor, here: Auenland
) -> None:
    key = sealing(here).make().key
    file = (await kern.get("/verlauf/B1?als=beweis"))[1].encode()
    assert is_proved(file, key)
    for at in range(0, len(file), 7):
        flipped = file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :]
        assert not is_proved(flipped, key), file[at - 9 : at + 9]


async def test_every_step_has_a_proof_once_it_is_signed(
    kern: Visitor, here: Auenland
) -> None:
    _, page = await kern.get("/verlauf/B1")
    link = re.findall(r'href="(/verlauf/B1[^"]*als=beweis)"', page)[0]
    _, file = await kern.get(link.replace("&amp;", "&"))
    assert parse_proof(file).index < settled(here) - 1
    assert (await kern.get("/verlauf/I1?als=beweis"))[0] == 404  # signed by nobody
    sealing(here).make()
    assert (await kern.get("/verlauf/I1?als=beweis"))[0] == 200


async def test_what_was_changed_is_not_proved(kern: Visitor, here: Auenland) -> None:
    file, entry = here.faden.store.folder / "faden.db", settled(here)
    there = "UPDATE event SET recorded_at = recorded_at + 1 WHERE position = ?"
    assert changed(file, there, entry) == 1
    status, page = await kern.get("/verlauf/B1?als=beweis")
    assert status == 500
    assert f"Eintrag {entry}" in page
