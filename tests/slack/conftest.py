"""A stand-in for Slack, its people, and Slack's own client to talk to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from adapters.clock import SetClock
from tests.slack.people import People
from tests.slack.records import User
from tests.slack.simulator import Simulator, simulating


@pytest.fixture
def clock() -> SetClock:
    """A Wednesday morning."""
    return SetClock(datetime(2027, 3, 17, 8, tzinfo=UTC))


@pytest.fixture
def slack(clock: SetClock) -> Iterator[Simulator]:
    """A workspace with our app in it."""
    with simulating(clock) as simulator:
        yield simulator


@pytest.fixture
def people(slack: Simulator) -> People:
    """Everybody in it."""
    return People(slack)


@pytest.fixture
def client(slack: Simulator) -> WebClient:
    """Slack's own client, which tries nothing twice."""
    return WebClient(
        slack.workspace.token, base_url=slack.api, timeout=1, retry_handlers=[]
    )


@pytest.fixture
def kern(slack: Simulator) -> User:
    """Somebody in the workspace."""
    return slack.workspace.user("kern")
