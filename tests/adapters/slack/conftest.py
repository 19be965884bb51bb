"""A workspace, an office, the channel between them; and all of Auenland with Slack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.clock import SetClock
from adapters.office.sender import Sender
from adapters.slack.channel import SlackChannel
from adapters.store import Store
from tests.adapters.slack.county import SlackCounty, opened
from tests.adapters.slack.post import Post, channel_to
from tests.slack.simulator import Simulator, simulating


@pytest.fixture
def slack(clock: SetClock) -> Iterator[Simulator]:
    """A workspace with our app in it."""
    with simulating(clock) as simulator:
        yield simulator


@pytest.fixture
def channel(slack: Simulator, store: Store) -> SlackChannel:
    """The channel to it, with little patience."""
    return channel_to(slack, store)


@pytest.fixture
def sender(store: Store, channel: SlackChannel, clock: SetClock) -> Sender:
    """The sender to it, without its thread."""
    return Sender(store.office.deliveries, channel, clock)


@pytest.fixture
def post(slack: Simulator, store: Store, clock: SetClock, sender: Sender) -> Post:
    """Whoever puts letters into the office, and has them sent."""
    return Post(slack, store, clock, sender)


@pytest.fixture
def county(tmp_path: Path) -> Iterator[SlackCounty]:
    """Auenland, served, with coordination and Lindgrund's clerk in Slack."""
    with opened(tmp_path / "data") as county:
        yield county
