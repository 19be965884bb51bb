"""County: Auenland behind a real port, and a stand-in for Slack that calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from adapters.main import Faden
from adapters.settings import SlackAccess
from adapters.slack.channel import connect
from adapters.web.app import build
from bots.message import Message
from tests.adapters.slack.served import Served
from tests.auenland import Auenland, Watch, found
from tests.slack.envelopes import Reply, Request
from tests.slack.people import People
from tests.slack.records import Data, User
from tests.slack.simulator import Simulator, simulating

LINKED = {"kern": "p-kern", "lindner": "p-lindner", "mueller": "p-mueller"}
PAGES = "https://faden.auenland.example"
PATIENCE = 20  # seconds
ACCEPTED = 200


@dataclass
class SlackCounty:
    """The county, its workspace, and what people do there."""

    here: Auenland
    slack: Simulator
    served: Served = field(init=False)
    people: People = field(init=False)
    users: dict[str, User] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people = People(self.slack)

    @property
    def access(self) -> SlackAccess:
        """What the program needs for the workspace."""
        workspace = self.slack.workspace
        return SlackAccess(
            token=workspace.token, signing_secret=workspace.secret, api=self.slack.api
        )

    def open(self) -> None:
        """Open the region and serve it."""
        channel = connect(self.access, PAGES)
        folder = self.here.faden.store.folder
        self.here.faden = Faden.open(folder, clock=self.here.watch, channels=[channel])
        self.served = Served(build(self.faden, slack=self.access, pages=PAGES))

    def close(self) -> None:
        """Stop serving, and let go of the region."""
        self.served.close()
        self.faden.close()

    def deliver(self) -> None:
        """Let time pass until everything is told in Slack."""
        for n in range(100 * PATIENCE):
            if not self._untold():
                return
            if n % 10 == 0:
                self.here.watch.forward(seconds=1)
                self.faden.send()
            self.served.breathe()
        raise AssertionError("something is never told")

    def _untold(self) -> bool:
        outbox, users = self.faden.store.office.outbox, list(self.users.values())
        people = {self.person(user) or "" for user in users} | {""}
        now = self.here.watch()
        return any(
            one.sent_at is None
            for person in people
            for one in outbox.thread(person, 0, 10_000, "slack", now)
        )

    def person(self, user: User) -> str | None:
        """Return who ``user`` is."""
        addresses = self.faden.store.office.addresses
        return addresses.person("slack", f"{user.team}/{user.id}")

    def unanswered(self, request: Request) -> None:
        """Let Slack send a request, and wait for the acknowledgement only."""
        assert self.people.send(request, self.served.url).status == ACCEPTED

    @property
    def faden(self) -> Faden:
        """The open region."""
        return self.here.faden

    def user(self, name: str, team: str = "") -> User:
        """Return somebody of the workspace, or a guest of another one."""
        if name not in self.users:
            workspace = self.slack.workspace
            known = workspace.user(name, team=team) if team else workspace.user(name)
            self.users[name] = known
        return self.users[name]

    def link(self, name: str, person: str) -> User:
        """Let ``name`` in Slack be ``person``."""
        user = self.user(name)
        addresses = self.faden.store.office.addresses
        where = f"{user.team}/{user.id}"
        addresses.link(person, "slack", where, self.here.watch()).result(20)
        return user

    def send(self, request: Request) -> Reply:
        """Let Slack send a request, and wait until what it brought is worked off."""
        reply = self.people.send(request, self.served.url)
        self.settle()
        return reply

    def settle(self) -> None:
        """Wait until nothing is left to answer or to tell."""
        inbox = self.faden.store.office.inbox
        for arrival in inbox.waiting(self.here.watch(), 1000):
            assert self.faden.settled(arrival.ref, PATIENCE)
        assert self.faden.reactor.settle()

    def say(self, name: str, text: str) -> list[str]:
        """Let ``name`` write directly; return what they are told then."""
        before = len(self.letters(name))
        reply = self.send(self.people.say(self.user(name), text))
        assert reply.status == 200, reply
        return [message.plain for message in self.letters(name)[before:]]

    def letters(self, name: str) -> list[Message]:
        """Return everything that is to be told to ``name`` in Slack."""
        user = self.user(name)
        outbox, where = self.faden.store.office.outbox, f"{user.team}/{user.id}"
        person = self.faden.store.office.addresses.person("slack", where)
        told = outbox.thread(person or "", limit=10_000, channel="slack")
        mine = [one for one in told if person or one.letter.place.endswith(f"/{where}")]
        return [Message.model_validate(one.letter.payload) for one in mine]

    def whispered(self) -> Data:
        """Wait for the next thing said to one person alone, and return it."""
        for _ in range(500):
            if self.slack.workspace.whispers:
                return dict(self.slack.workspace.whispers.pop(0))
            self.served.breathe()
        raise AssertionError("nobody whispered")

    def card(self, name: str, label: str) -> tuple[str, str]:
        """Return key and id of the newest button called ``label`` for ``name``."""
        person = LINKED[name]
        told = self.faden.store.office.outbox.thread(person, 0, 10_000, "slack")
        for one in reversed(told):
            message = Message.model_validate(one.letter.payload)
            for part in message.parts:
                for option in getattr(part, "options", ()):
                    if option.label == label:
                        return one.letter.key, option.id
        raise LookupError(label)


@contextmanager
def opened(
    folder: Path, linked: Mapping[str, str] = LINKED, watch: Watch | None = None
) -> Iterator[SlackCounty]:
    """Serve Auenland, with some of its people in Slack."""
    here = found(folder, watch)
    here.faden.close()
    with simulating(here.watch) as slack:
        county = SlackCounty(here, slack)
        county.open()
        for name, person in linked.items():
            county.link(name, person)
        try:
            yield county
        finally:
            county.close()


def button(key: str, action: str, label: str = "Knopf") -> Data:
    """Return a message with one button of ours, as it stands in Slack."""
    text: Mapping[str, str] = {"type": "plain_text", "text": label}
    element = {"type": "button", "action_id": action, "value": key, "text": text}
    block = {"type": "actions", "block_id": "b0", "elements": [element]}
    return {"ts": "1.1", "blocks": [block]}
