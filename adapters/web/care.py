"""Care: the desk of a coordinator, and saying thank you (*Schreibtisch*)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from aiohttp import web
from markupsafe import Markup

from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.errors import refused
from adapters.web.keys import FADEN, apart
from adapters.web.render import RENDERER, Renderer, page
from adapters.web.together import APART, Hint, hints
from adapters.web.visit import Visit, visiting
from bots.asks.wording import unheard
from bots.nudges import listing as wording
from bots.nudges.listing import Line
from core.ask.opening import BUDGET
from core.commitment.settling import Thank
from core.errors import Code, Refusal
from core.ports import Order, Via
from projections import care, commitments
from projections.asks import AskRow

DESK: Final = "/schreibtisch"
THANKED: Final = "dank"  # in an address: for what was just thanked


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """For how many minutes an organisation was asked this week; ``left`` of it."""

    org: str
    minutes: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The desk, with reminders and budgets put into words."""

    care: care.Care
    asked: Sequence[Asked]
    budget: int
    planned: Sequence[Line]
    withheld: Sequence[Line]
    hints: Sequence[Hint]
    unheard: Sequence[tuple[AskRow, str]]


async def desk(request: web.Request) -> web.Response:
    """Show the desk to whoever coordinates."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound
    faden, renderer = request.app[FADEN], request.app[RENDERER]
    shown = faden.desk.recent.known(DESK, *_stamp(faden, visit))
    if shown is None:
        shown = await apart(request, _blocks, faden, renderer, visit)
    return page(
        request,
        "care.html",
        visit,
        blocks=shown,
        thanked=request.query.get(THANKED, "")[:20],
        apart=request.query.get(APART, "")[:40],
    )


async def thank(request: web.Request) -> web.StreamResponse:
    """Thank for what was kept; a second click thanks no second time."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    ref = request.match_info["ref"]
    refusal = await apart(request, _thank, request.app[FADEN], visit, ref)
    if refusal is not None:
        return refused(request, refusal)
    return see_other(f"{DESK}?{urlencode({THANKED: ref})}#motivate")


def _blocks(faden: Faden, renderer: Renderer, visit: Visit) -> Markup:
    """Return the blocks of the desk, written once while the views stand still."""

    def written() -> Markup:
        context = {"visit": visit, "desk": _shown(faden, visit)}
        return Markup(renderer.html("_care.html", visit.speech, context))  # noqa: S704  (our own template)

    return faden.desk.recent.get(DESK, *_stamp(faden, visit), written)


def _stamp(faden: Faden, visit: Visit) -> tuple[Hashable, Hashable]:
    """Return what changes with the desk, and whose it is."""
    moved = (faden.worker.seen(), visit.speech.today)
    return moved, (visit.person, visit.speech.language)


def _shown(faden: Faden, visit: Visit) -> Shown:
    with faden.reading() as db:
        found = care.care(db, visit.viewer, visit.speech.today)
        paired = hints(faden, db, visit)
    if found is None:
        raise web.HTTPNotFound
    asked = sorted(found.minutes.items(), key=lambda one: (-one[1], one[0]))
    return Shown(
        care=found,
        asked=[
            Asked(org=org, minutes=minutes, left=max(0, BUDGET - minutes))
            for org, minutes in asked[: care.SHOWN]
        ],
        budget=BUDGET,
        planned=[wording.planned(one, visit.speech) for one in found.planned.rows],
        withheld=[wording.past(one, visit.speech) for one in found.withheld],
        hints=paired,
        unheard=[
            (one.row, unheard(one.orgs, visit.speech).plain)
            for one in found.unheard.rows
        ],
    )


def _thank(faden: Faden, visit: Visit, ref: str) -> Refusal | None:
    with faden.reading() as db:
        row = commitments.get(db, visit.viewer, ref)
    if row is None:
        raise web.HTTPNotFound
    order = Order(
        command_id=f"web/{visit.person}/thanks/{ref}/{row.settled_on}",
        command=Thank(),
        stream=f"commitment:{ref}",
        actor=visit.person,
        org=_for_whom(visit, row.asker),
        today=faden.today(),
        now=faden.clock(),
        via=Via.WEB,
    )
    return faden.desk.submit(order).refusal


def _for_whom(visit: Visit, asker: str) -> str:
    """Return for which organisation the visitor thanks: the asker's, if it is theirs.

    Raises:
        Refusal: they speak for none that could.
    """
    if asker in visit.viewer.orgs:
        return asker
    if not visit.coordinating:
        raise Refusal(Code.ONLY_COORDINATION)
    return visit.coordinating
