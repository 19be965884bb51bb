"""What other software gets at every address of the interface, in one word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any, Final, NamedTuple

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from adapters.api.examples import Call, calls
from adapters.api.limits import Rate
from adapters.api.operation import PREFIX
from adapters.office.api_tokens import Scope
from adapters.web.app import build
from adapters.web.machines import Machines
from core.ports import Circle
from tests.access.county import World
from tests.access.roles import FORUMS, NOWHERE, ROLES, WORDS
from tests.access.table import Row

_LETTERS: Final = {"commitments": "Z", "asks": "F", "decisions": "B"}
_BODIES: Final = {(call.method, call.path): call for call in calls()}


class Told(NamedTuple):
    """An answer, read."""

    status: int
    text: str


def application(county: World) -> web.Application:
    """Return the application, which anybody may ask as often as they like."""
    return build(
        county.here.faden, machines=Machines(rate=Rate(burst=10**9, per_second=10**9))
    )


def every_address(app: web.Application) -> Iterator[str]:
    """Return all there are, as the table names them."""
    for route in app.router.routes():
        resource = route.resource
        if resource is None or route.method == "HEAD":
            continue
        if resource.canonical.startswith(f"{PREFIX}/"):
            yield f"{route.method} {resource.canonical.removeprefix(PREFIX)}"


def covers(row: Row, address: str) -> bool:
    """Whether ``row`` says what comes of ``address``; ``*`` stands for any verb."""
    return fnmatchcase(address, re.sub(r"[?].*", "", row.what).replace("[", "[[]"))


class Calling:
    """Calls everything as everybody, with tokens that may do everything."""

    def __init__(
        self, county: World, server: TestServer, app: web.Application, table: list[Row]
    ) -> None:
        self._county = county
        self._named = {row.what.partition("?")[0] for row in table}
        self._server = server
        self._addresses = sorted(set(every_address(app)))
        self._tokens = {role: self._token(role) for role in ROLES}

    async def outcome(self, row: Row, role: str) -> str:
        """Return what ``role`` gets, which is the same for every verb of the row."""
        named = row.what.partition("?")[0]
        meant = [
            one
            for one in self._addresses
            if one == named or (covers(row, one) and one not in self._named)
        ]
        found = {one: await self._once(row, role, one) for one in meant}
        if len(set(found.values())) == 1:
            return next(iter(found.values()))
        return str(found)

    async def _once(self, row: Row, role: str, address: str) -> str:
        refs = self._refs(row)
        told = await self._ask(row, role, address, refs)
        if (
            row.circle
            and address.startswith("GET")
            and _tells(told, address, row, refs)
        ):
            return "sees"
        if told.status == web.HTTPUnauthorized.status_code:
            return "refused"
        if told.status == web.HTTPNotFound.status_code:
            nowhere = await self._ask(row, role, address, NOWHERE)
            same = _plain(told, refs) == _plain(nowhere, NOWHERE)
            return "withheld" if same else "told apart"
        if address.startswith("POST"):
            return "acts"
        if told.status >= web.HTTPBadRequest.status_code:
            return f"refused with {told.status}"
        return "withheld" if row.circle else "sees"

    def _refs(self, row: Row) -> Mapping[str, str]:
        return self._county.refs[row.circle] if row.circle else NOWHERE

    async def _ask(
        self, row: Row, role: str, address: str, refs: Mapping[str, str]
    ) -> Told:
        method, _, path = address.partition(" ")
        query = row.what.partition("?")[2]
        call = _BODIES[method, path]
        words = _words(path, row.circle, refs)
        filled = re.sub(r"{(\w+)}", lambda hole: words[hole[1]], path)
        asked = f"?{query}" if method == "GET" and query else ""
        asked = asked or ("?dry_run=true" if method == "POST" else "")
        url = self._server.make_url(f"{PREFIX}{filled}{asked}")
        token = self._tokens[role]
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with (
            ClientSession() as session,
            session.request(method, url, json=_body(call), headers=headers) as answer,
        ):
            return Told(answer.status, await answer.text())

    def _token(self, role: str) -> str:
        person, here = ROLES[role], self._county.here
        if not person:
            return ""
        tokens = here.faden.store.office.tokens
        return tokens.give(person, "all", Scope, here.watch()).result(20)


def _tells(told: Told, address: str, row: Row, refs: Mapping[str, str]) -> bool:
    """Whether an answer tells of what is recorded in the row's confidentiality."""
    if told.status != web.HTTPOk.status_code or row.circle is None:
        return False
    named = any(hole in address for hole in ("{ref}", "{stream}", "{forum}"))
    known = (f'"{ref}"' in told.text for ref in refs.values())
    return named or WORDS[row.circle] in told.text or any(known)


def _words(
    path: str, circle: Circle | None, refs: Mapping[str, str]
) -> Mapping[str, str]:
    noun = path.strip("/").partition("/")[0]
    ref = refs[_LETTERS.get(noun, "I")]
    return {
        "ref": ref,
        "stream": refs["B"],
        "forum": FORUMS[circle] if circle and refs is not NOWHERE else "nirgends",
        "org": "lindgrund",
        "person": "me",
        "entry": "1",
        "export": "x1",
        "id": refs["B"],
        "kind": "corrections",
    }


def _body(call: Call) -> Any:  # noqa: ANN401  (what is sent as JSON)
    return call.body


def _plain(told: Told, refs: Mapping[str, str]) -> tuple[int, str]:
    text = told.text
    for letter, ref in refs.items():
        text = re.sub(rf"\b{ref}\b", f"<{letter[0]}>", text)
    for forum in (*FORUMS.values(), "nirgends"):
        text = text.replace(f'"{forum}"', '"<forum>"').replace(f"{forum} ", "<forum> ")
    return told.status, text
