"""The open region brings its letters to the workspace by itself."""

from __future__ import annotations

from pathlib import Path

from adapters.main import Faden
from adapters.settings import SlackAccess
from adapters.slack.channel import connect
from tests.adapters.slack.neutral import PAGES, kinds
from tests.auenland import found
from tests.slack.judge import texts
from tests.slack.simulator import simulating
from tests.slack.workspace import Workspace


def access(workspace: Workspace, api: str) -> SlackAccess:
    return SlackAccess(token=workspace.token, signing_secret=workspace.secret, api=api)


def test_a_request_reaches_the_clerk_in_slack_as_a_card_in_her_words(
    tmp_path: Path,
) -> None:
    here = found(tmp_path / "data")
    here.faden.close()
    with simulating(here.watch) as slack:
        workspace = slack.workspace
        user = workspace.user("lindner")
        channel = connect(access(workspace, slack.api), PAGES.base)
        here.faden = Faden.open(tmp_path / "data", clock=here.watch, channels=[channel])
        addresses = here.faden.store.office.addresses
        where = f"{user.team}/{user.id}"
        addresses.link("p-lindner", "slack", where, here.watch()).result(20)
        here.say("p-kern", "Bitte an Lindgrund: Schlammmengen 2024–26 bis 30.4.")
        here.say("p-kern", "ja")
        assert slack.wait(lambda: bool(workspace.told(user)))
        here.faden.close()
        (told,) = workspace.told(user)
        assert "Schlammmengen 2024–26" in told["text"]
        assert "actions" in kinds(told["blocks"])
        said = list(texts(told["blocks"]))
        assert "Machen wir" in said
        assert any("oder tippen: Z1 machen wir" in words for words in said)
        assert PAGES.item("Z1") in said
