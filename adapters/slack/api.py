"""Api: Slack's own client."""

from __future__ import annotations

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from adapters.settings import SlackAccess


def client(access: SlackAccess, session: ClientSession) -> AsyncWebClient:
    """Return the client for the event loop."""
    return AsyncWebClient(access.token, base_url=access.api, session=session)
