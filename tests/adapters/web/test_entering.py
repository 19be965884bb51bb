"""How one gets in, and who is kept out."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import TestServer

from adapters.office.sessions import SESSION_LIFE
from adapters.web.app import build
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


def link(here: Auenland, person: str = "p-kern") -> str:
    return here.faden.store.office.sessions.link(person, here.watch()).result()


async def test_a_stranger_is_told_how_to_get_in(stranger: Visitor) -> None:
    for path in ("/", "/meine", "/zusagen", "/suche?q=x", "/item/Z1"):
        status, page = await stranger.get(path)
        assert status == 200
        assert "Einmal-Link" in page
        assert "Strategisches Forum" not in page


async def test_the_handbook_is_open_to_everybody(stranger: Visitor) -> None:
    status, page = await stranger.get("/hilfe")
    assert status == 200
    assert "Wer binden darf" in page


async def test_opening_a_link_does_not_use_it_up(
    here: Auenland, stranger: Visitor
) -> None:
    token = link(here)
    for _ in range(3):
        assert (await stranger.get(f"/enter/{token}"))[0] == 200
    await stranger.post(f"/enter/{token}", {})
    assert "Frau Kern" in (await stranger.get("/"))[1]


async def test_a_link_works_once(
    here: Auenland, server: TestServer, stranger: Visitor
) -> None:
    token = link(here)
    await stranger.post(f"/enter/{token}", {})
    async with Visitor(here, server) as second:
        status, page = await second.post(f"/enter/{token}", {})
        assert status == 410
        assert "Er wurde schon benutzt" in page
        assert "Frau Kern" not in (await second.get("/"))[1]


@pytest.mark.parametrize(("minutes", "status"), [(9.99, 200), (10, 410)])
async def test_a_link_works_ten_minutes(
    here: Auenland, stranger: Visitor, minutes: float, status: int
) -> None:
    token = link(here)
    here.watch.forward(minutes=minutes)
    assert (await stranger.post(f"/enter/{token}", {}))[0] == status


async def test_a_link_that_is_void_says_why_before_the_button_too(
    here: Auenland, stranger: Visitor
) -> None:
    token = link(here)
    for path, why in ((token, "zehn Minuten sind vorbei"), ("x", "Faden kennt ihn")):
        here.watch.forward(minutes=10)
        for status, page in (
            await stranger.get(f"/enter/{path}"),
            await stranger.post(f"/enter/{path}", {}),
        ):
            assert status == 410
            assert why in page
            assert "<form" not in page.split("<main", 1)[1].split("</main", 1)[0]


async def test_the_session_cookie_is_for_the_server_alone(
    here: Auenland, stranger: Visitor
) -> None:
    answer = await stranger.session.post(
        stranger.url(f"/enter/{link(here)}"),
        headers={"Origin": stranger.url("")},
        allow_redirects=False,
    )
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("faden=")
    for promise in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="):
        assert promise in cookie
    assert link(here) not in cookie
    life = int(cookie.split("Max-Age=")[1].split(";")[0])
    assert life > SESSION_LIFE.total_seconds()  # so that late words find their person


@pytest.mark.parametrize("behind_proxy", [True, False])
async def test_only_a_proxy_that_is_known_may_say_https(
    here: Auenland, *, behind_proxy: bool
) -> None:
    """And then the cookie is bound to the host."""
    served = TestServer(build(here.faden, behind_proxy=behind_proxy))
    await served.start_server()
    async with Visitor(here, served) as visitor:
        answer = await visitor.session.post(
            visitor.url(f"/enter/{link(here)}"),
            headers={"Origin": visitor.url(""), "X-Forwarded-Proto": "https"},
            allow_redirects=False,
        )
    await served.close()
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-faden=") is behind_proxy
    assert ("Secure" in cookie) is behind_proxy
    assert ("Strict-Transport-Security" in answer.headers) is behind_proxy


async def test_leaving_ends_the_session_on_the_server(kern: Visitor) -> None:
    kept = {c.key: c.value for c in kern.session.cookie_jar}
    await kern.post("/leave", {})
    assert "Einmal-Link" in (await kern.get("/"))[1]
    kern.session.cookie_jar.update_cookies(kept)
    assert "Einmal-Link" in (await kern.get("/"))[1]


async def test_nobody_picks_a_person_outside_the_demonstration(
    stranger: Visitor,
) -> None:
    status, _ = await stranger.post("/person", {"person": "p-kern"})
    assert status == 404
    assert "Frau Kern" not in (await stranger.get("/"))[1]


async def test_in_the_demonstration_one_is_somebody_and_may_switch(
    here: Auenland, stranger: Visitor
) -> None:
    here.faden.demo = True
    _, page = await stranger.get("/")
    assert "Vorführung" in page
    assert '<option value="p-birke" selected>' in page
    _, page = await stranger.post("/person", {"person": "p-kern"})
    assert '<option value="p-kern" selected>' in page
    assert (await stranger.post("/person", {"person": "p-nobody"}))[0] == 400


async def test_the_demonstration_answers_under_this_machines_names_only(
    here: Auenland, stranger: Visitor
) -> None:
    here.faden.demo = True
    status, page = await stranger.get("/", Host="faden.example")
    assert status == 421
    assert "127.0.0.1" in page
    assert (await stranger.get("/", Host="localhost:1"))[0] == 200
