"""Every address of the interface, as everybody, in every confidentiality."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from aiohttp.test_utils import TestServer

from tests.access.api import Calling, application, covers, every_address
from tests.access.county import World
from tests.access.roles import ROLES
from tests.access.table import Row, rows

TABLE = rows("api.txt")


async def _called(county: World) -> Mapping[str, Mapping[str, str]]:
    app = application(county)
    server = TestServer(app)
    await server.start_server()
    calling = Calling(county, server, app, TABLE)
    try:
        return {
            row.named: {role: await calling.outcome(row, role) for role in ROLES}
            for row in TABLE
        }
    finally:
        await server.close()


@pytest.fixture(scope="module")
def called(county: World) -> Mapping[str, Mapping[str, str]]:
    """What everybody got everywhere, in one walk."""
    return asyncio.run(_called(county))


def test_every_address_is_in_the_table(county: World) -> None:
    every = set(every_address(application(county)))
    unlisted = {one for one in every if not any(covers(row, one) for row in TABLE)}
    assert unlisted == set(), "an address without a row in tests/access/api.txt"
    idle = {row.what for row in TABLE if not any(covers(row, one) for one in every)}
    assert idle == set(), "a row without an address"


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.named)
def test_an_address_answers_what_the_table_says(
    called: Mapping[str, Mapping[str, str]], row: Row
) -> None:
    assert called[row.named] == row.expected
