"""Mail addresses on pages: one's own is confirmed, nobody enters as somebody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp.test_utils import TestServer

from adapters.office.mailboxes import GUESSES, LIFE
from adapters.web.door import Door
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import letters, open_door
from tests.auenland import Auenland

NEW = "Lange@Lindgrund.example"
OWN = "/einstellungen/mail"
OTHERS = "/mitglieder/mail"


@pytest.fixture
async def server(here: Auenland) -> AsyncIterator[TestServer]:
    """Mail goes out."""
    async with open_door(here, Door(mail=True)) as served:
        yield served


def address_of(here: Auenland, person: str) -> str | None:
    return here.faden.store.office.identities.mail_of(person)


def code_of(here: Auenland, person: str) -> str:
    """Return the code, as whoever brings the letter makes it."""
    return here.faden.store.office.mailboxes.code(person, here.watch()).result()


async def test_ones_own_address_holds_once_the_code_is_typed(
    here: Auenland, lange: Visitor
) -> None:
    status, page = await lange.post(OWN, {"address": NEW})
    assert status == 200
    assert "Der Code, der an lange@lindgrund.example ging" in page
    assert address_of(here, "p-lange") is None
    (letter,) = letters(here, "p-lange", "mail")
    code = code_of(here, "p-lange")
    assert code not in letter
    status, page = await lange.post(OWN, {"code": "0000 0000"})
    assert (status, "Das ist nicht der Code." in page) == (409, True)
    status, page = await lange.post(OWN, {"code": code.replace(" ", "")})
    assert (status, "Bestätigt." in page) == (200, True)
    assert "Links zum Anmelden gehen an lange@lindgrund.example." in page
    assert address_of(here, "p-lange") == NEW.casefold()
    assert (await lange.post(OWN, {"code": code}))[0] == 409


async def test_a_code_is_void_after_an_hour_and_after_some_guesses(
    here: Auenland, lange: Visitor
) -> None:
    await lange.post(OWN, {"address": NEW})
    code = code_of(here, "p-lange")
    here.watch.now += LIFE - timedelta(seconds=1)
    for _ in range(GUESSES):
        assert "nicht der Code" in (await lange.post(OWN, {"code": "1"}))[1]
    assert "gilt nicht mehr" in (await lange.post(OWN, {"code": code}))[1]
    code = code_of(here, "p-lange")
    here.watch.now += LIFE
    assert "gilt nicht mehr" in (await lange.post(OWN, {"code": code}))[1]
    _, page = await lange.post(OWN, {"drop": "1"})
    assert "Der Code" not in page


async def test_what_is_no_address_is_said_and_kept(
    here: Auenland, lange: Visitor
) -> None:
    status, page = await lange.post(OWN, {"address": "lange@rathaus"})
    assert status == 409
    assert "lange@rathaus ist keine Mailadresse." in page
    assert 'value="lange@rathaus"' in page
    assert letters(here, "p-lange", "mail") == []


async def test_an_address_of_somebody_else_is_not_taken_away(
    here: Auenland, lange: Visitor
) -> None:
    office = here.faden.store.office
    await asyncio.to_thread(
        office.identities.put_mail("p-kern", NEW, here.watch()).result
    )
    await lange.post(OWN, {"address": NEW})
    _, page = await lange.post(OWN, {"code": code_of(here, "p-lange")})
    assert "schon jemand anderes bekannt" in page
    assert address_of(here, "p-kern") == NEW.casefold()


async def test_coordination_sees_who_has_none_and_enters_it(
    here: Auenland, kern: Visitor, vogt: Visitor
) -> None:
    _, page = await kern.get("/mitglieder")
    assert "haben noch keine Mailadresse" in page
    assert 'action="/mitglieder/mail"' not in (await vogt.get("/mitglieder"))[1]
    newcomer = {"person": "p-lindner", "address": "lindner@lindgrund.example"}
    assert (await vogt.post(OTHERS, newcomer))[0] == 404
    _, page = await kern.post(OTHERS, newcomer)
    assert 'value="lindner@lindgrund.example"' in page
    assert address_of(here, "p-lindner") == "lindner@lindgrund.example"
    status, page = await kern.post(OTHERS, {**newcomer, "address": "lindner@"})
    assert (status, "lindner@ ist keine Mailadresse." in page) == (422, True)
    status, page = await kern.post(OTHERS, {**newcomer, "person": "p-lange"})
    assert (status, "schon jemand anderes bekannt" in page) == (422, True)
    assert (await kern.post(OTHERS, {"person": "p-nobody", "address": NEW}))[0] == 404
    await kern.post(OTHERS, {**newcomer, "address": ""})
    assert address_of(here, "p-lindner") is None


async def test_of_whoever_has_been_here_coordination_only_proposes_it(
    here: Auenland, kern: Visitor, vogt: Visitor
) -> None:
    proposed = {"person": "p-vogt", "address": "kern@kreis.example"}
    _, page = await kern.post(OTHERS, proposed)
    assert "kern@kreis.example ist noch zu bestätigen" in page
    assert address_of(here, "p-vogt") is None
    assert "kern@kreis.example" in (await vogt.get("/einstellungen"))[1]
    await vogt.post(OWN, {"code": code_of(here, "p-vogt")})
    assert address_of(here, "p-vogt") == "kern@kreis.example"


async def test_where_no_mail_goes_out_it_says_so(here: Auenland) -> None:
    async with (
        open_door(here, Door()) as served,
        Visitor(here, served) as kern,
        Visitor(here, served) as vogt,
    ):
        await kern.enter("p-kern")
        await vogt.enter("p-vogt")
        _, page = await vogt.get("/einstellungen")
        assert "Von hier gehen keine Mails hinaus" in page
        assert (await vogt.post(OWN, {"address": NEW}))[0] == 404
        proposed = {"person": "p-vogt", "address": NEW}
        status, page = await kern.post(OTHERS, proposed)
        assert (status, "„faden mail“" in page) == (422, True)
