"""Contender: what ours and every peer does, so that the same is measured.

A command opens one new note with one text: one event, decided and durable. ``write``
is a caller in an event loop that waits for each; ``write_together`` are 64 of them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, Protocol, runtime_checkable

TEXT: Final = "Die Tabelle je Kläranlage liegt im Ordner Wasser, Anlage Nord fehlt. "
TASKS: Final = 64
BATCH: Final = 500  # events per transaction of a view


class Contender(Protocol):
    """A log that takes commands and can be read again."""

    def write(self, times: int) -> None:
        """Give commands one after the other."""
        ...

    def write_together(self, times: int) -> None:
        """Give commands from 64 tasks at once."""
        ...

    def replay(self, times: int) -> None:
        """Read so many events from the beginning, as objects with their texts."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


@runtime_checkable
class Projecting(Protocol):
    """Whoever also drives views."""

    def catch_up(self, times: int) -> None:
        """Fold so many events, which must be all there are, into an empty view."""
        ...


class Basis(Protocol):
    """The raw driver, against which all are measured."""

    def write(self, times: int) -> None:
        """Insert the rows of one command after the other, with one commit each."""
        ...

    def replay(self, times: int) -> None:
        """Read the rows, parse them, and put the text in its place."""
        ...

    def catch_up(self, times: int) -> None:
        """Read and write, and commit after every batch."""
        ...


@runtime_checkable
class Waiting(Protocol):
    """Whoever can wait until a view knows what was written."""

    def read_back(self, times: int) -> None:
        """Give a command, wait for the view and read the row; so many times."""
        ...


async def one_by_one(give: Callable[[], Awaitable[object]], times: int) -> None:
    """Wait for each."""
    for _ in range(times):
        await give()


async def together(give: Callable[[], Awaitable[object]], times: int) -> None:
    """Share the work among all tasks."""
    each = times // TASKS
    await asyncio.gather(*(one_by_one(give, each) for _ in range(TASKS)))
