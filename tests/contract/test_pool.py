"""Connections that all regions of a process share are not waited for in a circle."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

from adapters.settings import Server
from tests.auenland import found

MANY = 24  # as many as pages are read at once


def test_many_who_read_views_can_read_the_log_as_well(
    tmp_path: Path, database: str
) -> None:
    here = found(tmp_path, server=Server(database))
    together = Barrier(MANY)

    def read(_: int) -> int:
        with here.faden.reading():
            together.wait(20)
            return here.faden.store.journal.head()

    with closing(here.faden), ThreadPoolExecutor(MANY) as pool:
        assert len(set(pool.map(read, range(MANY)))) == 1
