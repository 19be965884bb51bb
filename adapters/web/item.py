"""Item: one thing with its present state and its whole history (*Verlauf*)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting_then
from bots import cards, chronicle
from bots.locale import N_
from bots.message import Text
from core.facts import OPERATOR
from projections import commitments, history, information, people
from projections.commitments import CommitmentRow
from projections.information import InformationRow
from projections.steps import Step

_REFERENCE: Final = re.compile(r"[ZzIi][1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A step in words; ``link`` leads to the message it came from."""

    step: Step
    text: Text
    at: datetime
    who: str | None
    later: bool  # recorded on another day than the one it counts for
    link: str | None


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
    steps = _steps(faden, db, visit, row.ref)
    return Item(
        ref=row.ref,
        title=row.what or _erased(steps, visit),
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
    steps = _steps(faden, db, visit, row.ref)
    return Item(
        ref=row.ref,
        title=row.text or _erased(steps, visit),
        state=row.state,
        commitment=None,
        information=row,
        standing=None,
        late=False,
        steps=steps,
    )


def _erased(steps: Sequence[Told], visit: Visit) -> str:
    """Say where the text lay that is no longer there."""
    for told in steps:
        if None in told.step.texts.values():
            entry = told.step.position
            return visit.speech.words(N_("erased (entry {entry})"), entry=entry)
    return visit.speech.words(N_("(text erased)"))


def _steps(faden: Faden, db: Connection, visit: Visit, ref: str) -> Sequence[Told]:
    steps = history.of(db, visit.viewer, ref)
    return [
        _told(faden, visit, step, text)
        for step, text in zip(steps, chronicle.steps(steps, visit.speech), strict=True)
    ]


def _told(faden: Faden, visit: Visit, step: Step, text: Text) -> Told:
    at = visit.local(step.recorded_at)
    return Told(
        step=step,
        text=text,
        at=at,
        who=None if step.actor == OPERATOR else visit.speech.person(step.actor),
        later=step.effective_on != at.date(),
        link=_link(faden, visit, step.source),
    )


def _link(faden: Faden, visit: Visit, source: str | None) -> str | None:
    """Return where the message stands, if it is one of the visitor's own here."""
    if not source or not source.startswith(f"web/{visit.person}/"):
        return None
    arrival = faden.store.office.inbox.get(source)
    return f"/#said-{arrival.seq}" if arrival else None
