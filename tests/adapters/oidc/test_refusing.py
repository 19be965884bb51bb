"""Whatever is not exactly as it must be lets nobody in, and says what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from tests.adapters.oidc.conftest import Guest
from tests.adapters.oidc.house import House
from tests.adapters.oidc.lies import FORGERIES, LIES, Claims
from tests.auenland import Auenland


async def _stays_outside(guest: Guest) -> None:
    assert "Sie sind nicht angemeldet" in (await guest.get("/"))[1]


@pytest.mark.parametrize("lie", LIES)
async def test_a_token_that_says_something_else_lets_nobody_in(
    house: House, guest: Guest, lie: str
) -> None:
    house.bend = LIES[lie]
    status, page = await guest.sign_in(house)
    assert status == 400
    assert "deshalb wurde niemand angemeldet" in page
    assert 'href="/anmelden"' in page
    await _stays_outside(guest)


@pytest.mark.parametrize("forge", FORGERIES)
async def test_a_token_that_the_provider_did_not_sign_lets_nobody_in(
    house: House, guest: Guest, forge: Callable[[House, Claims], str]
) -> None:
    house.sign = forge
    status, page = await guest.sign_in(house)
    assert status == 400
    assert "niemand angemeldet" in page
    await _stays_outside(guest)


async def test_a_code_is_good_once(
    here: Auenland, house: House, server: TestServer, guest: Guest
) -> None:
    code, _ = house.agree(await guest.set_out())
    assert house.codes.pop(code)  # somebody was quicker
    async with Guest(here, server) as other:
        asked = await other.set_out()
        _, state = house.agree(asked)
        status, page = await other.come_back(code, state)
        assert status == 400
        assert "schon benutzt" in page
        await _stays_outside(other)


async def test_coming_back_twice_lets_in_once(house: House, guest: Guest) -> None:
    code, state = house.agree(await guest.set_out())
    assert "Frau Kern" in (await guest.come_back(code, state))[1]
    await guest.post("/leave", {})
    status, page = await guest.come_back(code, state)
    assert status == 400
    assert "fangen Sie noch einmal an" in page


async def test_an_answer_to_another_browser_lets_nobody_in(
    here: Auenland, house: House, server: TestServer, guest: Guest
) -> None:
    code, state = house.agree(await guest.set_out())
    async with Guest(here, server) as victim:
        assert (await victim.come_back(code, state))[0] == 400
        await victim.set_out()  # and one with a sign-in of its own neither
        assert (await victim.come_back(code, state))[0] == 400
        await _stays_outside(victim)


async def test_a_code_stolen_from_another_browser_lets_nobody_in(
    here: Auenland, house: House, server: TestServer, guest: Guest
) -> None:
    stolen, _ = house.agree(await guest.set_out())
    async with Guest(here, server) as thief:
        _, state = house.agree(await thief.set_out())
        assert (await thief.come_back(stolen, state))[0] == 400
        await _stays_outside(thief)


@pytest.mark.parametrize("minutes, works", [(9.99, True), (10, False)])
async def test_a_sign_in_takes_ten_minutes_at_most(
    here: Auenland, house: House, guest: Guest, minutes: float, *, works: bool
) -> None:
    code, state = house.agree(await guest.set_out())
    here.watch.forward(minutes=minutes)
    assert ((await guest.come_back(code, state))[0] == 200) is works


async def test_an_answer_in_the_name_of_another_provider_is_refused(
    house: House, guest: Guest
) -> None:
    code, state = house.agree(await guest.set_out())
    more = "&iss=https%3A%2F%2Fevil.example"
    assert (await guest.come_back(code, state, more))[0] == 400


async def test_whoever_stops_at_the_provider_is_told_how_to_go_on(
    house: House, guest: Guest
) -> None:
    _, state = house.agree(await guest.set_out())
    address = f"/anmelden/zurueck?error=access_denied&state={state}"
    status, page = await guest.get(address)
    assert status == 400
    assert "nicht abgeschlossen" in page


async def test_a_provider_that_is_away_leaves_the_links(
    house: House, guest: Guest
) -> None:
    house.issuer = f"{house.issuer}/moved"
    status, page = await guest.get("/anmelden/haus")
    assert status == 503
    assert "mit einem Link" in page


def _why(logs: Sequence[Mapping[str, object]]) -> list[object]:
    return [one["why"] for one in logs if one["event"] == "provider is away"]


async def test_why_a_provider_is_away_stands_in_the_log(
    house: House, guest: Guest
) -> None:
    with capture_logs() as logs:
        house.moved = {"issuer": "https://id.elsewhere.example"}
        assert (await guest.get("/anmelden/haus"))[0] == 503
    assert _why(logs) == ["issuer"]


@pytest.mark.parametrize(
    "endpoint", ["authorization_endpoint", "token_endpoint", "jwks_uri"]
)
async def test_a_provider_is_not_asked_in_the_clear(
    house: House, guest: Guest, endpoint: str
) -> None:
    house.moved = {endpoint: "http://id.kreis-auenland.example/there"}
    with capture_logs() as logs:
        status, page = await guest.get("/anmelden/haus")
    assert status == 503
    assert "mit einem Link" in page
    assert _why(logs) == [f"{endpoint} without https"]


async def test_a_provider_that_does_not_accept_faden_says_whom_to_tell(
    house: House, guest: Guest
) -> None:
    asked = await guest.set_out()
    house.knows_faden = False
    with capture_logs() as logs:
        status, page = await guest.come_back(*house.agree(asked))
    assert status == 503
    assert "nimmt Faden nicht an" in page
    assert [one["event"] for one in logs if one["log_level"] == "error"] == [
        "provider refuses this client"
    ]
    await _stays_outside(guest)
