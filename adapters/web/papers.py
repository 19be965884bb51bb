"""Papers: what one body needs to resolve on a decision, on paper (*Vorlage*).

All bodies get the same text with the same mark; what is said beside it is that of one
organisation. Meant for printing, and for pasting into the papers of the town hall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from bots.decisions import wording
from bots.decisions.matter import load
from bots.message import Text
from bots.register import rules
from core import decision as core
from core.checkpoint import Checkpoint
from core.sealed import Sealed
from projections import decisions, people
from projections.decisions import CouncilRow, DecisionRow, Line, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper of ``org``; amounts in cents, ``bodies`` are names by id."""

    row: DecisionRow
    org: str
    mark: str | None
    rule: Text
    share: int | None
    whole: int
    sharing: int  # how many named their share
    benefit: str | None
    councils: Sequence[CouncilRow]
    ways: Mapping[str, Way]
    bodies: Mapping[str, str]
    line: Line
    council: str  # what a result of it begins with
    checkpoint: Checkpoint | None  # the first that covers this version of the text


async def paper(request: web.Request) -> web.Response:
    """Show the paper of one organisation on one decision."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    ref, org = request.match_info["ref"], request.match_info["org"]
    found = await apart(request, _paper, request.app[FADEN], visit, ref, org)
    if found is None:
        raise web.HTTPNotFound
    return page(request, "paper.html", visit, paper=found)


def _paper(faden: Faden, visit: Visit, ref: str, org: str) -> Paper | None:
    with faden.reading() as db:
        row = decisions.get(db, visit.viewer, ref)
        if row is None:
            return None
        listed = org in decisions.on_list(db, row)
        return _shown(faden, db, visit, row, org) if listed else None


def _shown(
    faden: Faden, db: Connection, visit: Visit, row: DecisionRow, org: str
) -> Paper:
    viewer, today = visit.viewer, visit.speech.today
    (line,) = decisions.lines(db, viewer, [row], today)
    councils = [
        one
        for one in decisions.councils(db, viewer, [row.ref], today)
        if one.org == org
    ]
    shares = {one.org: one.cents for one in row.costs}
    benefits = {one.org: one.text.text for one in row.benefits}
    matter = load(db, viewer, row.ref, today)
    written = [one.position for one in decisions.editions(db, row)]
    return Paper(
        row=row,
        org=org,
        mark=core.mark(Sealed(row.text)),
        rule=rules.whole(row, visit.speech),
        share=shares.get(org),
        whole=sum(shares.values()),
        sharing=len(shares),
        benefit=benefits.get(org),
        councils=councils,
        ways={way.body: way for way in decisions.ways(db, councils, today)},
        bodies={body.body: body.name for body in people.bodies(db, [org])},
        line=line,
        council=wording.council(matter, org, visit.speech) if matter else "",
        checkpoint=faden.proving.covering(written[-1]) if written else None,
    )
