"""Endpoint: ``POST /slack/events``, the one address that Slack calls (*Zugang*).

::

    request --signature wrong, or older than five minutes--> 401
            --else--> kept --> 200    store away --> 503, and an event comes again

Events go to their listener, the slash command, clicks and forms to bolt. The signature
is checked over the bytes as they came, by the injected clock.
"""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Final

import structlog
from aiohttp import ClientSession, ClientTimeout, web
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.error import BoltError
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import Clock as SlackClock
from slack_sdk.signature import SignatureVerifier

from adapters.main import Faden
from adapters.settings import SlackAccess
from adapters.slack.api import client
from adapters.slack.listeners import Listeners
from adapters.slack.render import Pages
from core.ports import Clock

PATH: Final = "/slack/events"
PATIENCE: Final = 20.0  # seconds for one call of Slack's
_MALFORMED: Final = (AttributeError, BoltError, LookupError, TypeError, ValueError)
_UNSIGNED: Final = (
    "Not signed by Slack, or older than five minutes. Please check the signing secret "
    "(FADEN_SLACK_SIGNING_SECRET) and the clock of this machine.\n"
)

log = structlog.get_logger()


class _Clock(SlackClock):
    """Our clock, as Slack's own verifier reads it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> float:
        """Return seconds since 1970."""
        return self._clock().timestamp()


@dataclass(frozen=True, slots=True)
class _Open:
    """What answers while the application runs."""

    listeners: Listeners
    bolt: AsyncApp

    async def heard(self, body: str, kind: str) -> BoltResponse:
        """Answer a verified request."""
        if kind.startswith("application/json"):
            said = json.loads(body)
            if said.get("type") == "event_callback":
                return await self.listeners.event(said)
        headers: dict[str, str | Sequence[str]] = {"content-type": kind}
        return await self.bolt.async_dispatch(
            AsyncBoltRequest(body=body, headers=headers)
        )


class Endpoint:
    """Answers Slack as long as the application runs."""

    def __init__(self, faden: Faden, access: SlackAccess, pages: str) -> None:
        """Talk with the workspace of ``access``; our own pages are at ``pages``."""
        self._faden = faden
        self._access = access
        self._pages = Pages(base=pages)
        self._verifier = SignatureVerifier(access.signing_secret, _Clock(faden.clock))
        self._open: _Open | None = None

    async def running(self, _app: web.Application) -> AsyncIterator[None]:
        """Hold one session to Slack; registered as a cleanup context."""
        timeout = ClientTimeout(total=PATIENCE)
        async with ClientSession(timeout=timeout) as session:
            slack = client(self._access, session)
            listeners = Listeners(self._faden, slack, session, self._pages)
            self._open = _Open(listeners, listeners.app())
            listeners.start()
            yield
            await listeners.close()

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one request of Slack's."""
        body = await request.read()
        if self._open is None or not self._is_signed(request, body):
            log.warning("request not signed by slack", size=len(body))
            return web.Response(status=401, text=_UNSIGNED)
        kind = request.headers.get("Content-Type", "")
        try:
            answer = await self._open.heard(body.decode(), kind)
        except _MALFORMED as error:
            log.error("slack payload not understood", exc_info=error)  # noqa: TRY400
            return web.Response(status=400)
        kind = answer.headers.get("content-type", ["text/plain"])[0]
        return web.Response(
            status=answer.status,
            body=answer.body.encode(),
            headers={"Content-Type": kind},
        )

    def _is_signed(self, request: web.Request, body: bytes) -> bool:
        at = request.headers.get("X-Slack-Request-Timestamp")
        signature = request.headers.get("X-Slack-Signature")
        try:
            return self._verifier.is_valid(body, at, signature)
        except (TypeError, ValueError):  # no number, no letters of ASCII
            return False


def attach(app: web.Application, faden: Faden, access: SlackAccess, pages: str) -> None:
    """Let ``app``, whose pages people open at ``pages``, answer Slack."""
    endpoint = Endpoint(faden, access, pages)
    app.cleanup_ctx.append(endpoint.running)
    app.router.add_post(PATH, endpoint.answer)
