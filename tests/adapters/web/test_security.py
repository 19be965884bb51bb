"""What every answer promises, and which posts are refused."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from tests.adapters.web.conftest import Visitor

PAGES = (
    "/",
    "/ueberblick",
    "/meine",
    "/zusagen",
    "/suche?q=x",
    "/hilfe",
    "/nothing",
    "/item/Z99",
)


@pytest.mark.parametrize("path", PAGES)
async def test_every_page_makes_the_same_promises(kern: Visitor, path: str) -> None:
    async with kern.session.get(kern.url(path)) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'")
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "aiohttp" not in answer.headers["Server"]


@pytest.mark.parametrize("path", PAGES)
async def test_no_page_asks_anybody_else(kern: Visitor, path: str) -> None:
    _, page = await kern.get(path)
    addresses = re.findall(r'(?:src|href|action)="([^"]*)"', page)
    assert addresses
    assert not [a for a in addresses if not a.startswith(("/", "#"))]
    assert not re.findall(r"<script(?! src)|<style|style=| on[a-z]+=", page)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "", "Sec-Fetch-Site": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://[broken"},
    ],
)
async def test_a_post_from_elsewhere_is_refused(
    kern: Visitor, headers: dict[str, str]
) -> None:
    fields = {"ref": str(uuid4()), "text": "Info: fremd"}
    for path in ("/say", "/choose", "/leave", "/language", "/person", "/enter/x"):
        status, page = await kern.post(path, fields, **headers)
        assert status == 403
        assert "nicht von einer Seite von Faden" in page
    assert not kern.here.faden.store.office.inbox.thread("p-kern")
    assert "Frau Kern" in (await kern.get("/"))[1]


async def test_an_old_browser_that_sends_only_the_origin_may_post(
    kern: Visitor,
) -> None:
    fields = {"ref": str(uuid4()), "text": "Hilfe"}
    status, page = await kern.post("/say", fields, **{"Sec-Fetch-Site": ""})
    assert status == 200
    assert "So geht es" in page


async def test_without_a_session_nobody_says_anything(stranger: Visitor) -> None:
    fields = {"ref": str(uuid4()), "text": "Hilfe"}
    assert (await stranger.post("/say", fields))[0] == 403
    assert (await stranger.get("/chat"))[0] == 403
    assert (await stranger.get("/board"))[0] == 403
    assert (await stranger.get("/live"))[0] == 403


async def test_static_files_are_kept_for_ever_under_their_own_address(
    kern: Visitor,
) -> None:
    _, page = await kern.get("/")
    for address in set(re.findall(r'"(/static/[^"]*)"', page)):
        async with kern.session.get(kern.url(address)) as answer:
            assert answer.status == 200
            assert "immutable" in answer.headers["Cache-Control"]
        old = re.sub("v=.*", "v=old", address)
        async with kern.session.get(kern.url(old)) as answer:
            assert answer.headers["Cache-Control"] == "no-cache"


async def test_static_files_come_from_their_folder_only(kern: Visitor) -> None:
    for path in ("/static/app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py"):
        assert (await kern.get(path))[0] == 404


async def test_a_first_visit_loads_less_than_60_kilobytes(kern: Visitor) -> None:
    for n in range(12):
        await kern.say(f"Info: Beobachtung {n}")
    _, page = await kern.get("/")
    total = len(page.encode())
    for address in set(re.findall(r'"(/static/[^"]*)"', page)):
        async with kern.session.get(kern.url(address)) as answer:
            total += len(await answer.read())
    assert total < 60_000
