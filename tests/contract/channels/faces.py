"""Faces: people's hands and eyes in the web chat and in Slack.

Both go the whole way: real HTTP into the real server, and back out of what the
browser or the workspace shows. What somebody does is returned as its delivery, which
can be made once more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from tests.adapters.slack.county import SlackCounty, opened
from tests.auenland import Watch
from tests.contract.channels.browser import WebFace
from tests.contract.channels.delivery import Delivery
from tests.slack.envelopes import Request
from tests.slack.records import Data

PEOPLE: Final = {"kern": "p-kern", "lindner": "p-lindner", "mueller": "p-mueller"}
MAYORS: Final = {"lange": "p-lange", "vogt": "p-vogt", "roth": "p-roth"}


class Face(Protocol):
    """What somebody can do and see in a channel."""

    county: SlackCounty

    def meet(self, people: Mapping[str, str]) -> None:
        """Let ``people`` use this channel, from their names to persons."""
        ...

    def say(self, who: str, text: str) -> Delivery:
        """Type a line."""
        ...

    def begin(self, who: str, text: str) -> None:
        """Type a line whose answer nobody waits for."""
        ...

    def press(self, who: str, label: str) -> Delivery:
        """Press the newest button called ``label``."""
        ...

    def fill(self, who: str, values: Mapping[str, str]) -> Delivery:
        """Fill in the newest form, by the ids of its fields."""
        ...

    def told(self, who: str) -> str:
        """Return all that ``who`` can read."""
        ...


class SlackFace:
    """Accounts in a workspace."""

    def __init__(self, county: SlackCounty) -> None:
        self.county = county

    def meet(self, people: Mapping[str, str]) -> None:
        """Link their accounts."""
        for name, person in people.items():
            self.county.link(name, person)

    def say(self, who: str, text: str) -> Delivery:
        """Write a direct message."""
        user = self.county.user(who)
        return self._send(self.county.people.say(user, text))

    def begin(self, who: str, text: str) -> None:
        """Write a direct message and leave."""
        self.county.unanswered(self.county.people.say(self.county.user(who), text))

    def press(self, who: str, label: str) -> Delivery:
        """Press the button on the newest message that has it."""
        user, people = self.county.user(who), self.county.people
        for message in reversed(self._messages(who)):
            if f'"text": "{label}"' in json.dumps(message, ensure_ascii=False):
                return self._send(people.press(user, message, label))
        raise LookupError(label)

    def fill(self, who: str, values: Mapping[str, str]) -> Delivery:
        """Open the newest form and send it."""
        user, people = self.county.user(who), self.county.people
        message, label = next(
            (message, str(element["text"]["text"]))
            for message in reversed(self._messages(who))
            for block in reversed(message["blocks"])
            for element in reversed(block.get("elements", ()))
            if str(element.get("action_id", "")).startswith("faden.form/")
        )
        self._send(people.press(user, message, label))
        return self._send(people.submit(user, people.top(user), values))

    def told(self, who: str) -> str:
        """Return the words of all messages, as notifications read them out."""
        return "\n".join(str(message["text"]) for message in self._messages(who))

    def _messages(self, who: str) -> list[Data]:
        self.county.deliver()
        return self.county.slack.workspace.told(self.county.user(who))

    def _send(self, request: Request) -> Delivery:
        def deliver() -> None:
            assert self.county.send(request).status == 200

        deliver()
        return deliver


FACES: Final[Mapping[str, Callable[[SlackCounty], Face]]] = {
    "web": WebFace,
    "slack": SlackFace,
}


@contextmanager
def facing(channel: str, folder: Path, watch: Watch | None = None) -> Iterator[Face]:
    """Serve Auenland; its people use ``channel``."""
    with opened(folder, {}, watch) as county:
        face = FACES[channel](county)
        face.meet(PEOPLE)
        yield face
