"""People sign in at the provider of their county, and nobody is made by it."""

from __future__ import annotations

from aiohttp.test_utils import TestServer

from adapters.office.signins import What
from tests.adapters.oidc.conftest import Guest
from tests.adapters.oidc.house import House
from tests.auenland import Auenland


async def test_the_page_offers_it_by_name(guest: Guest) -> None:
    _, page = await guest.get("/anmelden")
    assert "Anmelden mit Kreisanmeldung" in page
    assert 'href="/anmelden/haus"' in page


async def test_whoever_is_known_by_a_verified_address_is_let_in(
    here: Auenland, house: House, guest: Guest
) -> None:
    house.mail = "KERN@Kreis-Auenland.example"
    status, page = await guest.sign_in(house)
    assert status == 200
    assert "Frau Kern" in page
    (note,) = here.faden.store.office.signins.newest(9)
    assert (note.person, note.what, note.way) == ("p-kern", What.IN, "oidc")


async def test_afterwards_the_name_at_the_provider_counts_and_no_address(
    here: Auenland, house: House, server: TestServer, guest: Guest
) -> None:
    await guest.sign_in(house)
    house.mail = "neuer.name@kreis-auenland.example"
    async with Guest(here, server) as again:
        assert "Frau Kern" in (await again.sign_in(house))[1]


async def test_an_address_that_went_to_somebody_else_lets_nobody_in(
    here: Auenland, house: House, server: TestServer, guest: Guest
) -> None:
    await guest.sign_in(house)
    house.subject = "sub-2"
    async with Guest(here, server) as other:
        status, page = await other.sign_in(house)
        assert status == 403
        assert "Frau Kern" not in page


async def test_whoever_is_not_known_is_told_what_to_do_and_not_made(
    here: Auenland, house: House, guest: Guest
) -> None:
    house.mail = "fremd@anderswo.example"
    status, page = await guest.sign_in(house)
    assert status == 403
    assert "fremd@anderswo.example für Sie eintragen" in page
    assert "Sie sind nicht angemeldet" in (await guest.get("/"))[1]
    office = here.faden.store.office
    assert office.identities.by_subject(house.issuer, house.subject) is None
    assert [one.what for one in office.signins.newest(9)] == [What.REFUSED]


async def test_an_address_that_was_not_verified_does_not_count(
    house: House, guest: Guest
) -> None:
    for said in (False, None, "true", 1):
        house.is_verified = said
        status, page = await guest.sign_in(house)
        assert status == 403
        assert "keine bestätigte Mailadresse" in page


async def test_it_leads_back_to_where_one_wanted_to_go(
    house: House, guest: Guest
) -> None:
    await guest.get("/zusagen?forum=wasser")
    code, state = house.agree(await guest.set_out())
    where = guest.url(f"/anmelden/zurueck?code={code}&state={state}")
    async with guest.session.get(where, allow_redirects=False) as answer:
        assert answer.headers["Location"] == "/zusagen?forum=wasser"


async def test_a_provider_that_wants_the_secret_in_the_form_gets_it_there(
    house: House, guest: Guest
) -> None:
    house.methods = ("client_secret_post",)
    assert "Frau Kern" in (await guest.sign_in(house))[1]


async def test_keys_are_asked_for_once_an_hour_and_when_they_change(
    here: Auenland, house: House, server: TestServer, guest: Guest
) -> None:
    for _ in range(3):
        async with Guest(here, server) as other:
            await other.sign_in(house)
    assert house.asked.count("keys") == house.asked.count("metadata") == 1
    house.rotate()
    here.watch.forward(minutes=1)
    assert "Frau Kern" in (await guest.sign_in(house))[1]
    assert house.asked.count("keys") == 2
    here.watch.forward(hours=1)
    await guest.sign_in(house)
    assert house.asked.count("keys") == house.asked.count("metadata") + 1 == 3
