"""Every address, as everybody, in every confidentiality: generated from the table."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from aiohttp.test_utils import TestServer

from bots.slips import SLIPS
from core.ports import Circle
from tests.access.county import World
from tests.access.roles import ROLES, WORDS
from tests.access.routes import Walk, application, every_route
from tests.access.table import Row, rows

TABLE = rows("routes.txt")


async def _walked(county: World) -> Mapping[str, Mapping[str, str]]:
    server = TestServer(application(county))
    await server.start_server()
    walk = Walk(county, server)
    try:
        return {
            row.named: {role: await walk.outcome(row, role) for role in ROLES}
            for row in TABLE
        }
    finally:
        await walk.end()
        await server.close()


@pytest.fixture(scope="module")
def walked(county: World) -> Mapping[str, Mapping[str, str]]:
    """What everybody got everywhere, in one walk."""
    return asyncio.run(_walked(county))


def test_every_address_is_in_the_table(county: World) -> None:
    every = set(every_route(application(county)))
    listed = {row.what.partition("?")[0] for row in TABLE}
    assert every - listed == set(), "a route without a row in tests/access/routes.txt"
    assert listed - every == set(), "a row without a route"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.named)
def test_an_address_answers_what_the_table_says(
    walked: Mapping[str, Mapping[str, str]], row: Row
) -> None:
    assert walked[row.named] == row.expected


async def _slips(county: World) -> Mapping[str, str]:
    """Return what a guest of the public forum sees of each form."""
    server = TestServer(application(county))
    await server.start_server()
    walk = Walk(county, server)
    try:
        return {name: await walk.text(f"/tun/{name}", "guest") for name in SLIPS}
    finally:
        await walk.end()
        await server.close()


def test_no_form_offers_a_forum_that_is_kept_from_its_reader(county: World) -> None:
    shown = asyncio.run(_slips(county))
    kept = WORDS[Circle.INTERNAL], WORDS[Circle.CLOSED]
    assert [name for name, text in shown.items() if WORDS[Circle.PUBLIC] in text]
    assert [name for name, text in shown.items() if any(w in text for w in kept)] == []
