"""Served: an application behind a real port, in an event loop of its own."""

from __future__ import annotations

import asyncio
import threading

from aiohttp import web


class Served:
    """The application on a loopback port, in an event loop of its own."""

    def __init__(self, app: web.Application) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._runner = web.AppRunner(app, handle_signals=False, access_log=None)
        port = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(20)
        self.url = f"http://127.0.0.1:{port}/slack/events"

    async def _start(self) -> int:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        return int(self._runner.addresses[0][1])

    def breathe(self) -> None:
        """Let what was begun beside go on for a moment."""
        moment = asyncio.sleep(0.01)
        asyncio.run_coroutine_threadsafe(moment, self._loop).result(20)

    def close(self) -> None:
        """Stop serving."""
        ending = self._runner.cleanup()
        asyncio.run_coroutine_threadsafe(ending, self._loop).result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(20)
        self._loop.close()
