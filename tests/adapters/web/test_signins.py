"""Where one is signed in, who came in as oneself, and how to end it."""

from __future__ import annotations

import re

from aiohttp.test_utils import TestServer

from adapters.office.sessions import IDLE
from adapters.office.signins import SIGNINS, What
from adapters.web.seen import device, network
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"


def _what(here: Auenland, person: str | None = None) -> list[What]:
    return [one.what for one in here.faden.store.office.signins.newest(50, person)]


async def test_one_sees_devices_and_sign_ins_of_oneself_alone(
    here: Auenland, server: TestServer, kern: Visitor, vogt: Visitor
) -> None:
    async with Visitor(here, server) as second:
        second.session.headers["User-Agent"] = FIREFOX
        await second.enter("p-kern")
    _, page = await kern.get("/anmeldungen")
    assert page.count("dieses hier") == 1
    assert "Firefox, Windows" in page
    assert "127.0.0.0/24" in page
    assert page.count("angemeldet (mit einem Link)") == 2
    _, other = await vogt.get("/anmeldungen")
    assert "Firefox" not in other


async def test_another_device_can_be_signed_out(
    here: Auenland, server: TestServer, kern: Visitor
) -> None:
    async with Visitor(here, server) as second:
        await second.enter("p-kern")
        _, page = await kern.get("/anmeldungen")
        (device_id,) = re.findall(r'name="device" value="([0-9a-f]{64})"', page)
        await kern.post("/anmeldungen", {"device": device_id})
        assert "Sie sind nicht angemeldet" in (await second.get("/"))[1]
    assert "Frau Kern" in (await kern.get("/"))[1]
    assert _what(here)[0] is What.ENDED


async def test_nobody_signs_others_out(
    here: Auenland, kern: Visitor, vogt: Visitor
) -> None:
    sessions = here.faden.store.office.sessions
    (theirs,) = sessions.of("p-kern", "", here.watch())
    for named in (theirs.id, "", "zz", "00"):
        await vogt.post("/anmeldungen", {"device": named})
    assert "Frau Kern" in (await kern.get("/"))[1]
    assert What.ENDED not in _what(here)


async def test_one_signs_out_everywhere_and_open_links_are_void(
    here: Auenland, server: TestServer, kern: Visitor
) -> None:
    link = here.faden.store.office.sessions.link("p-kern", here.watch()).result()
    async with Visitor(here, server) as second:
        await second.enter("p-kern")
        await kern.post("/anmeldungen", {"device": "all"})
        for visitor in (kern, second):
            assert "Sie sind nicht angemeldet" in (await visitor.get("/"))[1]
        assert (await second.post(f"/enter/{link}", {}))[0] == 410
    assert _what(here, "p-kern")[0] is What.EVERYWHERE


async def test_signing_in_again_begins_a_new_session(kern: Visitor) -> None:
    before = {c.key: c.value for c in kern.session.cookie_jar}
    await kern.enter("p-kern")
    after = {c.key: c.value for c in kern.session.cookie_jar}
    assert before["faden"] != after["faden"]
    sessions, now = kern.here.faden.store.office.sessions, kern.here.watch()
    assert sessions.person_of(before["faden"], now) is None


async def test_signing_out_is_noted_once(here: Auenland, kern: Visitor) -> None:
    await kern.post("/leave", {})
    await kern.post("/leave", {})
    assert _what(here, "p-kern") == [What.OUT, What.IN]


async def test_whoever_had_a_link_sees_that_it_was_tried_again(
    here: Auenland, server: TestServer, kern: Visitor
) -> None:
    link = here.faden.store.office.sessions.link("p-kern", here.watch()).result()
    await kern.post(f"/enter/{link}", {})
    async with Visitor(here, server) as thief:
        assert (await thief.post(f"/enter/{link}", {}))[0] == 410
        await thief.post("/enter/unknown", {})
    assert _what(here)[0] is What.REFUSED
    assert (
        "nicht hereingelassen (mit einem Link)" in (await kern.get("/anmeldungen"))[1]
    )


async def test_a_page_that_is_only_open_keeps_nobody_signed_in(
    here: Auenland, kern: Visitor
) -> None:
    answers = []
    for _ in range(IDLE.days * 2):
        here.watch.forward(hours=12)
        answers.append((await kern.get("/board", **{"Faden-Fragment": "1"}))[0])
    assert answers == [200] * (IDLE.days * 2 - 1) + [403]


async def test_sign_ins_are_thrown_away_after_their_period(
    here: Auenland, kern: Visitor
) -> None:
    assert _what(here)
    office = here.faden.store.office
    office.purge(here.watch() + SIGNINS).result()
    assert not _what(here)
    assert kern.here is here


def test_of_a_browser_its_kind_is_kept() -> None:
    chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/5"
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/6"
    assert device(FIREFOX) == "Firefox, Windows"
    assert device(chrome) == "Chrome, Linux"
    assert device(f"{chrome} Edg/120") == "Edge, Linux"
    assert device(phone) == "Safari, iOS"
    assert device("Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko") == (
        "Internet Explorer, Windows"
    )
    assert device("") == device("curl/8.0") == ""


def test_of_an_address_its_network_is_kept() -> None:
    assert network("192.0.2.77") == "192.0.2.0/24"
    assert network("2001:db8:1:2::3") == "2001:db8:1::/48"
    assert network("unknown") == network("") == ""
