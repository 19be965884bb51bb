"""Post: letters in the office, people in the workspace, and what reached whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from adapters.clock import SetClock
from adapters.office import Letter
from adapters.office.sender import PACE, Sender
from adapters.office.stuck import Kind
from adapters.settings import SlackAccess
from adapters.slack.channel import SlackChannel
from adapters.store import Store
from bots.heard import HEARD, Chosen
from bots.message import Choices, Link, Message
from core.ports import Via
from tests.adapters.slack.neutral import PAGES, SPEECH, choices, message, text
from tests.slack.records import Data, User
from tests.slack.simulator import Simulator

SECOND = timedelta(seconds=1)
HISTORY = Link(label="Verlauf", item="Z34")
BUTTONS: Choices = choices(2)


def channel_to(slack: Simulator, store: Store) -> SlackChannel:
    """Return a channel that waits for Slack only a second."""
    workspace = slack.workspace
    access = SlackAccess(
        token=workspace.token, signing_secret=workspace.secret, api=slack.api
    )
    return SlackChannel(access, store.office, lambda _: SPEECH, PAGES, timeout=1)


@dataclass
class Post:
    """Puts letters, lets them be sent, and looks into the workspace."""

    slack: Simulator
    store: Store
    clock: SetClock
    sender: Sender
    users: dict[str, User] = field(default_factory=dict)

    def link(self, person: str, team: str | None = None) -> User:
        """Let somebody join the workspace and link it."""
        user = self.slack.workspace.user(person.removeprefix("p-"), team=team)
        self.users[person] = user
        self.store.office.addresses.link(
            person, "slack", f"{user.team}/{user.id}", self.clock()
        ).result(20)
        return user

    def put(
        self,
        key: str,
        shown: Message | None = None,
        *,
        person: str = "p-kern",
        place: str = "",
    ) -> None:
        """Lay a letter into the outbox."""
        shown = shown or message(text(f"Nachricht {key}."))
        letter = Letter(
            key=key,
            channel="slack",
            person=person,
            place=place,
            payload=shown.model_dump(mode="json"),
            item=shown.item,
            version=shown.version,
        )
        self.store.office.outbox.put([letter], self.clock()).result(20)

    def click(self, ref: str, card: str, choice: str, person: str = "p-kern") -> None:
        """Let the inbox know of a click on a card."""
        heard = Chosen(ref=ref, person=person, via=Via.SLACK, card=card, choice=choice)
        self.store.office.inbox.store(
            ref=ref,
            channel="slack",
            person=person,
            place="",
            payload=HEARD.dump_python(heard, mode="json"),
            now=self.clock(),
        ).result(20)

    def rounds(self, count: int = 1, pace: timedelta = PACE) -> int:
        """Let the sender do so many rounds; return how many letters it sent."""
        sent = 0
        for _ in range(count):
            sent += self.sender.step()
            self.clock.pass_by(pace)
        return sent

    def told(self, person: str = "p-kern") -> list[Data]:
        """Return what somebody reads from the bot, oldest first."""
        return self.slack.workspace.told(self.users[person])

    def keys(self, person: str = "p-kern") -> list[str]:
        """Return the keys of the letters that were posted to somebody."""
        return [one["metadata"]["event_payload"]["key"] for one in self.told(person)]

    def reasons(self) -> dict[str, str]:
        """Return what was put aside, and why."""
        return {
            one.key: one.reason
            for one in self.store.office.stuck.all()
            if one.kind is Kind.LETTER and one.again_at is None
        }
