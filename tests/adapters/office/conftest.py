"""A platform and the sender to it, without its thread."""

from __future__ import annotations

import pytest

from adapters.clock import SetClock
from adapters.office.sender import Sender
from adapters.store import Store
from tests.adapters.office.platform import Platform


@pytest.fixture
def platform() -> Platform:
    """A platform that takes everything."""
    return Platform()


@pytest.fixture
def sender(store: Store, clock: SetClock, platform: Platform) -> Sender:
    """The sender to it, without its thread."""
    return Sender(store.office.deliveries, platform, clock)
