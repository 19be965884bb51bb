"""``faden serve`` talks with Slack where it is set up, and loads nothing of it else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.cli.terminal import Terminal
from tests.slack.people import People
from tests.slack.simulator import simulating

_ROOT = Path(__file__).parents[3]
_LOADS = """
import sys
import adapters.cli.serve, adapters.cli.serving, adapters.main, adapters.web.app
print(sorted(name for name in sys.modules if name.startswith("slack_")))
"""


@contextmanager
def _serving(folder: Path, **environment: str) -> Iterator[str]:
    """Serve ``folder``; yield the address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "adapters.cli", "serve", "--port", "0"],
        cwd=_ROOT,
        env={**os.environ, "FADEN_DATA": str(folder), "LC_ALL": "C.UTF-8"}
        | environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    ready = process.stdout.readline()
    try:
        yield next(word for word in ready.split() if word.startswith("http://"))
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)


def test_without_settings_nothing_of_slack_is_loaded() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LOADS],
        cwd=_ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.strip() == "[]"


def test_half_of_the_settings_stops_with_a_sentence(founded: Terminal) -> None:
    founded.environment = {"FADEN_SLACK_BOT_TOKEN": "xoxb-secret"}
    told = founded.refused("serve", "--port", "0")
    assert told.startswith("FADEN_SLACK_SIGNING_SECRET is not set.")
    assert "xoxb-secret" not in told


def test_with_the_settings_a_stranger_is_greeted_and_then_connected(
    founded: Terminal,
) -> None:
    with simulating(lambda: datetime.now(UTC)) as slack:
        workspace, people = slack.workspace, People(slack)
        kern = workspace.user("kern")
        founded.must("person", "add", "Frau Kern")
        with _serving(
            founded.folder,
            FADEN_SLACK_BOT_TOKEN=workspace.token,
            FADEN_SLACK_SIGNING_SECRET=workspace.secret,
            FADEN_SLACK_API=slack.api,
        ) as address:
            url = f"{address}/slack/events"
            assert people.send(people.say(kern, "Hallo"), url).status == 200
            assert slack.wait(lambda: len(workspace.told(kern)) == 1)
            code = founded.must("link", "Frau Kern", "--slack").split()[-1]
            said = people.send(people.command(kern, f"connect {code}"), url)
            assert "Kern" in said.data["text"]
            people.send(people.say(kern, "Hilfe"), url)
            assert slack.wait(lambda: len(workspace.told(kern)) == 2)


@pytest.fixture
def founded(tmp_path: Path) -> Terminal:
    """A region, founded."""
    terminal = Terminal(tmp_path / "data")
    terminal.clock.set(datetime.now(UTC))
    terminal.must("init", "--region", "Musterregion")
    return terminal
