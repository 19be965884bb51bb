"""Who we are in Slack is asked until it is known; a refused token is logged."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient
from structlog.testing import capture_logs

from adapters.slack.profiles import EVERY, Profiles
from adapters.slack.reach import Reach
from adapters.slack.workspace import PAUSES, Workspace
from tests.adapters.slack.county import SlackCounty
from tests.auenland import Watch
from tests.slack.faults import Fault
from tests.slack.simulator import simulating

NOWHERE = "http://127.0.0.1:1/"


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    """A session of the event loop."""
    async with ClientSession() as opened:
        yield opened


def _client(base: str, session: ClientSession, token: str) -> AsyncWebClient:
    return AsyncWebClient(token, base_url=base, session=session, retry_handlers=[])


async def test_messages_have_an_address_once_the_workspace_is_known(
    session: ClientSession,
) -> None:
    with simulating(Watch()) as slack:
        workspace = Workspace(_client(slack.api, session, slack.workspace.token))
        assert workspace.permalink("D1", "17.01") == ""
        assert workspace.is_ours(frozenset({"T0THER"}))
        assert await workspace.ask()
    place = "https://auenland.slack.example/archives/D1/p1701"
    assert workspace.permalink("D1", "17.01") == place
    assert workspace.permalink("D1", "17.01", "16.1") == (
        f"{place}?thread_ts=16.1&cid=D1"
    )
    assert workspace.permalink("", "17.01") == ""
    assert not workspace.is_ours(frozenset({"T0THER"}))
    assert workspace.is_ours(frozenset({"T0THER", slack.workspace.team}))


async def test_slack_is_asked_again_after_growing_pauses(
    session: ClientSession,
) -> None:
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    with simulating(Watch()) as slack, capture_logs() as logs:
        client = _client(slack.api, session, slack.workspace.token)
        slack.faults.plan(*[Fault.ERROR, Fault.BROKEN] * 3, method="auth.test")
        await Workspace(client, pause).learn()
    assert pauses == [*PAUSES, PAUSES[-1], PAUSES[-1]]
    assert {str(entry["event"]) for entry in logs[:-1]} == {
        "slack says no",
        "slack is away",
    }


async def test_a_token_that_slack_refuses_is_an_error_with_the_next_step(
    session: ClientSession,
) -> None:
    with simulating(Watch()) as slack, capture_logs() as logs:
        assert not await Workspace(_client(slack.api, session, "xoxb-old")).ask()
    (entry,) = logs
    assert (entry["event"], entry["log_level"]) == ("slack refuses the token", "error")
    assert "FADEN_SLACK_BOT_TOKEN" in entry["next"]
    assert "xoxb-old" not in str(logs)


async def test_what_slack_says_of_somebody_is_asked_once_a_day(
    county: SlackCounty, session: ClientSession
) -> None:
    slack, kern = county.slack, county.user("kern")
    client = _client(slack.api, session, slack.workspace.token)
    profiles, where = Profiles(county.faden, client), f"{kern.team}/{kern.id}"
    slack.faults.plan(Fault.ERROR, Fault.BROKEN, method="users.info")
    for _ in range(5):
        await profiles.refresh(where)
    assert len(slack.asked("users.info")) == 3  # two failed
    county.here.watch.now += EVERY
    await profiles.refresh(where)
    await profiles.refresh("T0AUEN/UNOBODY")
    assert len(slack.asked("users.info")) == 4


async def test_what_cannot_be_said_at_once_is_let_go(session: ClientSession) -> None:
    reach = Reach(_client(NOWHERE, session, "x"), session)
    with capture_logs() as logs:
        assert not await reach.open("t", {"type": "modal"})
        reach.whisper("", "x")
        reach.whisper(NOWHERE, "x")
        current = asyncio.current_task()
        begun = {task for task in asyncio.all_tasks() if task is not current}
        await asyncio.gather(*begun)
    assert [entry["event"] for entry in logs] == ["form not opened", "not whispered"]
    await reach.close()
