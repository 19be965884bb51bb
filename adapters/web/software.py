"""Software: how other programs use Faden, and with which tokens (*Schnittstelle*).

What describes the interface is for everybody; a token is made by a person for
themselves, shown once, and can be revoked at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from aiohttp import web

from adapters.api import examples
from adapters.api.codes import OWN, status_of
from adapters.api.examples import Call
from adapters.main import Faden
from adapters.office.api_tokens import LABEL, LONGEST_LIFE, USUAL_LIFE, Scope, Token
from adapters.web.entering import see_other, welcome
from adapters.web.https import origin
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form
from adapters.web.visit import Visit, visiting
from bots.heard import clean
from bots.locale import N_
from bots.refusals.sentences import SENTENCES
from core.errors import Code

SCOPES: Final = {
    Scope.READ: N_("read what I may see"),
    Scope.WRITE: N_("do what I may do"),
    Scope.AUDIT: N_("examine what I may examine"),
}
LIVES: Final = (7, 30, USUAL_LIFE.days, LONGEST_LIFE.days)  # days to choose from


async def overview(request: web.Request) -> web.Response:
    """Show what there is, by groups, and how to begin."""
    visit = await visiting(request)
    calls = await apart(request, examples.calls)
    groups = {call.tag: [c for c in calls if c.tag == call.tag] for call in calls}
    return page(request, "api.html", visit, groups=groups, base=origin(request))


async def group(request: web.Request) -> web.Response:
    """Show the operations of one group, each with a call that can be sent."""
    visit, tag = await visiting(request), request.match_info["tag"]
    calls: Sequence[Call] = await apart(request, examples.calls)
    found = [call for call in calls if call.tag == tag]
    if not found:
        raise web.HTTPNotFound
    return page(
        request, "api_group.html", visit, tag=tag, calls=found, base=origin(request)
    )


async def problems(request: web.Request) -> web.Response:
    """Show every code with which something is refused."""
    visit = await visiting(request)
    refused = {code.value: (status_of(code), SENTENCES[code]) for code in Code}
    codes = sorted({**OWN, **refused}.items())
    return page(request, "api_problems.html", visit, codes=codes)


async def tokens(request: web.Request) -> web.Response:
    """Show the visitor's tokens, and the form for a new one."""
    visit = await visiting(request)
    return welcome(request) if visit is None else await _tokens(request, visit)


async def give(request: web.Request) -> web.Response:
    """Make a token and show it, this once."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    fields = await form(request)
    scopes = [scope for scope in Scope if fields.get(f"scope-{scope}")]
    label = clean(fields.get("label", ""))
    said = fields.get("days", "")
    days = int(said) if said in {str(life) for life in LIVES} else USUAL_LIFE.days
    if not label or not scopes or len(label) > LABEL:
        typed = {"label": label, "scopes": scopes, "days": days}
        return await _tokens(request, visit, typed=typed, status=422)
    made = await apart(request, _give, request.app[FADEN], visit, label, scopes, days)
    return await _tokens(request, visit, made=made, full=not made)


async def revoke(request: web.Request) -> web.StreamResponse:
    """Let a token open nothing any more."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    named = (await form(request)).get("id", "")
    await apart(request, _revoke, request.app[FADEN], visit, named)
    return see_other("/zugang")


async def _tokens(
    request: web.Request,
    visit: Visit,
    *,
    made: str = "",
    full: bool = False,
    typed: dict[str, object] | None = None,
    status: int = 200,
) -> web.Response:
    found = await apart(request, _of, request.app[FADEN], visit)
    now = request.app[FADEN].clock()
    return page(
        request,
        "tokens.html",
        visit,
        status=status,
        tokens=found,
        over={one.id for one in found if one.expires_at <= now},
        made=made,
        full=full,
        typed=typed,
        scopes=SCOPES,
        lives=LIVES,
        usual=USUAL_LIFE.days,
        limit=LABEL,
    )


def _of(faden: Faden, visit: Visit) -> Sequence[Token]:
    return faden.store.office.tokens.of(visit.person)


def _give(
    faden: Faden, visit: Visit, label: str, scopes: Sequence[Scope], days: int
) -> str:
    given = faden.store.office.tokens.give(
        visit.person, label, scopes, faden.clock(), timedelta(days=days)
    )
    return given.result()


def _revoke(faden: Faden, visit: Visit, named: str) -> None:
    faden.store.office.tokens.revoke(visit.person, named).result()
