"""The PostgreSQL of the tests: it starts everywhere, and comes back when killed."""

from __future__ import annotations

import os

import psycopg
import pytest

from tests.programs import as_nobody
from tests.server import FAST, Server, serving

_COUNT = "SELECT count(*) FROM note"


def _write(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE note (text TEXT)")
        connection.execute("INSERT INTO note VALUES ('Kläranlage')")


def test_every_test_has_its_own_database(server: Server, database: str) -> None:
    _write(database)
    _write(server.fresh())


def test_what_was_committed_survives_that_the_server_is_killed() -> None:
    with serving() as server:
        url = server.fresh()
        _write(url)
        with psycopg.connect(url) as lost:
            server.kill()
            with pytest.raises(psycopg.OperationalError):
                lost.execute(_COUNT)
        server.start()
        with psycopg.connect(url) as connection:
            assert connection.execute(_COUNT).fetchone() == (1,)


def test_root_needs_no_namespace() -> None:
    how = as_nobody() if os.geteuid() == 0 else ()
    with serving(*FAST, launcher=how) as server:
        _write(server.fresh())
