"""Slips: a form for everything that can be said (*Etwas tun*).

A form is said as its typed line. What came of it stands on the page of the answer;
what was not understood or refused comes back with everything that was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form as typed_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting
from bots import forms, slips
from bots.heard import TextSaid, clean
from bots.message import Choices, Form, Link, Message, Text
from bots.slips import SLIPS, Group, Slip
from core.ports import Via
from core.texts import TEXT_LIMIT

PATIENCE: Final = 5.0  # seconds a page waits for the answer before it shows itself
_FIELD: Final = "field."
_AGAIN: Final = "private, max-age=0"
"""Whoever goes back meets the form with its number: sent again, it is known.

It is sent to another address, as a browser forgets a page to which it has posted.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was sent, what is to be mended in it, and what Faden said to it."""

    values: Mapping[str, str] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    status: int = 200


async def listing(request: web.Request) -> web.Response:
    """Show what can be done, about one item if the query names it."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    ref = clean(request.query.get("ref", ""))[:20].upper()
    shown = slips.of_item(ref) if ref else tuple(SLIPS.values())
    groups = [(group, [o for o in shown if o.group is group]) for group in Group]
    return page(request, "slips.html", visit, groups=groups, ref=ref)


async def show(request: web.Request) -> web.Response:
    """Show one form; the query may fill fields in."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    slip = _named(request)
    values = {name: clean(value)[:TEXT_LIMIT] for name, value in request.query.items()}
    return _page(request, visit, slip, Filled(values=values))


async def send(request: web.Request) -> web.StreamResponse:
    """Say what was filled in."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    slip = _named(request)
    fields = await typed_form(request)
    values = {
        name.removeprefix(_FIELD): clean(value)
        for name, value in fields.items()
        if name.startswith(_FIELD)
    }
    asked = slips.form(slip, visit.choosing, values)
    wrong = forms.mistakes(asked, values, visit.speech)
    if wrong:
        filled = Filled(values=values, mistakes=wrong, status=422)
        return _page(request, visit, slip, filled)
    ref = f"web/{visit.person}/{number(fields)}"
    line = forms.typed(asked, values)
    answer = await apart(request, say, request.app[FADEN], visit, ref, line)
    if answer is None or leads_on(answer):
        return see_other(f"/brief/{quote(f'{ref}/reply/0', safe='')}")
    texts = [part.plain for part in answer.parts if isinstance(part, Text)]
    filled = Filled(values=values, said="\n".join(texts), status=409)
    return _page(request, visit, slip, filled)


def _named(request: web.Request) -> Slip:
    found = SLIPS.get(request.match_info["slip"])
    if found is None:
        raise web.HTTPNotFound
    return found


def _page(
    request: web.Request, visit: Visit, slip: Slip, filled: Filled
) -> web.Response:
    ref = filled.values.get("ref", "").upper()
    return asked_again(
        request,
        visit,
        slips.form(slip, visit.choosing, filled.values),
        filled,
        (f"/tun/{slip.name}/sagen", f"/tun?ref={quote(ref)}" if ref else "/tun"),
    )


def asked_again(
    request: web.Request,
    visit: Visit,
    form: Form,
    filled: Filled,
    ways: tuple[str, str],
) -> web.Response:
    """Show one form with what was filled in; ``ways`` lead on, and back."""
    action, back = ways
    answer = page(
        request,
        "slip.html",
        visit,
        status=filled.status,
        form=form,
        filled=filled,
        action=action,
        back=back,
    )
    answer.headers["Cache-Control"] = _AGAIN
    return answer


def say(faden: Faden, visit: Visit, ref: str, line: str) -> Message | None:
    """Say ``line``; return the answer, ``None`` if it is not there yet.

    Raises:
        Refusal: the store is away.
    """
    faden.hear(TextSaid(ref=ref, person=visit.person, via=Via.WEB, text=line))
    faden.settled(ref, PATIENCE)
    post = faden.desk.posted(f"{ref}/reply/0")
    return post.message if post else None


def leads_on(answer: Message) -> bool:
    """Whether ``answer`` shows or offers something; a mere sentence refuses or asks."""
    told = answer.item is not None
    return told or any(isinstance(part, Choices | Link) for part in answer.parts)
