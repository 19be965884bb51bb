"""Place: an organisation with its list, people, devices and councils (*Ort*)."""

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
from projections import commitments, decisions, people
from projections.commitments import CommitmentRow, Filter
from projections.decisions import Meeting
from projections.people import (
    AwayRow,
    BodyRow,
    ForumRow,
    MandateRow,
    OrganisationRow,
)

SHOWN = 20  # commitments; all of them are on the list


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """A body, and when it meets next, as far as that is known."""

    body: BodyRow
    meeting: Meeting | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """All of it; ``away`` tells of whose mandates are lent to whom."""

    row: OrganisationRow
    people: Sequence[MandateRow]
    away: Mapping[str, AwayRow]
    forums: Sequence[tuple[ForumRow, str]]
    devices: Sequence[str]
    councils: Sequence[Council]
    open: Sequence[CommitmentRow]
    more: bool


async def show(request: web.Request) -> web.Response:
    """Show one organisation to whoever belongs to the region."""
    visit = await visiting(request)
    if visit is None:
        return welcome(request)
    org = request.match_info["org"]
    found = await apart(request, _place, request.app[FADEN], visit, org)
    if found is None:
        raise web.HTTPNotFound
    return page(request, "place.html", visit, place=found)


def _place(faden: Faden, visit: Visit, org: str) -> Place | None:
    with faden.reading() as db:
        row = people.organisation(db, org)
        if row is None or not visit.viewer.inside:
            return None
        return _read(db, visit, row)


def _read(db: Connection, visit: Visit, row: OrganisationRow) -> Place:
    today = visit.speech.today
    held = people.given_by(db, row.org, today)
    wanted = Filter(org=row.org, open_only=True)
    found = commitments.listing(db, visit.viewer, wanted, SHOWN)
    lent = [name for org, name in people.devices(db) if org == row.org]
    return Place(
        row=row,
        people=held,
        away=people.away(db, [one.person for one in held], today),
        forums=_forums(db, visit, row.org),
        devices=lent,
        councils=[
            Council(
                body=body, meeting=next(iter(decisions.meetings(body, today)), None)
            )
            for body in people.bodies(db, [row.org])
        ],
        open=found.rows,
        more=found.next is not None,
    )


def _forums(db: Connection, visit: Visit, org: str) -> list[tuple[ForumRow, str]]:
    """Return the forums in which ``org`` sits, each with what it may do there."""
    seats = {one.forum: one.seat for one in people.every_seat(db) if one.org == org}
    leads = {forum.forum: "lead" for forum in visit.forums if forum.lead == org}
    known = leads | seats
    return [(one, known[one.forum]) for one in visit.forums if one.forum in known]
