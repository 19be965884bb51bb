"""Workspace: who we are in Slack, asked until Slack says it (*Arbeitsbereich*).

::

    unknown --auth.test--> known
            --refused: revoked, inactive …--> unknown, and the log says what to do
            --away--> unknown; asked again after a growing pause

As long as it is unknown, what comes is taken: its signature says that it is for us.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import structlog
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

Pause: TypeAlias = Callable[[float], Awaitable[None]]
PAUSES: Final = (1, 5, 30, 60)  # seconds until it is asked again; then the last one
AWAY: Final = (SlackClientError, ClientError, TimeoutError, OSError)
REVOKED: Final = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Our workspace and ourselves in it; ``url`` has the slash at its end."""

    team: str
    bot: str  # our user id
    url: str


class Workspace:
    """The workspace of the region."""

    def __init__(self, client: AsyncWebClient, pause: Pause = asyncio.sleep) -> None:
        """Nobody was asked yet; ``pause`` waits for so many seconds."""
        self._client = client
        self._pause = pause
        self.identity: Identity | None = None

    async def learn(self) -> None:
        """Ask until Slack says who we are."""
        tries = 0
        while not await self.ask():
            await self._pause(PAUSES[min(tries, len(PAUSES) - 1)])
            tries += 1

    async def ask(self) -> bool:
        """Ask once; whether we know now."""
        try:
            said = await self._client.auth_test()
        except SlackApiError as error:
            refused(error)
            return False
        except AWAY as error:
            log.warning("slack is away", error=type(error).__name__)
            return False
        self.identity = Identity(
            team=str(said["team_id"]),
            bot=str(said["user_id"]),
            url=f"{str(said['url']).rstrip('/')}/",
        )
        log.info("slack is there", team=self.identity.team)
        return True

    def is_ours(self, teams: frozenset[str]) -> bool:
        """Whether something that was sent for ``teams`` is for this region."""
        return self.identity is None or self.identity.team in teams

    def is_bot(self, user: str) -> bool:
        """Whether ``user`` is ourselves."""
        return self.identity is not None and self.identity.bot == user

    def permalink(self, channel: str, ts: str, thread: str = "") -> str:
        """Return where Slack shows a message, empty while that is unknown."""
        if self.identity is None or not (channel and ts):
            return ""
        place = f"{self.identity.url}archives/{channel}/p{ts.replace('.', '')}"
        return f"{place}?thread_ts={thread}&cid={channel}" if thread else place


def refused(error: SlackApiError) -> None:
    """Log that Slack takes our token no more, or something else that it said."""
    said = error.response
    code = str(said.get("error", "")) if isinstance(said, AsyncSlackResponse) else ""
    if code in REVOKED:
        log.error(
            "slack refuses the token",
            code=code,
            next="install the app anew, set FADEN_SLACK_BOT_TOKEN, restart",
        )
    else:
        log.warning("slack says no", code=code or "no answer that can be read")
