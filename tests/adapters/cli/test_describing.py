"""``faden audit procedure``: what is recorded, without any data."""

from __future__ import annotations

import json

from core.catalogue import EVENTS
from tests.adapters.cli.terminal import Terminal


def test_every_kind_is_printed_with_its_fields(terminal: Terminal) -> None:
    terminal.language = "de"
    told = terminal.must("audit", "procedure")
    assert "commitment.requested.v2  " in told
    assert "    what (Text): Text, versiegelt" in told
    found = json.loads(terminal.must("audit", "procedure", "--json"))
    assert [one["kind"] for one in found] == [event.KIND for event in EVENTS]
