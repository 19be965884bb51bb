"""Browser: somebody's hands and eyes in the web chat, without script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from http.client import HTTPConnection
from typing import Final
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from adapters.web.chat import FIELD
from tests.adapters.slack.county import SlackCounty
from tests.contract.channels.delivery import Delivery

PATIENCE: Final = 20  # seconds
SEE_OTHER: Final = 303
_CHOICES: Final = re.compile(r'<form class="choices".*?</form>', re.DOTALL)
_FORMS: Final = re.compile(r'<form[^>]*action="/form".*?</form>', re.DOTALL)
_TALK: Final = re.compile(r'<ol class="talk".*?</ol>', re.DOTALL)
_HIDDEN: Final = re.compile(r'name="(\w+)" value="([^"]*)"')


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
