"""Whoever is signed in connects Slack by a code that is shown to them alone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer

from adapters.office.codes import redeem
from adapters.settings import SlackAccess
from adapters.web.app import build
from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland

WHERE = "T1/U1"


@pytest.fixture
async def connected(here: Auenland) -> AsyncIterator[Visitor]:
    """The coordinator, on the pages of a region that has Slack."""
    nowhere = "http://127.0.0.1:1/api/"
    access = SlackAccess(token="t", signing_secret="s", api=nowhere)  # noqa: S106
    server = TestServer(build(here.faden, slack=access))
    await server.start_server()
    async with Visitor(here, server) as visitor:
        await visitor.enter("p-kern")
        yield visitor
    await server.close()


def _person(here: Auenland) -> str | None:
    return here.faden.store.office.addresses.person("slack", WHERE)


async def test_the_code_that_is_shown_connects_and_the_page_ends_it(
    here: Auenland, connected: Visitor
) -> None:
    status, page = await connected.get("/slack")
    assert status == 200
    assert "Mit Slack verbinden" in page
    _, shown = await connected.post("/slack/code", {})
    found = re.search(r"/faden verbinden ([A-Z0-9]{4}-[A-Z0-9]{4})", shown)
    assert found is not None
    here.faden.store.writer.run(
        lambda db: redeem(db, "slack", found[1], WHERE, here.watch())
    ).result(20)
    assert _person(here) == "p-kern"
    _, linked = await connected.get("/slack")
    assert "Sie sind verbunden" in linked
    assert found[1] not in linked
    _, ended = await connected.post("/slack/end", {})
    assert "Sie sind verbunden" not in ended
    assert _person(here) is None


async def test_a_foreign_page_gets_no_code(connected: Visitor) -> None:
    status, page = await connected.post(
        "/slack/code", {}, Origin="https://evil.example"
    )
    assert status == 403
    assert "verbinden" not in page


async def test_strangers_get_no_code(here: Auenland, connected: Visitor) -> None:
    async with Visitor(here, connected.server) as stranger:
        for path in "/slack/code", "/slack/end":
            assert (await stranger.post(path, {}))[0] == 403
        assert "verbinden" not in (await stranger.get("/slack"))[1]


async def test_without_slack_there_is_no_such_page(kern: Visitor) -> None:
    assert (await kern.get("/slack"))[0] == 404
    assert (await kern.post("/slack/code", {}))[0] == 404
    assert "Slack" not in (await kern.get("/"))[1]
