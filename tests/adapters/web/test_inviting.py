"""Inviting: nothing by accident, nobody from elsewhere, nothing silently lost."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

from aiohttp.test_utils import TestServer

from adapters.main import Faden
from adapters.web.app import build
from core.facts import Power
from core.organisation import Role
from core.ports import Card
from projections import people
from projections.viewer import MACHINE
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland, Watch

TICKET = "only-once"
ESCHWEGE, WITZENHAUSEN = "06636003", "06636016"
MEMBERS = "/anfang/mitglieder"


@asynccontextmanager
async def founded(folder: Path, name: str) -> AsyncIterator[Visitor]:
    """Whoever has just founded a region of that name."""
    watch = Watch()
    here = Auenland(Faden.open(folder, clock=watch), watch)
    server = TestServer(build(here.faden, founding=TICKET))
    await server.start_server()
    async with Visitor(here, server) as visitor:
        fields = {"name": name, "coordinator": "Frau Kern"}
        await visitor.post(f"/gruenden/{TICKET}", fields)
        yield visitor
    await server.close()
    here.faden.close()


def sent(**fields: str) -> dict[str, str]:
    return {"ref": str(uuid4()), **fields}


def paths(visitor: Visitor) -> dict[str, str | None]:
    with visitor.here.faden.reading() as db:
        return {row.org: row.path for row in people.organisations(db, MACHINE)}


def as_shown(page: str) -> dict[str, str]:
    """Return the fields of the form as a browser would send them untouched."""
    chosen = dict.fromkeys(re.findall(r'<select name="(org\.[^"]+)"', page), "")
    assert 'value="ask" selected' not in page
    return chosen


async def test_one_careless_click_invites_nobody(tmp_path: Path) -> None:
    async with founded(tmp_path, "Werra-Meißner-Kreis") as kern:
        _, page = await kern.get("/anfang")
        untouched = as_shown(page)
        assert len(untouched) == 16
        status, page = await kern.post(MEMBERS, sent(**untouched))
        assert (status, "Niemand ist ausgewählt" in page) == (422, True)
        assert len(paths(kern)) == 1
        two = {f"org.{ESCHWEGE}": "ask", f"org.{WITZENHAUSEN}": "ask"}
        await kern.post(MEMBERS, sent(**{**untouched, **two}))
        assert len(paths(kern)) == 3
        _, page = await kern.get("/anfang")
        await kern.post(MEMBERS, sent(all="1", **as_shown(page)))
        assert list(paths(kern).values()).count("invited") == 16


async def test_what_inviting_does_is_said(kern: Visitor) -> None:
    assert "Ein Brief geht nicht hinaus" in (await kern.get("/anfang"))[1]


async def test_another_county_is_not_offered_the_municipalities_of_this_one(
    tmp_path: Path, kern: Visitor
) -> None:
    _, page = await kern.get("/anfang")
    assert "Eschwege" not in page
    assert "Lindgrund" in page
    async with founded(tmp_path, "Kreis Fantasia") as first:
        _, page = await first.get("/anfang")
        assert "Eschwege" not in page
        assert list(paths(first)) == ["kreis-fantasia"]
        _, page = await first.get("/anfang?verzeichnis=1")
        assert "Eschwege" in page


async def test_an_organisation_of_no_list_is_typed(tmp_path: Path) -> None:
    async with founded(tmp_path, "Kreis Fantasia") as first:
        new = {"other.name": "Traumstadt", "other.kind": "Stadt", "basis": "Brief"}
        await first.post(MEMBERS, sent(**new, **{"other.state": "joins"}))
        assert paths(first)["traumstadt"] == "member"
        _, page = await first.get("/anfang")
        assert "Traumstadt" in page


async def test_who_enters_a_member_second_reads_what_counts(
    here: Auenland, server: TestServer, kern: Visitor
) -> None:
    here.admit(
        "p-neu",
        Card(name="Neumann", salutation="Herr"),
        "kreis",
        Role.COORDINATOR,
        frozenset({Power.COORDINATE}),
    )
    new = {"other.name": "Talheim", "other.kind": "Gemeinde", "other.state": "joins"}
    await kern.post(MEMBERS, sent(basis="Schreiben vom 3. März", **new))
    async with Visitor(here, server) as second:
        await second.enter("p-neu")
        status, page = await second.post(MEMBERS, sent(basis="Beschluss", **new))
    assert status == 409
    assert "Talheim ist schon eingetragen: durch Frau Kern am" in page
    assert "„Schreiben vom 3. März“" in page
    same = sent(basis="Schreiben vom 3. März", **new)
    assert (await kern.post(MEMBERS, same))[0] == 200


async def test_a_name_that_is_too_long_is_refused_with_the_limit(
    kern: Visitor,
) -> None:
    long = "N" * 5000
    fields = sent(name=long, org="birkfeld", role="clerk")
    status, page = await kern.post("/anfang/personen", fields)
    assert (status, "höchstens 100 Zeichen" in page, long in page) == (422, True, True)
    fields = sent(name=long, purpose="Gemeinsam", days="56")
    status, page = await kern.post("/anfang/forum", fields)
    assert (status, "120" in page, long in page) == (409, True, True)


async def test_a_region_is_not_founded_under_a_name_that_was_cut(
    tmp_path: Path,
) -> None:
    async with founded(tmp_path, "K" * 101) as nobody:
        assert paths(nobody) == {}
        _, page = await nobody.get(f"/gruenden/{TICKET}")
        assert "Gründen" in page
