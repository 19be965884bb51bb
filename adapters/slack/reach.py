"""Reach: what is said to Slack at once and not through the outbox (*Zuruf*).

A form, for which a click gives three seconds, and a whisper that something could not
be taken. Both may get lost: then the person tries again, and nothing was done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Final

import structlog
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.workspace import AWAY, refused

OPENING: Final = 2.5  # seconds, of the three for which a trigger holds

log = structlog.get_logger()


class Reach:
    """Speaks to Slack from the event loop."""

    def __init__(self, client: AsyncWebClient, session: ClientSession) -> None:
        """Call through ``client``; by ``session`` answer to what Slack gave."""
        self._client = client
        self._session = session
        self._beside: set[asyncio.Task[None]] = set()

    async def open(self, trigger: str, view: dict[str, Any]) -> bool:
        """Whether the form was opened."""
        try:
            async with asyncio.timeout(OPENING):
                await self._client.views_open(trigger_id=trigger, view=view)
        except SlackApiError as error:
            refused(error)
            return False
        except AWAY as error:
            log.warning("form not opened", error=type(error).__name__)
            return False
        return True

    def whisper(self, url: str, text: str) -> None:
        """Say ``text`` to whoever pressed, and nobody else, while we go on."""
        if url:
            self.spawn(self._whisper(url, text))

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Do ``work`` beside; its end is awaited by ``close``."""
        task = asyncio.get_running_loop().create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def close(self) -> None:
        """Leave what was begun."""
        for task in self._beside:
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)

    async def _whisper(self, url: str, text: str) -> None:
        hook = AsyncWebhookClient(url, session=self._session, retry_handlers=[])
        try:
            await hook.send(
                text=text, response_type="ephemeral", replace_original=False
            )
        except AWAY as error:
            log.warning("not whispered", error=type(error).__name__)
