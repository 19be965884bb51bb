"""Decisions: one of them with all it rests on; the register leads there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web import recounting
from adapters.web.clocks import held_then
from adapters.web.filling import forms_of, more_of
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.steps import Told, steps_of
from adapters.web.visit import Visit
from bots.decisions.citing import cited
from bots.message import Form, Text
from bots.register import rules
from core import decision as core
from core.checkpoint import Checkpoint
from core.decision.events import SETTLED
from core.decision.kinds import Tally
from core.sealed import Sealed
from projections import commitments, decisions, framework, grounds, people
from projections.commitments import CommitmentRow
from projections.decisions import (
    ConditionRow,
    CouncilRow,
    DecisionRow,
    EditionRow,
    Forecast,
    HoldRow,
    Line,
    ObjectionRow,
    PositionRow,
    Way,
)
from projections.grounds import Ground
from projections.information import InformationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What the page of a decision shows."""

    ref: str
    row: DecisionRow
    rule: Text
    political: bool
    line: Line
    editions: Sequence[EditionRow]
    wordings: Mapping[int, str | None]  # the mark of each edition
    positions: Sequence[PositionRow]
    objections: Sequence[ObjectionRow]
    recount: Tally | None  # made again from the entries of the log
    councils: Sequence[CouncilRow]
    ways: Mapping[tuple[str, str], Way]
    conditions: Sequence[ConditionRow]
    missing: Sequence[str]
    holds: Sequence[HoldRow]
    forecast: Forecast | None
    bodies: Mapping[str, str]
    following: Sequence[CommitmentRow]  # what cites it
    more: Sequence[Form]  # to promise something, to tell what has changed
    changes: Sequence[InformationRow]  # of its framework
    forms: Sequence[Form]
    steps: Sequence[Told]
    grounds: Sequence[Ground]
    checkpoint: Checkpoint | None  # the first that covers how it was settled


async def show(request: web.Request, visit: Visit, ref: str) -> web.Response:
    """Show one decision."""
    found = await apart(request, _item, request.app[FADEN], visit, ref)
    if found is None:
        raise web.HTTPNotFound
    held = await held_then(request, visit, ref)
    return page(request, "decision.html", visit, item=found, held=held)


def _item(faden: Faden, visit: Visit, ref: str) -> Item | None:
    with faden.reading(visit.position) as db:
        row = decisions.get(db, visit.viewer, ref)
        return None if row is None else _shown(faden, db, visit, row)


def _shown(faden: Faden, db: Connection, visit: Visit, row: DecisionRow) -> Item:
    viewer, speech = visit.viewer, visit.speech
    (line,) = decisions.lines(db, viewer, [row], speech.today)
    councils = decisions.councils(db, viewer, [row.ref], speech.today)
    bodies = {
        (body.org, body.body): body.name
        for body in people.bodies(db, {one.org for one in councils})
    }
    steps = steps_of(faden, db, visit, row.ref)
    settled = [one.step for one in steps if isinstance(one.step.event, SETTLED)]
    going = row.in_councils or row.state == "decision_resolved"
    ways = decisions.ways(db, councils, speech.today) if going else ()
    forecasting = (row.deciding or going) and not row.recommends
    editions = decisions.editions(db, row)
    return Item(
        ref=row.ref,
        row=row,
        rule=rules.whole(row, speech),
        political=recounting.political(db, row),
        line=line,
        editions=editions,
        wordings={one.edition: core.mark(Sealed(one.text)) for one in editions},
        positions=decisions.positions(db, viewer, row),
        objections=decisions.objections(db, [row.ref]),
        recount=recounting.recount(db, row.ref),
        councils=councils,
        ways={(way.org, way.body): way for way in ways},
        conditions=decisions.conditions(db, row),
        missing=[
            rules.missing(one, _own(one.org, bodies), speech)
            for one in row.lacking
            if not row.recommends
        ],
        holds=decisions.holds(db, row),
        forecast=decisions.forecast(db, viewer, line) if forecasting else None,
        bodies={f"{org}/{body}": name for (org, body), name in bodies.items()},
        following=commitments.citing(db, viewer, row.ref),
        more=more_of(visit, row),
        changes=framework.touching(db, viewer, row.ref),
        forms=forms_of(db, visit, row.ref),
        steps=steps,
        grounds=grounds.of_decision(db, viewer, row.ref, cited(row)),
        checkpoint=faden.proving.covering(settled[-1].position) if settled else None,
    )


def _own(org: str, bodies: Mapping[tuple[str, str], str]) -> Mapping[str, str]:
    """Return the names of the bodies of ``org`` by id."""
    return {body: name for (of, body), name in bodies.items() if of == org}
