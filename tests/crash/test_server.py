"""A process and the PostgreSQL under it are killed while many talk to it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from adapters.audit.source import of_server
from adapters.settings import Server
from tests.crash.crashes import AT_MOST, CROWD, crashing
from tests.server import serving

KILLS: Final = 20
OF_SERVER: Final = 5


def test_what_was_acknowledged_is_there_once(tmp_path: Path) -> None:
    with serving() as server:
        address = server.fresh()
        with crashing(tmp_path / "data", Server(address)) as crashes:
            for kill in range(KILLS):
                crashes.kill()
                crashes.start()
                if kill % (KILLS // OF_SERVER) == 0:
                    assert crashes.clients.wait(AT_MOST, CROWD)
                    server.kill()
                    server.start()
            assert crashes.clients.wait(AT_MOST)
        with of_server(Server(address)) as source:
            crashes.check(source)
    crashes.check_moments(KILLS)
