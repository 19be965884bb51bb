"""Clicks: buttons that were pressed and forms that were sent (*Knopfdruck*).

Slack sends them once. What cannot be kept is answered with a line to try again, which
only whoever pressed sees.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, TypeAlias

import structlog
from slack_bolt.async_app import AsyncAck

from adapters.slack import acts
from adapters.slack.acts import Act, Pressed
from adapters.slack.counter import Counter
from adapters.slack.linking import STRANGER
from adapters.slack.modals import Mistakes, Modals
from adapters.slack.reach import Reach
from adapters.slack.said import Click, Submission, address
from adapters.slack.views import mended
from adapters.slack.workspace import Workspace
from bots.locale import N_
from core.errors import Refusal

Body: TypeAlias = Mapping[str, Any]  # a payload as Slack sends it
ONCE_MORE = N_(
    "I could not take that just now, and nothing was done. Please try again in a "
    "moment."
)
ELSEWHERE = N_(
    "This Faden belongs to another workspace. Please ask your coordination where it "
    "can be used."
)

log = structlog.get_logger()


class Clicks:
    """Hears what people press."""

    def __init__(
        self, counter: Counter, modals: Modals, reach: Reach, workspace: Workspace
    ) -> None:
        """Keep acts at ``counter``, open forms through ``reach``."""
        self._counter = counter
        self._modals = modals
        self._reach = reach
        self._workspace = workspace

    async def click(self, ack: AsyncAck, body: Body) -> None:
        """Take a pressed button, or open the form that belongs to it."""
        await ack()
        said = Click.model_validate(body)
        what = acts.pressed(said.actions[0])
        if what is None:
            return
        if not self._workspace.is_ours(frozenset({said.team.id})):
            self._reach.whisper(said.response_url, self._translate(ELSEWHERE))
            return
        act = acts.click(said, what, self._workspace)
        try:
            if what.kind == "choice" or not await self._opened(said, what, act):
                await self._counter.hear(act)
        except Refusal as refusal:
            log.warning("slack click not kept", code=refusal.code.value)
            self._reach.whisper(said.response_url, self._translate(ONCE_MORE))

    async def _opened(self, said: Click, what: Pressed, act: Act) -> bool:
        """Whether a form was opened, or it was said why not."""
        person = await self._counter.linking.person(act.address)
        if person is None:
            return False
        view = await asyncio.to_thread(self._modals.pressed, what, person)
        if view is None:
            return False
        if not await self._reach.open(said.trigger_id, view):
            self._reach.whisper(said.response_url, self._translate(ONCE_MORE))
        return True

    async def submission(self, ack: AsyncAck, body: Body) -> None:
        """Take a form that was filled in, or say field by field what to mend."""
        said = Submission.model_validate(body)
        try:
            mistakes = await self._sent(said)
        except Refusal as refusal:
            log.warning("slack form not kept", code=refusal.code.value)
            mistakes = _at_first(said, self._translate(ONCE_MORE))
        if mistakes:
            await ack(mended(mistakes))
        else:
            await ack()

    async def _sent(self, said: Submission) -> Mapping[str, str]:
        if not self._workspace.is_ours(frozenset({said.team.id})):
            return _at_first(said, self._translate(ELSEWHERE))
        where = address(said.user.team_id or said.team.id, said.user.id)
        person = await self._counter.linking.person(where)
        if person is None:
            return _at_first(said, self._translate(STRANGER))
        found = await asyncio.to_thread(self._modals.sent, said, person)
        if isinstance(found, Mistakes):
            return found.by_field
        if await self._counter.take(found) is None:  # unlinked this very moment
            return _at_first(said, self._translate(STRANGER))
        return {}

    def _translate(self, sentence: str) -> str:
        return self._counter.faden.speech(None).translate(sentence)


def _at_first(said: Submission, sentence: str) -> Mapping[str, str]:
    """Return ``sentence`` where it is seen: at the first field of the form."""
    return {next(iter(said.view.state.values), ""): sentence}
