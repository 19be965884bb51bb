"""Writing: how a command is read and given, and what became of it is said.

::

    request --> who asks --> command --> seen by its person? --> weighed, or given
                                                                  `--> Done, or why not

With an Idempotency-Key the same request gets the same answer, however often it comes.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Final

from aiohttp import web
from pydantic import BaseModel, ValidationError

from adapters.api.access import Caller, admitted
from adapters.api.commands import Act, Done
from adapters.api.keys import API
from adapters.api.operation import PREFIX
from adapters.api.ordering import Wanted, again, ordered
from adapters.api.problems import Problem, unfit
from adapters.api.reading import JSON, acceptable, read, version_wanted
from adapters.main import Faden
from adapters.office.api_tokens import Token
from core.errors import Refusal
from core.person import Admit
from core.ports import Answer, Order

_KEY: Final = re.compile(r"[\x21-\x7e]{1,200}")


def handler(act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return what carries ``act`` out."""

    async def carry_out(request: web.Request) -> web.Response:
        caller = await admitted(request, act.scope)
        acceptable(request, JSON)
        wanted = await _wanted(request, act, caller)
        api = request.app[API]
        done = await api.apart(_done, api.faden, wanted)
        return _response(act, done)

    return carry_out


async def _wanted(request: web.Request, act: Act, caller: Caller) -> Wanted:
    if caller.token is None:
        raise Problem("token_missing")
    asked, raw = read(request, act.asked), await request.read()
    sent = _sent(request, act, raw)
    key = _key(request)
    name = secrets.token_hex(16) if key is None else _named(caller.token, key)
    return Wanted(
        act=act,
        asked=asked,
        sent=sent,
        token=caller.token,
        viewer=caller.viewer,
        command_id=f"api/{name}",
        after=version_wanted(request.headers),
        said=None if key is None else _said(request, sent),
    )


def _sent(request: web.Request, act: Act, raw: bytes) -> BaseModel:
    if (raw or act.needs_body) and request.content_type != JSON:
        raise Problem("media_type_unknown", headers={"Accept-Post": JSON})
    try:
        return act.body.model_validate_json(raw or b"{}")
    except ValidationError as error:
        raise unfit(error, "body") from None


def _key(request: web.Request) -> str | None:
    said = request.headers.getall("Idempotency-Key", [])
    if not said:
        return None
    if len(said) > 1 or not _KEY.fullmatch(said[0]):
        raise Problem("header_invalid", header="Idempotency-Key")
    return said[0]


def _named(token: Token, key: str) -> str:
    """Return the name of a command: the caller's key never reaches the log."""
    return sha256(f"{token.person}\0{key}".encode()).hexdigest()[:32]


def _said(request: web.Request, sent: BaseModel) -> bytes:
    """Return what stands under a key, so that another request can be told from it."""
    return b"\0".join(
        (request.path_qs.encode(), sent.model_dump_json(exclude_unset=True).encode())
    )


def _done(faden: Faden, wanted: Wanted) -> Done:
    """Weigh or give the order.

    Raises:
        Refusal: the rules say no.
        Problem: the key stands for something else.
    """
    order = _order(faden, wanted)
    if wanted.asked.dry_run:
        refusal = faden.desk.weigh(order)
        if refusal is not None:
            raise refusal
        return _told(wanted, Answer(order.stream or ":"))
    if wanted.said is not None:
        tokens, at = faden.store.office.tokens, faden.clock()
        if not tokens.demanded(order.command_id, wanted.said, at).result():
            raise Problem("key_used")
    answer = faden.desk.submit(order)
    if answer.refusal is not None:
        raise answer.refusal
    return _told(wanted, answer)


def _order(faden: Faden, wanted: Wanted) -> Order:
    """Return the order; what was demanded before gets its answer, whoever may now.

    Without an organisation to act for, nothing new can come of such an order.
    """
    try:
        with faden.reading() as db:
            return ordered(faden, db, wanted)
    except (Problem, Refusal):
        tokens = faden.store.office.tokens
        if wanted.said is None or not tokens.was_demanded(wanted.command_id):
            raise
        return again(faden, wanted)


def _told(wanted: Wanted, answer: Answer) -> Done:
    return Done(
        noun=wanted.act.noun,
        ref=answer.ref,
        version=answer.version,
        position=answer.position,
        events=[event.KIND for event in answer.events],
        dry_run=wanted.asked.dry_run,
    )


def _response(act: Act, done: Done) -> web.Response:
    made = act.opens and not done.dry_run
    headers = {"Cache-Control": "no-store"}
    if made:
        place = act.path if act.kind is Admit else act.path.rpartition("/")[0]
        headers["Location"] = f"{PREFIX}{place}/{done.ref}"
    if done.version:
        headers["ETag"] = f'"{done.version}"'
    return web.Response(
        body=done.model_dump_json().encode(),
        status=201 if made else 200,
        content_type=JSON,
        headers=headers,
    )
