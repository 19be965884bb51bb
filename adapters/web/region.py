"""Region: who belongs to it, on a map and in a table (*Region*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import web

from adapters.main import Faden
from adapters.reference import outlines
from adapters.reference.outlines import Outline
from adapters.web.entering import welcome
from adapters.web.keys import FADEN, apart
from adapters.web.render import page
from adapters.web.visit import Visit, visiting
from projections import people
from projections.people import OrganisationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An outline with the number of its organisation in the table."""

    outline: Outline
    number: int
    row: OrganisationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """All organisations, numbered as they stand; ``areas`` of those on the map."""

    rows: Sequence[OrganisationRow]
    areas: Sequence[Area]
    devices: Mapping[str, Sequence[str]]

    @property
    def states(self) -> Sequence[tuple[str, int]]:
        """Return how many have come how far, the most first."""
        paths = [row.path for row in self.rows if row.path]
        found = {path: paths.count(path) for path in paths}
        return sorted(found.items(), key=lambda one: (-one[1], one[0]))


async def region(request: web.Request) -> web.Response:
    """Show the organisations of the region."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    found = await apart(request, _region, request.app[FADEN], visit)
    drawing = outlines.drawing()
    return page(
        request,
        "region.html",
        visit,
        region=found,
        drawing=drawing,
        credit=outlines.CREDIT,
    )


def _region(faden: Faden, visit: Visit) -> Region:
    with faden.reading() as db:
        rows = people.organisations(db, visit.viewer)
        lent: dict[str, list[str]] = {}
        for org, name in people.devices(db) if visit.viewer.inside else ():
            lent.setdefault(org, []).append(name)
    numbers = {row.ags: n for n, row in enumerate(rows, start=1) if row.ags}
    areas = [
        Area(outline=one, number=numbers[one.ags], row=rows[numbers[one.ags] - 1])
        for one in outlines.drawing().outlines
        if one.ags in numbers
    ]
    return Region(rows=rows, areas=areas, devices=lent)
