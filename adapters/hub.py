"""Hub: wakes whoever waits for news, on one event loop (*Weckdienst*)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress


class Hub:
    """Wakes every open page or stream when something changed."""

    def __init__(self) -> None:
        """Nobody is there yet."""
        self._waiting: set[asyncio.Event] = set()
        self.closing = False

    def wake(self) -> None:
        """Say that something changed; on the event loop."""
        for one in self._waiting:
            one.set()

    def close(self) -> None:
        """Let every stream end."""
        self.closing = True
        self.wake()

    @contextmanager
    def attend(self) -> Iterator[asyncio.Event]:
        """Be woken as long as this lasts."""
        woken = asyncio.Event()
        self._waiting.add(woken)
        try:
            yield woken
        finally:
            self._waiting.discard(woken)


async def woken_by(
    hub: Hub, listen: Callable[[Callable[[], None]], Callable[[], None]]
) -> AsyncIterator[None]:
    """Wake ``hub`` whenever ``listen`` hears of a change, as long as this lasts."""
    loop = asyncio.get_running_loop()

    def wake() -> None:
        with suppress(RuntimeError):  # the loop has just ended
            loop.call_soon_threadsafe(hub.wake)

    stop = listen(wake)
    yield
    stop()
