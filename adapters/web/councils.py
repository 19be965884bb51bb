"""Councils: the matrix of all decisions, and what bodies still owe (*In den Räten*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Final
from urllib.parse import urlencode

from aiohttp import web

from adapters.clocks import standing
from adapters.main import Faden
from adapters.web.clocks import VALID, valid_on
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting_then
from core.decision.councils import SOME_BODY
from projections import decisions, people
from projections.decisions import Cell, FollowUp, Line, Way

PAGE: Final = 30  # lines of the matrix
OWED: Final = 100  # lines of what is owed
_SETTLED: Final = (*decisions.HOLDING, "decision_failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Matrix and follow-up list; ``orgs`` are the columns of the matrix.

    ``settled`` is what no body is asked for any more, the newest only.
    """

    lines: Sequence[Line]
    total: int
    orgs: Sequence[str]
    cells: Mapping[str, Mapping[str, Cell]]
    owed: Sequence[FollowUp] = ()
    owed_total: int = 0
    ways: Mapping[tuple[str, str, str], Way] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    settled: Shown | None = None


async def listing(request: web.Request) -> web.Response:
    """Show what lies before the councils, the newest first, a page at a time."""
    visit = await visiting_then(request)
    if visit is None:
        return welcome(request)
    forum = request.query.get("forum", "")[:60]
    before = request.query.get("before", "")
    last = int(before) if before.isdecimal() and len(before) < 10 else None  # noqa: PLR2004
    day = valid_on(request)
    read = _listing if day is None else partial(_standing, day)
    found = await apart(request, read, request.app[FADEN], visit, forum, last)
    lines, more = found.lines[:PAGE], len(found.lines) > PAGE
    words = {"forum": forum, VALID: day.isoformat() if day else ""}
    words["before"] = str(lines[-1].row.number) if more else ""
    behind = f"/raete?{urlencode({k: v for k, v in words.items() if v})}"
    return page(
        request,
        "councils.html",
        visit,
        found=found,
        lines=lines,
        forum=forum,
        some_body=SOME_BODY,
        valid=day,
        next=visit.way(behind) if more else None,
    )


def _listing(faden: Faden, visit: Visit, forum: str, before: int | None) -> Shown:
    viewer, today = visit.viewer, visit.speech.today
    forums = [forum] if forum else []
    with faden.reading(visit.position) as db:
        matrix = decisions.matrix(db, viewer, today, forums, PAGE + 1, before)
        owed, total = decisions.follow_up(db, viewer, today, forums, OWED)
        over = decisions.listing(db, viewer, forums, _SETTLED, PAGE).rows
        settled = decisions.lines(db, viewer, over, today)
        refs = {one.ref for one in owed}
        councils = decisions.councils(db, viewer, refs, today)
        bodies = people.bodies(db, {one.org for one in councils})
        ways = {
            (one.ref, one.org, one.body): way
            for one in councils
            for way in decisions.ways(db, [one], today)
        }
    settled = [one for one in settled if one.in_councils and not one.row.in_councils]
    return replace(
        _shown(visit, matrix.lines, matrix.total),
        settled=_shown(visit, settled, len(settled)),
        owed=owed,
        owed_total=total,
        ways=ways,
        bodies={f"{body.org}/{body.body}": body.name for body in bodies},
    )


def _standing(
    day: date, faden: Faden, visit: Visit, forum: str, before: int | None
) -> Shown:
    """Return what lay before the councils on ``day``; what is owed is of today."""
    forums = [forum] if forum else []
    with faden.reading(visit.position) as db:
        found = decisions.before_councils(
            db, visit.viewer, day, forums, PAGE + 1, before
        )
    lines = [standing(faden, visit.position, one, day) for one in found.entries]
    return _shown(visit, lines, found.total)


def _shown(visit: Visit, lines: Sequence[Line], total: int) -> Shown:
    cells = {line.row.ref: {cell.org: cell for cell in line.cells} for line in lines}
    columns = {org for own in cells.values() for org in own}
    orgs = sorted(columns, key=visit.speech.org)
    return Shown(lines=lines, total=total, orgs=orgs, cells=cells)
