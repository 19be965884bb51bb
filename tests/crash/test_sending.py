"""A process is killed while it brings letters to Slack: each is there once."""

from __future__ import annotations

import multiprocessing
import threading
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Final

from adapters.office import Letter
from adapters.office.sender import Sender
from adapters.settings import SlackAccess
from adapters.slack.channel import SlackChannel
from adapters.store import open_store
from tests.adapters.slack.neutral import PAGES, SPEECH, message, text
from tests.crash.child import unmeasured
from tests.slack.judge import texts
from tests.slack.records import User
from tests.slack.simulator import Simulator, simulating

KILLS: Final = 6
LETTERS: Final = 5  # to each person
PEOPLE: Final = 6
PATIENCE: Final = 120.0  # seconds, for machines that do much else
SPEED: Final = (
    200  # times as fast as our clocks: a lease is over in a third of a second
)
PERHAPS: Final = "Slack hat den ersten Versuch nicht bestätigt"


class Fast:
    """A clock of a day on which much happens."""

    def __init__(self, since: float) -> None:
        self._since = since

    def __call__(self) -> datetime:
        """Return a time that passes fast, the same in all processes."""
        passed = timedelta(seconds=(monotonic() - self._since) * SPEED)
        return datetime(2027, 3, 17, 8, tzinfo=UTC) + passed


def _bring(folder: Path, access: SlackAccess, since: float) -> None:
    clock, pause = Fast(since), threading.Event()
    with closing(open_store(folder, clock=clock)) as store:
        channel = SlackChannel(access, store.office, lambda _: SPEECH, PAGES)
        sender = Sender(store.office.deliveries, channel, clock)
        while not pause.wait(0.005):
            sender.step()


def _started(folder: Path, access: SlackAccess, since: float) -> BaseProcess:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "slack_sdk.web", "babel"])
    child = context.Process(target=_bring, args=(folder, access, since), daemon=True)
    with unmeasured():
        child.start()
    return child


def _prepare(folder: Path, slack: Simulator, clock: Fast) -> dict[str, User]:
    """Link people and put their letters."""
    users = {f"p-{n}": slack.workspace.user(f"u{n}") for n in range(PEOPLE)}
    with closing(open_store(folder, clock=clock)) as store:
        for person, user in users.items():
            where = f"{user.team}/{user.id}"
            store.office.addresses.link(person, "slack", where, clock()).result(20)
        letters = [
            Letter(
                key=f"{person}/{n}",
                channel="slack",
                person=person,
                payload=message(text(f"Nachricht {n}")).model_dump(mode="json"),
            )
            for n in range(LETTERS)
            for person in users
        ]
        store.office.outbox.put(letters, clock()).result(20)
    return users


def test_killed_at_any_moment_every_letter_is_there_once_and_in_order(
    tmp_path: Path,
) -> None:
    since = monotonic()
    clock, folder = Fast(since), tmp_path / "data"
    with simulating(clock) as slack:
        workspace = slack.workspace
        access = SlackAccess(
            token=workspace.token, signing_secret=workspace.secret, api=slack.api
        )
        users = _prepare(folder, slack, clock)
        for kill in range(1, KILLS + 1):
            child = _started(folder, access, since)
            assert slack.wait(partial(_asked, slack, 2 * kill), PATIENCE)
            child.kill()
            child.join()
        child = _started(folder, access, since)
        assert slack.wait(
            lambda: all(map(partial(_whole, slack), users.items())), PATIENCE
        )
        child.kill()
        child.join()
        for person, user in users.items():
            told = _told(slack, user)
            assert list(dict.fromkeys(key for key, _ in told)) == _wanted(person)
            plain = Counter(key for key, doubted in told if not doubted)
            assert max(plain.values(), default=0) <= 1
            assert max(Counter(key for key, _ in told).values()) <= 2
        assert slack.asked("conversations.history")


def _asked(slack: Simulator, times: int) -> bool:
    return len(slack.asked("chat.postMessage")) >= times


def _whole(slack: Simulator, linked: tuple[str, User]) -> bool:
    person, user = linked
    return set(_wanted(person)) <= {key for key, _ in _told(slack, user)}


def _wanted(person: str) -> list[str]:
    return [f"{person}/{n}" for n in range(LETTERS)]


def _told(slack: Simulator, user: User) -> list[tuple[str, bool]]:
    """Return the keys of what is there, and whether it says that it may be a repeat."""
    return [
        (
            one["metadata"]["event_payload"]["key"],
            any(PERHAPS in words for words in texts(one["blocks"])),
        )
        for one in slack.workspace.told(user)
    ]
