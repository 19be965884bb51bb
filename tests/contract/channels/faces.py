"""Faces: people's hands and eyes in the web chat and in Slack.

Both go the whole way: real HTTP into the real server, and back out of what the
browser or the workspace shows. What somebody does is returned as its delivery, which
can be made once more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Final, Protocol, TypeAlias
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from adapters.web.chat import FIELD
from tests.adapters.slack.county import SlackCounty, opened
from tests.slack.envelopes import Request
from tests.slack.records import Data

PEOPLE: Final = {"kern": "p-kern", "lindner": "p-lindner", "mueller": "p-mueller"}
PATIENCE: Final = 20  # seconds
SEE_OTHER: Final = 303
_CHOICES: Final = re.compile(r'<form class="choices".*?</form>', re.DOTALL)
_FORMS: Final = re.compile(r'<form[^>]*action="/form".*?</form>', re.DOTALL)
_TALK: Final = re.compile(r'<ol class="talk".*?</ol>', re.DOTALL)
_HIDDEN: Final = re.compile(r'name="(\w+)" value="([^"]*)"')
Delivery: TypeAlias = Callable[[], None]


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


class WebFace:
    """Browsers without script."""

    def __init__(self, county: SlackCounty) -> None:
        self.county = county
        self._sessions: dict[str, str] = {}

    def meet(self, people: Mapping[str, str]) -> None:
        """Let them sign in."""
        self._sessions |= {name: self._enter(who) for name, who in people.items()}

    def say(self, who: str, text: str) -> Delivery:
        """Send the line of the chat."""
        return self._post(who, "/say", {"ref": str(uuid4()), "text": text})

    def begin(self, who: str, text: str) -> None:
        """Send the line as our script does."""
        fields = {"ref": str(uuid4()), "text": text}
        status, _ = self._ask("POST", "/say", urlencode(fields), who)
        assert status == SEE_OTHER

    def press(self, who: str, label: str) -> Delivery:
        """Send the form in which the button stands."""
        wanted = re.compile(rf'value="([^"]*)"[^>]*>{re.escape(label)}</button>')
        for form in reversed(_CHOICES.findall(self._page(who))):
            if button := wanted.search(form):
                fields = dict(_HIDDEN.findall(form)) | {"choice": button[1]}
                return self._post(who, "/choose", fields)
        raise LookupError(label)

    def fill(self, who: str, values: Mapping[str, str]) -> Delivery:
        """Send the newest form."""
        form = _FORMS.findall(self._page(who))[-1]
        fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        names = re.search(r'<button name="form" value="([^"]*)"', form)
        named = {"form": names[1]} if names else {}
        said = {f"{FIELD}{name}": value for name, value in values.items()}
        return self._post(who, "/form", fields | named | said)

    def told(self, who: str) -> str:
        """Return the words of the conversation."""
        (talk,) = _TALK.findall(self._page(who))
        return unescape(re.sub(r"<[^>]+>", "", talk))

    def _post(self, who: str, path: str, fields: Mapping[str, str]) -> Delivery:
        def deliver() -> None:
            status, _ = self._ask("POST", path, urlencode(fields), who)
            assert status == SEE_OTHER, status
            self.county.settle()

        deliver()
        return deliver

    def _page(self, who: str) -> str:
        return self._ask("GET", "/", "", who)[1]

    def _enter(self, person: str) -> str:
        faden = self.county.faden
        sessions, now = faden.store.office.sessions, faden.clock()
        link = sessions.link(person, now).result(PATIENCE)
        return sessions.redeem(link, now).result(PATIENCE) or ""

    def _ask(self, method: str, path: str, body: str, who: str) -> tuple[int, str]:
        parts = urlsplit(self.county.served.url)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"faden={self._sessions[who]}",
            "Origin": f"http://{parts.netloc}",
        }
        line = HTTPConnection(str(parts.hostname), parts.port, timeout=PATIENCE)
        try:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode()
        finally:
            line.close()


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
            for block in message["blocks"]
            for element in block.get("elements", ())
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
def facing(channel: str, folder: Path) -> Iterator[Face]:
    """Serve Auenland; its people use ``channel``."""
    with opened(folder, {}) as county:
        face = FACES[channel](county)
        face.meet(PEOPLE)
        yield face
