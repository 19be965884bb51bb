"""Access: who asks, in which language, and whether it may be answered (*Zugang*)."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from adapters.api.keys import API
from adapters.api.problems import Problem
from adapters.office.api_tokens import Scope, Token
from bots.locale import LANGUAGES
from bots.speech import Speech
from core.errors import Refusal
from projections.viewer import Viewer

_BEARER: Final = re.compile(r"[Bb]earer +([A-Za-z0-9._~+/-]{1,200}=*)")
_LANGUAGE: Final = re.compile(r"\s*([A-Za-z*]{1,8})[^;,]*(?:;\s*q=([01](?:\.\d*)?))?")
_REALM: Final = 'Bearer realm="Faden"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks; without a ``token`` a stranger, who sees what is public."""

    token: Token | None
    viewer: Viewer
    secret: str = field(default="", repr=False)


CALLER: Final = web.RequestKey("caller", Caller)


async def admitted(request: web.Request, scope: Scope | None) -> Caller:
    """Return who asks, if they may ask for something that needs ``scope``.

    Raises:
        Problem: no token, none that opens anything, one without ``scope``, or asked
            too often.
    """
    api = request.app[API]
    said = request.headers.getall("Authorization", [])
    secret = _secret(said)
    token = await api.token(secret) if secret else None
    who = f"token {token.id}" if token else f"address {api.address_of(request)}"
    seconds = api.limits.take(who, api.faden.clock())
    if seconds:
        raise Problem(
            "too_often", seconds=seconds, headers={"Retry-After": f"{seconds}"}
        )
    if scope is not None and token is None:
        code = "token_invalid" if said else "token_missing"
        why = f'{_REALM}, error="invalid_token"' if said else _REALM
        raise Problem(code, headers={"WWW-Authenticate": why})
    if scope is not None and token is not None and scope not in token.scopes:
        why = f'{_REALM}, error="insufficient_scope", scope="{scope}"'
        raise Problem(
            "scope_missing", scope=scope.value, headers={"WWW-Authenticate": why}
        )
    viewer = await api.viewer(token)
    caller = Caller(token=token, viewer=viewer, secret=secret)
    request[CALLER] = caller
    return caller


def _secret(said: list[str]) -> str:
    match = _BEARER.fullmatch(said[0].strip()) if len(said) == 1 else None
    return match[1] if match else ""


def language(request: web.Request) -> str | None:
    """Return the language that ``Accept-Language`` likes best of ours, if any."""
    found: list[tuple[float, int, str]] = []
    for n, part in enumerate(request.headers.get("Accept-Language", "").split(",")):
        match = _LANGUAGE.match(part)
        if match and match[1].lower() in LANGUAGES:
            found.append((float(match[2] or 1), -n, match[1].lower()))
    best = max(found, default=(0.0, 0, ""))
    return best[2] if best[0] else None


async def speech(request: web.Request) -> Speech:
    """Return how to speak to whoever asks, with names if they are signed in."""
    api, chosen = request.app[API], language(request)
    caller = request.get(CALLER)
    if caller is not None and caller.token is not None and caller.viewer.inside:
        with suppress(Refusal):  # the views are away, and so are the names
            return await api.apart(api.faden.speech, caller.token.person, chosen)
    return Speech(language=chosen or "de", today=api.faden.clock().date())
