"""Region, organisations and forums, as other software reads them (*Struktur*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import Field

from adapters import clocks
from adapters.api.operation import Day, Id, Listed, Reading, Then, query
from adapters.clocks import Member
from projections import board, digest, meetings, people
from projections.board import Board
from projections.digest import ForumSummary
from projections.meetings import MeetingRow
from projections.people import (
    BodyRow,
    FieldRow,
    ForumRow,
    MandateRow,
    OrganisationRow,
    RegionRow,
    SeatRow,
)

LATELY: Final = timedelta(days=30)  # what a summary tells of, unless days are named


class OneOrganisation(Then):
    """One of them."""

    org: Id


class OneForum(Then):
    """One of them."""

    forum: Id


class Month(OneForum):
    """From which day to which; the last 30 days, if none are named."""

    start: Day | None = None
    end: Day | None = None


class OnDay(Then):
    """On which day it counted."""

    wirksam: Day | None = Field(
        default=None, description="As it counted on that day; today, if none is named."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationFile:
    """An organisation with its bodies, what it lends and who acts for it."""

    organisation: OrganisationRow
    bodies: Sequence[BodyRow]
    devices: Sequence[str]
    mandates: Sequence[MandateRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumFile:
    """A forum with its seats."""

    forum: ForumRow
    seats: Sequence[SeatRow]


@query("/region", "region", RegionRow)
def get_region(at: Reading, asked: Then) -> RegionRow | None:  # noqa: ARG001  (no choice)
    """Return the region."""
    return people.region(at.db)


@query("/region/fields", "region", FieldRow, listed=True)
def list_fields(at: Reading, asked: Then) -> Listed:  # noqa: ARG001  (no choice)
    """List the fields of cooperation, retired ones included."""
    return Listed(people.fields(at.db))


@query("/region/members", "region", Member, listed=True, lasts=False)
def list_members(at: Reading, asked: OnDay) -> Listed:
    """List who belonged and who could act: both clocks, stand and wirksam."""
    day = asked.wirksam or at.today
    if not at.viewer.inside:
        return Listed([])
    found = clocks.members(at.faden, at.position, day)
    return Listed(sorted(found, key=attrgetter("org")))


@query("/organisations", "organisations", OrganisationRow, listed=True)
def list_organisations(at: Reading, asked: Then) -> Listed:  # noqa: ARG001  (no choice)
    """List the organisations, by name."""
    return Listed(people.organisations(at.db, at.viewer))


@query("/organisations/{org}", "organisations", OrganisationFile)
def get_organisation(at: Reading, asked: OneOrganisation) -> OrganisationFile | None:
    """Return one organisation with its bodies, devices and who acts for it."""
    seen = {row.org: row for row in people.organisations(at.db, at.viewer)}
    row = seen.get(asked.org)
    if row is None:
        return None
    inside = at.viewer.inside
    acting = people.persons_of(at.db, row.org, None, at.today) if inside else ()
    return OrganisationFile(
        organisation=row,
        bodies=people.bodies(at.db, [row.org]),
        devices=[name for org, name in people.devices(at.db) if org == row.org],
        mandates=acting,
    )


@query("/forums", "forums", ForumRow, listed=True)
def list_forums(at: Reading, asked: Then) -> Listed:  # noqa: ARG001  (no choice)
    """List the forums that you may see, by name."""
    return Listed(people.forums(at.db, at.viewer))


@query("/forums/{forum}", "forums", ForumFile)
def get_forum(at: Reading, asked: OneForum) -> ForumFile | None:
    """Return one forum with its seats."""
    row = _forum(at, asked.forum)
    if row is None:
        return None
    return ForumFile(forum=row, seats=people.seats(at.db, row.forum))


@query("/forums/{forum}/board", "forums", Board)
def get_board(at: Reading, asked: OneForum) -> Board | None:
    """Return the board of a forum: who must move, what is decided, what holds."""
    row = _forum(at, asked.forum)
    if row is None:
        return None
    return board.board(at.db, at.viewer, row.forum, at.today)


@query("/forums/{forum}/meetings", "forums", MeetingRow, listed=True)
def list_meetings(at: Reading, asked: OneForum) -> Listed | None:
    """List the meetings of a forum, the last one first, also those called off."""
    row = _forum(at, asked.forum)
    if row is None:
        return None
    places = people.line(at.db, row.forum)
    return Listed(meetings.meetings(at.db, at.viewer, places))


@query("/forums/{forum}/summary", "forums", ForumSummary)
def get_summary(at: Reading, asked: Month) -> ForumSummary | None:
    """Return what a forum decided, promised, kept and learnt in some days."""
    row = _forum(at, asked.forum)
    if row is None:
        return None
    end = asked.end or at.today
    start = asked.start or end - LATELY
    zone = at.zone if isinstance(at.zone, ZoneInfo) else ZoneInfo("UTC")
    return digest.summary(at.db, at.viewer, row.forum, start, end, zone)


def _forum(at: Reading, wanted: str) -> ForumRow | None:
    """Return the forum ``wanted`` as far as it is for the viewer."""
    seen = people.forums(at.db, at.viewer)
    return next((row for row in seen if row.forum == wanted), None)
