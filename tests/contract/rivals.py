"""Rivals: processes of their own that write to one PostgreSQL at the same time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Final

from adapters.journal.postgres import PostgresDatabase
from tests.adapters.notebook import Write, order
from tests.contract.process import PATIENCE, running

PROCESSES: Final = 4
WRITERS: Final = 2  # in each process
COMMANDS: Final = 75  # of each writer, to the shared note and to a new one


@contextmanager
def racing(url: str) -> Iterator[list[multiprocessing.process.BaseProcess]]:
    """Let all rivals write; afterwards they have ended."""
    context = multiprocessing.get_context("spawn")
    rivals = [
        context.Process(target=_race, args=(url, n), daemon=True)
        for n in range(PROCESSES)
    ]
    for rival in rivals:
        rival.start()
    yield [*rivals]
    for rival in rivals:
        rival.join(PATIENCE)
        assert rival.exitcode == 0


def _race(url: str, process: int) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        for done in [
            pool.submit(_write, url, f"{process}/{n}") for n in range(WRITERS)
        ]:
            done.result()


def _write(url: str, writer: str) -> None:
    """Write; each command twice, and those of number 0 by every writer."""
    with running(PostgresDatabase(url)) as process:
        for n in range(COMMANDS):
            who = writer if n else "all"
            shared = order(Write(("shared",)), "note:N1", id=f"{who}/{n}/shared")
            alone = order(Write(("alone",)), id=f"{who}/{n}/alone")
            for asked in (shared, alone):
                assert process.tell(asked) == process.tell(asked)
