"""The page of other software, for coordination; and that it is really called."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.web.app import build
from adapters.web.machines import Machines
from tests.adapters.hooks.receiver import LOOPBACK
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

URL = "https://hooks.example.org/in"
CAUSES = {
    "410": "der Empfänger will nichts mehr",
    "503": "der Empfänger antwortet mit 503",
    "forbidden": "die Adresse führt dorthin, wo Faden nicht anrufen darf",
    "timeout": "der Empfänger antwortet nicht rechtzeitig",
    "unsafe": "die Verbindung lässt sich nicht sichern",
    "away": "der Empfänger ist nicht zu erreichen",
    "ServerDisconnectedError": "der Empfänger ist nicht zu erreichen",
}


async def make(kern: Visitor, url: str = URL) -> tuple[int, str]:
    return await kern.post("/programme", {"url": url})


async def test_coordination_makes_a_receiver_and_sees_its_secret_once(
    kern: Visitor,
) -> None:
    status, page = await make(kern)
    assert status == 200
    assert re.search(r"<kbd>whsec_[A-Za-z0-9+/=]{40,}</kbd>", page)
    _, page = await kern.get("/programme")
    assert URL in page
    assert "whsec_" not in page


@pytest.mark.parametrize(
    "url", ["http://x.org", "https://10.0.0.1/", "https://u:p@x.org"]
)
async def test_what_may_not_be_called_is_kept_in_the_form(
    kern: Visitor, url: str
) -> None:
    status, page = await make(kern, url)
    assert status == 400
    assert f'value="{url}"' in page
    assert 'aria-invalid="true"' in page
    assert "Noch keine." in page


async def test_a_receiver_is_ended_or_gone_on_with(
    here: Auenland, kern: Visitor
) -> None:
    await make(kern)
    hooks = here.faden.store.office.hooks
    (one,) = hooks.all()
    for reason, words in CAUSES.items():
        hooks.failed(one, reason, here.watch(), []).result()
        _, page = await kern.get("/programme")
        assert "aufgegeben" in page
        assert f"Ursache: {words}" in page
    await kern.post("/programme/aendern", {"again": str(one.number)})
    assert hooks.all()[0].ended_at is None
    _, page = await kern.post("/programme/aendern", {"end": str(one.number)})
    assert "Noch keine." in page
    assert (await kern.post("/programme/aendern", {"end": "x"}))[0] == 200


async def test_there_are_not_more_than_anybody_needs(kern: Visitor) -> None:
    for number in range(20):
        await make(kern, f"{URL}/{number}")
    _, page = await make(kern, f"{URL}/20")
    assert 'role="alert"' in page


async def test_others_neither_see_nor_make_any(
    vogt: Visitor, stranger: Visitor
) -> None:
    assert (await vogt.get("/programme"))[0] == 404
    assert (await make(vogt))[0] == 404
    assert (await make(stranger))[0] == 403
    assert (await stranger.post("/programme/aendern", {"end": "1"}))[0] == 403


@pytest.fixture
async def reaching(here: Auenland) -> AsyncIterator[None]:
    """The application, which may call this machine."""
    running = TestServer(build(here.faden, machines=Machines(reach=LOOPBACK)))
    await running.start_server()
    yield
    await running.close()


@pytest.mark.usefixtures("reaching")
async def test_a_running_faden_calls_by_itself(here: Auenland) -> None:
    got: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def take(request: web.Request) -> web.Response:
        if not got.done():
            got.set_result((await request.json())["type"])
        return web.Response()

    app = web.Application()
    app.router.add_post("/in", take)
    receiver = TestServer(app)
    await receiver.start_server()
    head = here.faden.store.journal.head()
    url = str(receiver.make_url("/in"))
    here.faden.store.office.hooks.make("p-kern", url, head, here.watch()).result()
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen bis 30.4.")
    here.say("p-lange", "ja")
    assert await asyncio.wait_for(got, 20) == "commitment.requested"
    await receiver.close()
