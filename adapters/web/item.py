"""Item: one thing with its present state and its whole history (*Verlauf*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web import asks, decisions
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.steps import Told, erased, steps_of
from adapters.web.visit import Visit, visiting_then
from bots import cards
from bots.message import Text
from projections import commitments, information, people
from projections.commitments import CommitmentRow
from projections.information import InformationRow

_REFERENCE: Final = re.compile(r"[ZzIiFfBb][1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What the page shows; exactly one of both rows is there."""

    ref: str
    title: str
    state: str
    commitment: CommitmentRow | None
    information: InformationRow | None
    standing: Text | None
    late: bool
    steps: Sequence[Told]


async def item(request: web.Request) -> web.StreamResponse:
    """Show an item that the visitor may see."""
    given = request.match_info["ref"]
    if not _REFERENCE.fullmatch(given):
        raise web.HTTPNotFound
    if given != given.upper():
        return web.Response(status=301, headers={"Location": f"/item/{given.upper()}"})
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    if given[0] == "F":
        return await asks.show(request, visit, given)
    if given[0] == "B":
        return await decisions.show(request, visit, given)
    found = await apart(request, _item, request.app[FADEN], visit, given)
    if found is None:
        raise web.HTTPNotFound
    return page(request, "item.html", visit, item=found)


def _item(faden: Faden, visit: Visit, ref: str) -> Item | None:
    with faden.reading(visit.position) as db:
        commitment = commitments.get(db, visit.viewer, ref)
        if commitment is not None:
            return _commitment(faden, db, visit, commitment)
        row = information.get(db, visit.viewer, ref)
        return None if row is None else _information(faden, db, visit, row)


def _commitment(faden: Faden, db: Connection, visit: Visit, row: CommitmentRow) -> Item:
    forum = people.forum(db, row.forum)
    lead = forum.lead if forum else ""
    steps = steps_of(faden, db, visit, row.ref)
    return Item(
        ref=row.ref,
        title=row.what or erased(steps, visit),
        state=row.state,
        commitment=row,
        information=None,
        standing=cards.standing(row, lead, visit.speech),
        late=visit.late(row),
        steps=steps,
    )


def _information(
    faden: Faden, db: Connection, visit: Visit, row: InformationRow
) -> Item:
    steps = steps_of(faden, db, visit, row.ref)
    return Item(
        ref=row.ref,
        title=row.text or erased(steps, visit),
        state=row.state,
        commitment=None,
        information=row,
        standing=None,
        late=False,
        steps=steps,
    )
