"""Subscribing: addresses made on the page, read by a calendar of others."""

from __future__ import annotations

import re
from typing import Any

import vobject

from tests.adapters.web.conftest import Visitor
from tests.auenland import Auenland


async def address(visitor: Visitor, kind: str = "mine", forum: str = "") -> str:
    """Make an address; return its path."""
    status, page = await visitor.post("/abos", {"kind": kind, "forum": forum})
    assert status == 200
    found = re.search(r"<kbd>https?://[^/]*(/abo/[^<]*)</kbd>", page)
    assert found is not None, page
    return found[1]


async def events(visitor: Visitor, path: str) -> dict[str, Any]:
    """Fetch a calendar; return its events by UID, as vobject reads them."""
    status, text = await visitor.get(path)
    assert status == 200
    calendar = vobject.readOne(text)
    calendar.validate()
    return {one.uid.value: one for one in getattr(calendar, "vevent_list", [])}


def ask(here: Auenland) -> None:
    """Let Lindgrund ask Birkfeld for something."""
    here.say("p-lange", "Bitte an Birkfeld: Schlammmengen; 2024,26 bis 30.4.")
    here.say("p-lange", "ja")
