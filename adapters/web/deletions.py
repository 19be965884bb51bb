"""Deletions: what will go, what went for good, who may have it (*Löschverzeichnis*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from aiohttp import web

from adapters.day import day
from adapters.erasing.due import Due
from adapters.main import Faden
from adapters.web.entering import see_other, welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.typed import form, number
from adapters.web.visit import Visit, visiting
from bots import deletions as wording
from bots import refusals
from bots.heard import clean
from bots.locale import N_
from core.hold import Hold, Lift
from core.keeping import Stage
from core.ports import Order, Via
from core.sealed import Sealed
from core.text import Release
from projections import deletions, erasures

SHOWN: Final = 100  # lines of each list
_NO_DAY: Final = N_(
    "“{day}” is no day of the calendar. Please write it like 31.12.2040."
)


class Line(NamedTuple):
    """What will happen to the texts of an item, and what can be done about it."""

    sentence: str
    item: str  # its stream; empty: nothing can be done
    held: bool
    asked: bool  # the archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The three lists of the page."""

    coming: Sequence[Line]
    gone: Sequence[str]
    left: Sequence[str]
    is_cut: bool  # there are older lines


async def listing(request: web.Request) -> web.Response:
    """Show the register to coordination and to whoever examines."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    if not visit.viewer.oversees:
        raise web.HTTPNotFound
    lists = await apart(request, _lists, request.app[FADEN], visit)
    return page(request, "deletions.html", visit, lists=lists, fields={}, wrong="")


async def decide(request: web.Request) -> web.Response:
    """Hold texts back, lift that, or note what the archive said."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request, status=403)
    if not visit.viewer.coordinates:
        raise web.HTTPNotFound
    fields = dict(await form(request))
    fields["ref"] = number(fields)
    wrong = await apart(request, _decide, request.app[FADEN], visit, fields)
    if not wrong:
        return see_other("/loeschungen")
    lists = await apart(request, _lists, request.app[FADEN], visit)
    status, shown = web.HTTPConflict.status_code, {"fields": fields, "wrong": wrong}
    return page(request, "deletions.html", visit, status=status, lists=lists, **shown)


def _lists(faden: Faden, visit: Visit) -> Lists:
    with faden.reading() as db:
        gone = deletions.register(db, visit.viewer, SHOWN + 1)
        left = erasures.exports(db, visit.viewer, SHOWN + 1)
    days, speech = faden.backup_days, visit.speech
    return Lists(
        coming=[_line(due, visit) for due in faden.retaining.coming()],
        gone=[wording.line(row, days, speech) for row in gone[:SHOWN]],
        left=[wording.export(row, speech) for row in left[:SHOWN]],
        is_cut=max(len(gone), len(left)) > SHOWN,
    )


def _line(due: Due, visit: Visit) -> Line:
    said = wording.coming(due.stage, due.item, due.on, due.texts, visit.speech)
    asked = due.stage in (Stage.AWAITED, Stage.OVERDUE)
    return Line(said, due.item, due.stage in (Stage.HELD, Stage.KEPT), asked)


def _decide(faden: Faden, visit: Visit, fields: dict[str, str]) -> str:
    """Give the orders of a form; return what is wrong with it, if anything.

    Raises:
        HTTPBadRequest: it is no form of ours.
    """
    item = fields.get("item", "")
    match fields.get("what"):
        case "hold":
            named = fields.get("until", "").strip()
            until = day(named)
            if named and until is None:
                return visit.speech.words(_NO_DAY, day=named)
            kept = Hold(reason=Sealed(clean(fields.get("reason", ""))), until=until)
            orders = [_order(faden, visit, fields, f"hold:{item}", kept)]
        case "lift":
            orders = [_order(faden, visit, fields, f"hold:{item}", Lift())]
        case "taken" | "declined" as answer:
            orders = [
                _order(
                    faden,
                    visit,
                    fields,
                    f"text:{entry}",
                    Release(field=field, taken=answer == "taken"),
                )
                for entry, field in faden.retaining.offered(item)
            ]
        case _:
            raise web.HTTPBadRequest
    for order in orders:
        refusal = faden.desk.submit(order).refusal
        if refusal is not None:
            return refusals.explain(refusal, visit.speech).plain
    return ""


def _order(
    faden: Faden, visit: Visit, fields: dict[str, str], stream: str, command: object
) -> Order:
    part = command.field if isinstance(command, Release) else ""
    return Order(
        command_id=f"web/{visit.person}/{fields['ref']}/{stream}/{part}",
        command=command,
        stream=stream,
        actor=visit.person,
        org=visit.coordinating,
        today=faden.today(),
        now=faden.clock(),
        via=Via.WEB,
    )
