"""Prompting: reminding of several things at once, after a look at it (*anstoßen*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form as typed_form
from adapters.web.typed import number
from adapters.web.visit import Visit, visiting
from bots.nudges import prompting
from bots.nudges.prompting import Line, Prompt
from core.errors import Refusal
from core.ports import Order, Via

PLACE: Final = "/erinnern"
MOST: Final = 100  # items at once
_PICK: Final = "pick"
_PATIENCE: Final = 30.0  # seconds an order may wait for its answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """About what somebody is written to, and about what nobody is, and why."""

    told: Sequence[Line]
    spared: Sequence[Line]


async def preview(request: web.Request) -> web.Response:
    """Show who would be written to about what was picked; nothing is sent."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    _coordinating(visit)
    refs = sorted(set(request.query.getall(_PICK, [])))[:MOST]
    found = await apart(request, _preview, request.app[FADEN], visit, refs)
    return page(request, "prompting.html", visit, refs=refs, preview=found)


async def send(request: web.Request) -> web.StreamResponse:
    """Remind; what the policy does not let through is noted, and not sent."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    _coordinating(visit)
    fields = await typed_form(request)
    picked = (name.partition(".") for name in fields)
    refs = sorted(ref for name, _, ref in picked if name == _PICK)[:MOST]
    ref = number(fields)
    refusal = await apart(request, _send, request.app[FADEN], visit, refs, ref)
    if refusal is not None:
        raise refusal
    return see_other("/erinnerungen?angestossen")


def _coordinating(visit: Visit) -> None:
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound


def _preview(faden: Faden, visit: Visit, refs: Sequence[str]) -> Preview:
    lines: list[Line] = []
    with faden.reading() as db:
        for prompt in prompting.prompts(
            faden.desk, db, visit.viewer, refs, faden.clock()
        ):
            order = _order(faden, visit, prompt, "preview")
            events = faden.store.journal.foresee(order).result(_PATIENCE)
            if isinstance(events, Refusal):
                raise events
            lines += prompting.told(
                faden.desk, db, visit.viewer, prompt, events, visit.speech
            )
    return Preview(
        told=[one for one in lines if not one.why],
        spared=[one for one in lines if one.why],
    )


def _send(faden: Faden, visit: Visit, refs: Sequence[str], ref: str) -> Refusal | None:
    with faden.reading() as db:
        found = prompting.prompts(faden.desk, db, visit.viewer, refs, faden.clock())
    for prompt in found:
        answer = faden.desk.submit(_order(faden, visit, prompt, ref))
        if answer.refusal is not None:
            return answer.refusal
    return None


def _order(faden: Faden, visit: Visit, prompt: Prompt, ref: str) -> Order:
    """Return the order; its number is that of the form and of whom it is for."""
    return Order(
        command_id=f"web/{visit.person}/{ref}/{prompt.person or prompt.home}",
        command=prompt.command,
        stream=f"nudge:{prompt.home}",
        actor=visit.person,
        org=visit.coordinating,
        today=visit.speech.today,
        now=prompt.now,
        via=Via.WEB,
        holidays=faden.desk.holidays(visit.speech.today),
    )
