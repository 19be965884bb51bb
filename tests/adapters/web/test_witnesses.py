"""Who else signs is shown to everybody; what they signed is handed in on a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import FormData

from adapters.audit.sealing import Sealing
from adapters.audit.signing import Place
from adapters.audit.witnessing import Witness
from adapters.founding import orders
from adapters.founding.rotating import stream_of
from core.log import NameWitness
from core.ports import Circle
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


@pytest.fixture
def witness(here: Auenland, tmp_path: Path) -> Witness:
    """The witness of Birkfeld, who trusts the log; a checkpoint was made."""
    made = Witness(tmp_path / "zeuge", "birkfeld.example/zeuge")
    named = NameWitness(org="birkfeld", key=made.key.written())
    orders.give(here.faden, stream_of(here.faden), named, circle=Circle.PUBLIC)
    place = Place(tmp_path / "log.key", "auenland.example/log")
    made.trust(Sealing(here.faden.store, here.faden.desk, place).make().key)
    return made


def signed(witness: Witness, here: Auenland, said: str) -> str:
    """Let the witness sign what was downloaded."""
    note, _ = witness.answer(said.encode(), int(here.watch().timestamp()))
    return note.written()


async def test_what_is_pasted_is_checked_and_shown(
    vogt: Visitor, stranger: Visitor, witness: Witness, here: Auenland
) -> None:
    _, page = await stranger.get("/zeugen")
    assert "Noch bezeugt keine Organisation" in page
    assert "in letzter Zeit nichts" in page
    assert "<form" not in page.split("<main")[1]
    assert "auenland.example/log+" in page.split("Der Schlüssel des Protokolls:")[1]
    status, said = await vogt.get("/pruefstand?seit=0")
    assert status == 200
    text = signed(witness, here, said)
    status, page = await vogt.post("/zeugen", {"text": text})
    assert status == 200
    assert "Birkfeld bezeugt Prüfstand" in page
    assert "bezeugt von 1 der 6 Mitglieder" in page
    assert "war schon bekannt" in (await vogt.post("/zeugen", {"text": text}))[1]
    assert "birkfeld.example/zeuge" in (await stranger.get("/pruefstand"))[1]
    assert "bezeugt von 1 der 6" in (await stranger.get("/selbst-pruefen"))[1]


async def test_what_is_uploaded_is_checked_too(
    vogt: Visitor, witness: Witness, here: Auenland
) -> None:
    text = signed(witness, here, (await vogt.get("/pruefstand?seit=0"))[1])
    form = FormData()
    form.add_field("text", "")
    form.add_field("file", text.encode(), filename="bezeugt.txt")
    own = {"Origin": vogt.url(""), "Sec-Fetch-Site": "same-origin"}
    async with vogt.session.post(vogt.url("/zeugen"), data=form, headers=own) as answer:
        assert answer.status == 200
        assert "Birkfeld bezeugt" in await answer.text()


async def test_what_does_not_fit_is_said_and_not_kept(
    vogt: Visitor, stranger: Visitor, witness: Witness, here: Auenland
) -> None:
    plain = (await vogt.get("/pruefstand"))[1]
    for text, why in (
        ("", "kein unterschriebener Prüfstand"),
        (plain, "bezeugt keine Organisation"),
        (signed(witness, here, plain).replace("auenland", "anders", 1), "gehört zum"),
    ):
        status, page = await vogt.post("/zeugen", {"text": text})
        assert (status, why in page) == (400, True)
        assert text.strip().rpartition("\n")[2] in page
    _, page = await stranger.post("/zeugen", {"text": signed(witness, here, plain)})
    assert "Birkfeld bezeugt" not in page


async def test_a_later_checkpoint_brings_its_proof(
    vogt: Visitor, witness: Witness, here: Auenland, tmp_path: Path
) -> None:
    first = (await vogt.get("/pruefstand?seit=0"))[1]
    size = int(first.split("\n")[3])
    signed(witness, here, first)
    here.say("p-vogt", "Info: Die Waage steht")
    here.say("p-vogt", "ja")
    place = Place(tmp_path / "log.key", "auenland.example/log")
    Sealing(here.faden.store, here.faden.desk, place).make()
    assert signed(witness, here, (await vogt.get(f"/pruefstand?seit={size}"))[1])
    assert (await vogt.get("/pruefstand?seit=999999"))[0] == 200
    assert (await vogt.get("/pruefstand?seit=x"))[0] == 400


async def test_without_a_checkpoint_there_is_nothing_to_sign(kern: Visitor) -> None:
    assert (await kern.get("/pruefstand?seit=0"))[0] == 404
    assert "Noch bezeugt keine Organisation" in (await kern.get("/zeugen"))[1]


async def test_what_is_pasted_into_the_chat_is_handed_in(
    vogt: Visitor, witness: Witness, here: Auenland
) -> None:
    text = signed(witness, here, (await vogt.get("/pruefstand?seit=0"))[1])
    (said,) = here.say("p-vogt", f"Hier unser Prüfstand:\n{text}")
    assert said.startswith("Birkfeld bezeugt Prüfstand")
    (again,) = here.say("p-lange", text)
    assert "war schon bekannt" in again
    (odd,) = here.say("p-vogt", text.replace("auenland", "anders", 1))
    assert odd.startswith("Nicht aufgenommen: Das gehört zum Protokoll anders")
