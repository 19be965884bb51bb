"""A page is light enough for a slow line: 60 kB on the first visit, all in all."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.adapters.web.conftest import Visitor

MOST = 60_000  # bytes as they travel, without compression; source: issue text


async def weight(visitor: Visitor, path: str) -> int:
    """Return how many bytes a browser that knows nothing fetches for ``path``."""
    _, page = await visitor.get(path)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    needed = set(re.findall(r'(?:src|href)="(/static/[^"]*)"', page))
    total = len(page.encode())
    for address in needed:
        async with visitor.session.get(visitor.url(address)) as answer:
            assert answer.status == 200
            total += len(await answer.read())
    return total


@pytest.mark.parametrize("path", ["/", "/schreibtisch", "/meine", "/tun", "/region"])
async def test_the_first_load_is_light(kern: Visitor, path: str) -> None:
    await asyncio.to_thread(
        kern.here.say, "p-kern", "Bitte an Lindgrund: Schlammmengen bis 30.4."
    )
    await asyncio.to_thread(kern.here.say, "p-kern", "ja")
    assert await weight(kern, path) <= MOST
