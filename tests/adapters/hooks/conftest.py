"""Auenland with a receiver; the library's clock is that of the county."""

# mypy: disable-error-code="explicit-override"
# typing.override came with Python 3.12, and nothing else of ours needs a backport.

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from standardwebhooks import webhooks

from tests.adapters.hooks.receiver import Receiver
from tests.auenland import Auenland, found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Auenland]:
    """Auenland, founded."""
    county = found(tmp_path / "data")

    class Theirs(datetime):
        """Shows the time of the county."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # of no subclass
            """Return it."""
            return county.watch().astimezone(tz)

    monkeypatch.setattr(webhooks, "datetime", Theirs)
    yield county
    county.faden.close()


@pytest.fixture
async def receiver(here: Auenland) -> AsyncIterator[Receiver]:
    """Somebody who wants to know."""
    one = Receiver(here)
    await one.start()
    yield one
    await one.server.close()
