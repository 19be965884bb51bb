"""Reading: how a question is read, answered and sent, if need be only once.

::

    request --> who asks --> what is asked --> known? --no--> views --> JSON
                                                 `--yes------------------^
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, TypeVar

from aiohttp import web
from pydantic import ValidationError

from adapters.api import shapes
from adapters.api.access import Caller, admitted
from adapters.api.keys import API, Answered, Api
from adapters.api.operation import Asked, Listed, Operation, Reading
from adapters.api.problems import Problem, unfit
from adapters.asof import as_of
from projections.history import HISTORY
from projections.view import position

A = TypeVar("A", bound=Asked)

JSON: Final = "application/json"
SEEN: Final = "^[!-~]([ -~]{0,198}[!-~])?$"  # If-None-Match; quotes may be missing
VERSION: Final = r'^(\*|"?[0-9]{1,9}(\.[0-9a-f]{16})?"?)$'  # If-Match, likewise
_LONGEST: Final = 40  # characters of what is noted of an earlier state
_HEADERS: Final = {
    "Cache-Control": "private, no-cache",
    "Vary": "Authorization, Accept-Language",
}


def handler(operation: Operation) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return what answers ``operation``."""

    async def answer(request: web.Request) -> web.Response:
        caller = await admitted(request, operation.scope)
        acceptable(request, JSON)
        etags = known(request)
        found = await _answered(request, operation, caller)
        await noted(request, caller)
        headers = {**_HEADERS, "ETag": found.etag}
        if found.etag in etags:
            return web.Response(status=304, headers=headers)
        return web.Response(body=found.body, content_type=JSON, headers=headers)

    return answer


async def noted(request: web.Request, caller: Caller) -> None:
    """Note what somebody looks at who examines, before they see it.

    Raises:
        Refusal: the store is away, so nothing is shown.
    """
    viewer, api = caller.viewer, request.app[API]
    if viewer.is_noted:
        lookups, now = api.faden.store.office.lookups, api.faden.clock()
        stand = request.query.get("stand", "")[:_LONGEST]
        looked_at = f"{request.path}?stand={stand}" if stand else request.path
        await api.apart(lambda: lookups.note(viewer.person, looked_at, now).result())


async def _answered(
    request: web.Request, operation: Operation, caller: Caller
) -> Answered:
    api = request.app[API]
    stamp, today = api.stamp(), api.faden.today()
    at = (request.path_qs, today, caller.viewer)
    found = api.answered(at) if operation.lasts else None
    if found is not None:
        return found
    asked = read(request, operation.asked)
    made = await api.apart(_answer, api, operation, caller, asked)
    if operation.lasts:
        api.keep(at, made, stamp)
    return made


def read(request: web.Request, kind: type[A]) -> A:
    """Return what is asked, out of path and query.

    Raises:
        Problem: it does not fit.
    """
    said: dict[str, str] = dict(request.match_info)
    for name in request.query:
        if name in said or len(request.query.getall(name)) > 1:
            raise Problem("request_invalid")
        said[name] = request.query[name]
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        raise unfit(error, "query") from None


def acceptable(request: web.Request, kind: str) -> None:
    """Refuse whoever does not take ``kind``.

    Raises:
        Problem: ``not_acceptable``.
    """
    said = ",".join(request.headers.getall("Accept", []))
    if not said.strip():
        return
    wanted = {kind, f"{kind.partition('/')[0]}/*", "*/*"}
    for part in said.split(","):
        name, _, weight = part.partition(";")
        if name.strip().lower() in wanted and weight.replace(" ", "") != "q=0":
            return
    raise Problem("not_acceptable", type=kind)


def known(request: web.Request) -> frozenset[str]:
    """Return the answers that whoever asks has already.

    Raises:
        Problem: the header that tells cannot be read.
    """
    said = ", ".join(request.headers.getall("If-None-Match", []))
    if "If-None-Match" in request.headers and not re.fullmatch(SEEN, said):
        raise Problem("header_invalid", header="If-None-Match")
    tags = (part.strip().removeprefix("W/").strip('"') for part in said.split(","))
    return frozenset(f'"{tag}"' for tag in tags)


def _answer(api: Api, operation: Operation, caller: Caller, asked: Asked) -> Answered:
    stand: str | None = getattr(asked, "stand", None)
    then = as_of(api.faden, stand) if stand else None
    place = then.position if then else None
    with api.faden.reading(place) as db:
        at = Reading(
            faden=api.faden,
            db=db,
            viewer=caller.viewer,
            today=then.day if then else api.faden.today(),
            zone=api.faden.desk.zone(),
            position=place,
        )
        found = operation.run(at, asked)
        shown = place or position(db, HISTORY)
    if found is None:
        raise Problem("not_found")
    body = shapes.encoded(_with_stand(found, shown))
    return Answered(body, _etag(found, body))


@dataclass(frozen=True, slots=True)
class Page:
    """A list as it goes out; ``stand`` is the entry of the log up to which it tells."""

    items: object
    next: int | None
    total: int | None
    stand: int


def _with_stand(found: object, stand: int) -> object:
    if not isinstance(found, Listed):
        return found
    return Page(found.items, found.next, found.total, stand)


def _etag(found: object, body: bytes) -> str:
    """Return the tag of an answer; of an item it begins with its version."""
    digest = sha256(body).hexdigest()[:16]
    version = getattr(found, "version", None)
    return f'"{digest}"' if version is None else f'"{version}.{digest}"'


def version_wanted(headers: Mapping[str, str]) -> int | None:
    """Return the version that ``If-Match`` insists on; ``None``: on none.

    Raises:
        Problem: it cannot be read.
    """
    said = headers.get("If-Match")
    if said is None or said.strip() == "*":
        return None
    if not re.fullmatch(VERSION, said.strip()):
        raise Problem("header_invalid", header="If-Match")
    return int(said.strip().strip('"').partition(".")[0])
