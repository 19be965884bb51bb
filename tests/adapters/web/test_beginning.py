"""From nothing to a forum with people, without reading anything."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestServer

from adapters.main import Faden
from adapters.web.app import build
from adapters.web.door import Door
from projections import people
from projections.viewer import MACHINE
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import errands, letters, open_door
from tests.auenland import Auenland, Watch

MAILED = "neu@birkfeld.example"
TICKET = "only-once"
FOUNDED = {"name": "Werra-Meißner-Kreis", "coordinator": "Frau Kern"}
ESCHWEGE, WITZENHAUSEN = "06636003", "06636016"


@pytest.fixture
async def first(tmp_path: Path) -> AsyncIterator[Visitor]:
    """Whoever opens the pages of an empty store."""
    watch = Watch()
    here = Auenland(Faden.open(tmp_path, clock=watch), watch)
    server = TestServer(build(here.faden, founding=TICKET))
    await server.start_server()
    async with Visitor(here, server) as visitor:
        yield visitor
    await server.close()
    here.faden.close()


def sent(**fields: str) -> dict[str, str]:
    return {"ref": str(uuid4()), **fields}


async def test_the_first_page_says_where_to_begin(first: Visitor) -> None:
    assert "Es gibt noch keine Region" in (await first.get("/"))[1]
    status, page = await first.get("/gruenden/guessed")
    assert status == 410
    assert "führt nirgendwohin mehr" in page
    assert (await first.post("/gruenden/guessed", FOUNDED))[0] == 410
    status, page = await first.get(f"/gruenden/{TICKET}")
    assert status == 200
    assert "16 Kommunen" in page


async def test_a_name_that_is_missing_is_asked_for_again(first: Visitor) -> None:
    fields = {"name": "Mein Kreis", "coordinator": " "}
    status, page = await first.post(f"/gruenden/{TICKET}", fields)
    assert status == 422
    assert 'value="Mein Kreis"' in page


async def test_every_step_can_be_taken_twice(first: Visitor) -> None:
    status, page = await first.post(f"/gruenden/{TICKET}", FOUNDED)
    assert status == 200
    assert "Erste Schritte" in page
    assert (await first.post(f"/gruenden/{TICKET}", FOUNDED))[0] == 410
    members = {f"org.{ESCHWEGE}": "joins", f"org.{WITZENHAUSEN}": "ask"}
    water = {"name": "Wasser", "purpose": "Gemeinsam", "days": "56"}
    seats = {f"seat.{ESCHWEGE}": "1"}
    mayor = {"name": "Frau Beispiel", "org": ESCHWEGE, "role": "mayor"}
    for _ in range(2):
        fields = sent(basis="Schreiben vom 3. März", **members)
        status, page = await first.post("/anfang/mitglieder", fields)
        assert status == 200
        status, page = await first.post("/anfang/forum", sent(**water, **seats))
        assert status == 200
        status, page = await first.post("/anfang/personen", sent(**mayor))
        assert status == 200
    with first.here.faden.reading() as db:
        paths = {row.org: row.path for row in people.organisations(db, MACHINE)}
        assert paths[ESCHWEGE] == "member"
        assert paths[WITZENHAUSEN] == "invited"
        assert len(paths) == 3
        (forum,) = people.forums(db, MACHINE)
        assert (forum.name, forum.cadence_days) == ("Wasser", 56)
        assert [one.org for one in people.seats(db, forum.forum)] == [ESCHWEGE]
        held = people.given_by(db, ESCHWEGE, first.here.faden.today())
    assert [one.role for one in held] == ["mayor"]
    link = re.search(r"<kbd>(http\S+)</kbd>", page)
    assert link
    assert "/enter/" in link[1]
    assert "Eschwege</strong>: Beispiel" in page


async def test_what_is_refused_or_missing_keeps_what_was_typed(first: Visitor) -> None:
    await first.post(f"/gruenden/{TICKET}", FOUNDED)
    nobody = sent(name="", org="06636", role="clerk")
    assert (await first.post("/anfang/personen", nobody))[0] == 422
    fields = sent(**{f"org.{ESCHWEGE}": "joins"})
    status, page = await first.post("/anfang/mitglieder", fields)
    assert status == 409
    assert 'role="alert"' in page
    assert '<option value="joins" selected>' in page
    odd = sent(name="Bauen", purpose="", days="1")
    status, page = await first.post("/anfang/forum", odd)
    assert status == 409
    assert 'value="Bauen"' in page
    wrong = sent(name="Frau Neu", org="nirgends", role="clerk")
    status, page = await first.post("/anfang/personen", wrong)
    assert status == 409
    assert 'value="Frau Neu"' in page


async def test_whoever_was_here_and_has_a_way_in_gets_no_link_here(
    here: Auenland,
) -> None:
    async with (
        open_door(here, Door(mail=True)) as server,
        Visitor(here, server) as kern,
        Visitor(here, server) as lange,
    ):
        await kern.enter("p-kern")
        await lange.enter("p-lange")
        identities = here.faden.store.office.identities
        identities.put_mail("p-lange", "l@l.example", here.watch()).result()
        fields = sent(name="BM Lange", org="lindgrund", role="mayor")
        _, page = await kern.post("/anfang/personen", fields)
        assert "darf jetzt dort handeln" in page
        assert "/enter/" not in page


async def test_only_coordination_takes_the_steps(vogt: Visitor, first: Visitor) -> None:
    assert (await vogt.get("/anfang"))[0] == 404
    for path in ("/anfang/mitglieder", "/anfang/forum", "/anfang/personen"):
        assert (await vogt.post(path, sent()))[0] == 404
        assert (await first.post(path, sent()))[0] == 403
    assert "nicht angemeldet" in (await first.get("/anfang"))[1]


async def test_people_let_in_get_their_link_by_mail(here: Auenland) -> None:
    async with (
        open_door(here, Door(mail=True)) as server,
        Visitor(here, server) as kern,
    ):
        await kern.enter("p-kern")
        new = {"name": "Frau Neu", "org": "birkfeld", "role": "clerk"}
        _, page = await kern.post("/anfang/personen", sent(mail="neu@", **new))
        assert "Das ist keine Mailadresse" in page
        assert 'value="neu@"' in page
        fields = sent(mail="Neu@Birkfeld.example", **new)
        _, page = await kern.post("/anfang/personen", fields)
        assert "bekommt jetzt einen Link an Neu@Birkfeld.example" in page
        assert "/enter/" not in page
        identities = here.faden.store.office.identities
        person = str(identities.by_mail("neu@birkfeld.example"))
        assert len(letters(here, person, "mail")) == 1
        other = sent(name="Frau Alt", org="birkfeld", role="clerk", mail=MAILED)
        assert (await kern.post("/anfang/personen", other))[0] == 409
        assert identities.by_mail(MAILED) == person
        lange = sent(name="BM Lange", org="lindgrund", role="mayor", mail="l@l.example")
        here.say("p-lange", "Info: war schon hier")
        _, page = await kern.post("/anfang/personen", lange)
        assert identities.mail_of("p-lange") is None


async def test_whoever_founds_gets_in_again_by_mail(tmp_path: Path) -> None:
    watch = Watch()
    here = Auenland(Faden.open(tmp_path, clock=watch), watch)
    app = build(here.faden, founding=TICKET, door=Door(mail=True))
    server = TestServer(app)
    await server.start_server()
    async with Visitor(here, server) as first:
        place = f"/gruenden/{TICKET}"
        wrong = {**FOUNDED, "mail": "kern"}
        assert (await first.post(place, wrong))[0] == 422
        await first.post(place, {**FOUNDED, "mail": "kern@kreis.example"})
        await first.post("/leave", {})
        await first.post("/anmelden", {"who": "kern@kreis.example"})
        await errands(server)
    person = str(here.faden.store.office.identities.by_mail("kern@kreis.example"))
    assert len(letters(here, person, "mail")) == 1
    await server.close()
    here.faden.close()
