"""Profiles: which language and time zone Slack knows of somebody (*Profil*).

Asked when somebody links or looks in, not more often than once a day, and never while
Slack waits for us. It counts only for those who chose no language themselves.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Final

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.main import Faden
from adapters.office.addresses import Profile
from adapters.slack.linking import CHANNEL
from adapters.slack.workspace import AWAY, refused

EVERY: Final = timedelta(days=1)

log = structlog.get_logger()


class Profiles:
    """Asks Slack for profiles."""

    def __init__(self, faden: Faden, client: AsyncWebClient) -> None:
        """Keep them with the addresses of ``faden``."""
        self._faden = faden
        self._client = client
        self._asked: dict[str, datetime] = {}  # by address

    async def refresh(self, address: str) -> None:
        """Ask for whoever is at ``address``, unless that was done lately."""
        now = self._faden.clock()
        last = self._asked.get(address)
        if last is not None and now - last < EVERY:
            return
        addresses = self._faden.store.office.addresses
        person = await asyncio.to_thread(addresses.person, CHANNEL, address)
        profile = await self._ask(address) if person is not None else None
        if person is not None and profile is not None:
            self._asked[address] = now
            kept = addresses.put_profile(person, CHANNEL, profile, now)
            await asyncio.wrap_future(kept)

    async def _ask(self, address: str) -> Profile | None:
        user = address.rpartition("/")[2]
        try:
            said = await self._client.users_info(user=user, include_locale=True)
        except SlackApiError as error:
            refused(error)
            return None
        except AWAY as error:
            log.warning("profile not read", error=type(error).__name__)
            return None
        told = said["user"]
        return Profile(
            language=str(told.get("locale") or "").partition("-")[0].lower(),
            time_zone=str(told.get("tz") or ""),
        )
