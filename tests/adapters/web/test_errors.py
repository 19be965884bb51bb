"""Every error is a page with a way on."""

from __future__ import annotations

from io import BytesIO

import pytest
from structlog.testing import capture_logs

from adapters.entry_settings import OidcAccess
from adapters.main import Faden
from adapters.oidc.provider import Provider
from adapters.web.app import LARGEST
from adapters.web.door import Door
from core.errors import Code, Refusal
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.doorway import open_door
from tests.auenland import Auenland

AWAY = OidcAccess(issuer="http://127.0.0.1:9", client="faden", secret="-")  # noqa: S106  (none)


@pytest.mark.parametrize(
    "path", ["/nothing", "/item/Z1", "/item/I7", "/item/Z0", "/item/x'"]
)
async def test_what_is_not_there_gets_a_page(kern: Visitor, path: str) -> None:
    status, page = await kern.get(path)
    assert status == 404
    assert "Nicht gefunden" in page
    assert 'href="/"' in page


async def test_a_wrong_method_gets_a_page(kern: Visitor) -> None:
    async with kern.session.get(kern.url("/say")) as answer:
        assert answer.status == 405
        assert answer.headers["Allow"] == "POST"
        assert "So nicht möglich" in await answer.text()
    assert (await kern.post("/", {}))[0] == 405


async def test_errors_speak_english_too(stranger: Visitor) -> None:
    await stranger.post("/language", {"language": "en"})
    assert "Not found" in (await stranger.get("/nothing"))[1]


async def test_a_mistake_of_ours_is_a_page_without_insides(
    kern: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Frau Kern sagte: geheim")

    monkeypatch.setattr(Faden, "today", broken)
    with capture_logs() as logs:
        status, page = await kern.get("/suche?q=geheim")
    assert status == 500
    assert "unser Fehler" in page
    assert "Traceback" not in page
    assert "ValueError" not in page
    entry, _ = logs  # the other one says that it was answered
    assert entry["error"] == "ValueError"
    assert entry["route"] == "/suche"
    assert "geheim" not in str(logs)
    assert "Kern" not in str(logs)


@pytest.mark.parametrize("code", [Code.OVERLOADED, Code.DISK_FULL])
async def test_what_the_program_cannot_do_now_gets_a_sentence(
    kern: Visitor, monkeypatch: pytest.MonkeyPatch, code: Code
) -> None:
    def refuse(*_: object) -> None:
        raise Refusal(code)

    monkeypatch.setattr(Faden, "hear", refuse)
    page = await kern.say("Info: bleibt stehen")
    assert 'role="alert"' in page
    assert "Info: bleibt stehen</textarea>" in page


async def test_a_refusal_while_reading_gets_a_page(
    kern: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Refusal(Code.STORE_UNAVAILABLE)

    monkeypatch.setattr(Faden, "viewer", refuse)
    kern.here.faden.desk.recent.forget()  # what was read a moment ago would do
    status, page = await kern.get("/")
    assert status == 503
    assert "Nicht ausgeführt" in page


async def _flood(somebody: Visitor) -> tuple[int, str]:
    """Send more than a form may hold."""
    headers = {
        "Origin": somebody.url(""),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = BytesIO(b"text=" + b"x" * LARGEST)
    async with somebody.session.post(
        somebody.url("/say"), data=body, headers=headers
    ) as answer:
        return answer.status, await answer.text()


async def test_from_every_error_leads_a_way_back(here: Auenland) -> None:
    door = Door(mail=True, provider=Provider(AWAY, here.watch))
    async with open_door(here, door) as server, Visitor(here, server) as somebody:
        found = [
            await somebody.get("/chat"),
            await somebody.get("/nothing"),
            await somebody.get("/say"),
            await _flood(somebody),
            await somebody.get("/anmelden/haus"),
        ]
        asked = {"who": "p-kern"}
        tries = [await somebody.post("/anmelden", asked) for _ in range(11)]
        found.append(tries[-1])
    assert [status for status, _ in found] == [403, 404, 405, 413, 503, 429]
    for status, page in found:
        assert "<h1>" in page, status
        assert 'class="button" href="/' in page, status
