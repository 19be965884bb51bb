"""Listeners: what of Slack's leads where, with slack-bolt (*Zuhörer*).

What we acknowledge is in the inbox: bolt answers when a listener has returned
(``process_before_response``). A listener writes there and opens forms; everything else
goes out through the outbox. Events, of which there may be many at once, need nothing
of bolt and go straight to their listener: it would cost them as much time as all else.
"""

from __future__ import annotations

import logging
import re
from typing import Final

import structlog
from aiohttp import ClientSession
from pydantic import ValidationError
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.main import Faden
from adapters.slack.clicks import Body, Clicks
from adapters.slack.counter import Counter
from adapters.slack.modals import Modals
from adapters.slack.profiles import Profiles
from adapters.slack.reach import Reach
from adapters.slack.render import Pages
from adapters.slack.talk import Talk
from adapters.slack.workspace import Workspace
from core.errors import Refusal

COMMAND: Final = "/faden"
_EVERYTHING: Final = re.compile(".*")

log = structlog.get_logger()
_quiet: Final = logging.getLogger(f"{__name__}.bolt")
_quiet.setLevel(logging.CRITICAL)  # bolt logs what people typed; we log it without


class Listeners:
    """All of them, for one workspace; belongs to one event loop."""

    def __init__(
        self,
        faden: Faden,
        client: AsyncWebClient,
        session: ClientSession,
        pages: Pages,
    ) -> None:
        """Keep what is heard in ``faden``, call Slack through ``client``."""
        self.workspace = Workspace(client)
        self._token = client.token
        self._base = client.base_url
        self._reach = Reach(client, session)
        profiles = Profiles(faden, client)

        def linked(address: str) -> None:
            self._reach.spawn(profiles.refresh(address))

        counter, modals = Counter(faden, self.workspace, linked), Modals(faden, pages)
        self._clicks = Clicks(counter, modals, self._reach, self.workspace)
        self._talk = Talk(counter, modals, self._reach, profiles, self.workspace)

    def app(self) -> AsyncApp:
        """Return the app of bolt, for verified commands, clicks and forms."""
        token = self._token

        async def authorize(team_id: str | None) -> AuthorizeResult:
            """Say for bolt whose token it is; Slack is not asked for every act."""
            return AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token=token)

        app = AsyncApp(
            name="faden",
            logger=_quiet,
            client=AsyncWebClient(base_url=self._base),
            authorize=authorize,
            process_before_response=True,
            request_verification_enabled=False,  # endpoint.py does, by our clock
            ignoring_self_events_enabled=False,  # acts.py does
            attaching_function_token_enabled=False,
        )
        app.command(COMMAND)(self._talk.command)
        app.action(_EVERYTHING)(self._clicks.click)
        app.view(_EVERYTHING)(self._clicks.submission)
        app.error(failed)
        return app

    async def event(self, body: Body) -> BoltResponse:
        """Hear one event, whose signature was verified."""
        try:
            await self._talk.event(body)
        except Exception as error:  # noqa: BLE001  (as bolt does around the others)
            return await failed(error)
        return BoltResponse(status=200)

    def start(self) -> None:
        """Ask Slack who we are, beside all else."""
        self._reach.spawn(self.workspace.learn())

    async def close(self) -> None:
        """Leave what was begun."""
        await self._reach.close()


async def failed(error: Exception) -> BoltResponse:
    """Answer so that Slack sends it again where that helps."""
    match error:
        case Refusal(code=code):
            log.warning("slack event not kept", code=code.value)
            return BoltResponse(status=503)
        case ValidationError() | LookupError():
            log.error("slack payload not understood", exc_info=error)
            return BoltResponse(status=400)
        case _:
            log.error("slack listener failed", exc_info=error)
            return BoltResponse(status=500)
