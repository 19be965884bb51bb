"""What a browser gets at every address of the real application, in one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlencode
from uuid import uuid4

from aiohttp import ClientResponse, ClientSession, DummyCookieJar, web
from aiohttp.test_utils import TestServer

from adapters.api.operation import PREFIX
from adapters.office.signins import Way
from adapters.settings import SlackAccess
from adapters.web.app import build
from adapters.web.door import Door
from tests.access.county import World
from tests.access.roles import FORUMS, NOWHERE, ROLES, WORDS
from tests.access.table import Row

_SLACK: Final = SlackAccess(
    token="xoxb-1",  # noqa: S106  (none)
    signing_secret="secret",  # noqa: S106  (none)
    api="http://127.0.0.1:9/",
)
_WELCOME: Final = 'id="sign-in"'
_STREAM: Final = 200  # bytes read of what never ends
FORM: Final = "application/x-www-form-urlencoded"
ITEMS: Final = ("Z", "I", "F", "B")
FORUM: Final = "X"  # the forum itself, where an address takes one
_NOWHERE: Final = {**NOWHERE, FORUM: "nirgends"}


class Got(NamedTuple):
    """An answer, read."""

    status: int
    text: str
    location: str


def application(county: World) -> web.Application:
    """Return the application with everything that can be switched on."""
    return build(
        county.here.faden,
        slack=_SLACK,
        pages="http://127.0.0.1:1",
        door=Door(mail=True, slack=True),
    )


def every_route(app: web.Application) -> Iterator[str]:
    """Return all pages there are, as the table names them; for the rest see api.py."""
    for route in app.router.routes():
        resource = route.resource
        if resource is not None and resource.canonical.startswith(PREFIX):
            continue
        if route.method != "HEAD" and resource is not None:
            yield f"{route.method} {resource.canonical}"


class Walk:
    """Goes everywhere as everybody."""

    def __init__(self, county: World, server: TestServer) -> None:
        self._county = county
        self._server = server
        self._cookies: dict[str, str] = {}
        self._session = ClientSession(cookie_jar=DummyCookieJar())

    async def end(self) -> None:
        """Close the browser."""
        await self._session.close()

    async def text(self, path: str, role: str) -> str:
        """Return what ``role`` reads at ``path``."""
        url, headers = (
            self._server.make_url(path),
            {"Cookie": self._cookie(role, "GET")},
        )
        async with self._session.get(url, headers=headers) as answer:
            return (await _read(answer)).text

    async def outcome(self, row: Row, role: str) -> str:
        """Return what ``role`` gets, which is the same for every kind of item."""
        letters, _ = _sent(row)
        found = {letter: await self._once(row, role, letter) for letter in letters}
        if len(set(found.values())) == 1:
            return next(iter(found.values()))
        return " ".join(f"{letter}:{got}" for letter, got in found.items())

    async def _once(self, row: Row, role: str, letter: str) -> str:
        refs = _NOWHERE
        if row.circle:
            refs = {**self._county.refs[row.circle], FORUM: FORUMS[row.circle]}
        got = await self._ask(row, role, refs, letter)
        if row.circle and WORDS[row.circle] in got.text:
            return "sees"
        if _WELCOME in got.text or got.location.startswith("/anmelden"):
            return "sign-in"
        if got.status == web.HTTPNotFound.status_code:
            nowhere = await self._ask(row, role, _NOWHERE, letter)
            same = _plain(got, refs) == _plain(nowhere, _NOWHERE)
            return "withheld" if same else "told apart"
        if got.status >= web.HTTPBadRequest.status_code:
            return "refused"
        if row.what.startswith("GET"):
            return "withheld" if row.circle else "sees"
        return "acts"

    async def _ask(
        self, row: Row, role: str, refs: Mapping[str, str], letter: str
    ) -> Got:
        method, _, path = row.what.partition(" ")
        words = {
            **refs,
            "ref": refs.get(letter, NOWHERE["Z"]),
            "forum": refs[FORUM],
            "token": "none",
            "key": "none",
            "org": "lindgrund",
            "name": "faden.css",
            "ending": "csv",
            "slip": "ablehnen",
        }
        origin = str(self._server.make_url("/")).rstrip("/")
        url = origin + _filled(path, words)
        body, kind = _body(_sent(row)[1], words)
        headers = {
            "Origin": origin,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": kind,
            "Cookie": self._cookie(role, method),
        }
        async with self._session.request(
            method,
            url,
            allow_redirects=False,
            headers=headers,
            data=None if method == "GET" else body,
        ) as answer:
            return await _read(answer)

    def _cookie(self, role: str, method: str) -> str:
        """Return that of a session; what is sent may end it, so it gets its own."""
        if method != "GET":
            return self._entered(role)
        if role not in self._cookies:
            self._cookies[role] = self._entered(role)
        return self._cookies[role]

    def _entered(self, role: str) -> str:
        person, here = ROLES[role], self._county.here
        if not person:
            return ""
        sessions = here.faden.store.office.sessions
        token = sessions.begin(person, Way.LINK, here.watch()).result()
        return f"faden={token}"


def _sent(row: Row) -> tuple[Sequence[str], str]:
    """Return for which items a row is walked, and what is sent: "B, B2: a=b"."""
    if "{ref}" not in row.what:
        return ("",), row.given
    if named := re.match(r"([ZIFBX]\d?(?:, [ZIFBX]\d?)*):(.*)", row.given):
        return named[1].split(", "), named[2].strip()
    return ITEMS if row.circle else ("Z",), row.given


def _body(given: str, words: Mapping[str, str]) -> tuple[str, str]:
    """Return what is sent and how it is called: fields of a form, or JSON."""
    if given.startswith(("[", "{")):
        return given, "application/json"
    pairs = (pair.partition("=") for pair in given.split("&") if pair)
    fields = {name: _filled(value, words) for name, _, value in pairs}
    return urlencode({"ref": str(uuid4()), **fields}), FORM


def _filled(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"{(\w+)}", lambda found: words.get(found[1], "none"), text)


async def _read(answer: ClientResponse) -> Got:
    endless = answer.content_type == "text/event-stream"
    body = await (answer.content.read(_STREAM) if endless else answer.read())
    location = answer.headers.get("Location", "")
    return Got(answer.status, body.decode("utf-8", "replace"), location)


def _plain(got: Got, refs: Mapping[str, str]) -> tuple[int, str]:
    """Return an answer without the reference, and without what is new each time."""
    text = re.sub(r'value="[0-9a-f-]{36}"', "", got.text)
    for letter, ref in refs.items():
        text = re.sub(rf"\b{ref}\b", f"<{letter[0]}>", text)
    return got.status, text
