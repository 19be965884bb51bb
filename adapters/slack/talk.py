"""Talk: messages, the slash command and visits to the home page (*Gespräch*).

An event that cannot be kept raises, is answered with 503, and Slack sends it again. A
slash command comes once, so its answer says to try again.
"""

from __future__ import annotations

import asyncio
import re
from typing import Final

import structlog
from slack_bolt.async_app import AsyncAck

from adapters.slack import acts
from adapters.slack.acts import Act
from adapters.slack.clicks import ELSEWHERE, ONCE_MORE, Body
from adapters.slack.counter import Counter
from adapters.slack.linking import STRANGER
from adapters.slack.modals import Modals
from adapters.slack.profiles import Profiles
from adapters.slack.reach import Reach
from adapters.slack.said import Command, Envelope, HomeEvent, MessageEvent
from adapters.slack.workspace import Workspace
from bots.locale import N_
from core.errors import Refusal

_REQUEST: Final = re.compile(r"(?:bitte|request)?", re.IGNORECASE)
_GONE: Final = frozenset({"app_uninstalled", "tokens_revoked"})
_SAID: Final = frozenset({"app_mention", "message"})
_HOME: Final = "app_home_opened"
KINDS: Final = _GONE | _SAID | {_HOME}
TAKEN: Final = N_("Got it. I answer in our direct message.")

log = structlog.get_logger()


class Talk:
    """Hears what people say."""

    def __init__(
        self,
        counter: Counter,
        modals: Modals,
        reach: Reach,
        profiles: Profiles,
        workspace: Workspace,
    ) -> None:
        """Keep acts at ``counter``, open forms through ``reach``."""
        self._counter = counter
        self._modals = modals
        self._reach = reach
        self._profiles = profiles
        self._workspace = workspace

    async def event(self, body: Body) -> None:
        """Take a message or a visit to the home page; leave alone all else.

        Raises:
            Refusal: it could not be kept.
        """
        envelope, kind = Envelope.model_validate(body), body["event"].get("type")
        if not self._workspace.is_ours(envelope.teams):
            log.warning("slack event of another workspace", team=envelope.team_id)
            return
        if kind in _GONE:
            log.error(
                "slack took the app away",
                kind=kind,
                next="install the app anew, set FADEN_SLACK_BOT_TOKEN, restart",
            )
        elif kind in _SAID:
            event = MessageEvent.model_validate(body["event"])
            act = acts.message(envelope, event, self._workspace)
            if act is not None:
                await self._counter.hear(act)
        elif kind == _HOME:
            home = HomeEvent.model_validate(body["event"])
            act = acts.home(envelope, home)
            if home.tab == "home":
                await self._counter.hear(act)
            self._reach.spawn(self._profiles.refresh(act.address))

    async def command(self, ack: AsyncAck, body: Body) -> None:
        """Take a slash command; its answer is for whoever typed it."""
        answer = await self._commanded(Command.model_validate(body))
        await ack(text=answer, response_type="ephemeral")

    async def _commanded(self, said: Command) -> str:
        translate = self._counter.faden.speech(None).translate
        if not self._workspace.is_ours(frozenset({said.team_id})):
            return translate(ELSEWHERE)
        act = acts.command(said)
        try:
            answer = await self._counter.aside(act)
            if answer is not None:
                return answer
            if _REQUEST.fullmatch(said.text.strip()):
                return await self._asked(said, act)
            person = await self._counter.take(act)
        except Refusal as refusal:
            log.warning("slash command not kept", code=refusal.code.value)
            return translate(ONCE_MORE)
        if person is None:
            return translate(STRANGER)
        speech = await asyncio.to_thread(self._counter.faden.speech, person)
        return speech.translate(TAKEN)

    async def _asked(self, said: Command, act: Act) -> str:
        """Open the form of a request; return what to say beside it."""
        person = await self._counter.linking.person(act.address)
        speech = await asyncio.to_thread(self._counter.faden.speech, person)
        if person is None:
            return speech.translate(STRANGER)
        view = await asyncio.to_thread(self._modals.request, person)
        opened = await self._reach.open(said.trigger_id, view)
        return "" if opened else speech.translate(ONCE_MORE)
