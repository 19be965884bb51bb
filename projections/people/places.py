"""The region, its organisations and its forums."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, or_, select

from core.rulebook import FOUNDING, Rulebook
from projections.columns import names as named
from projections.memory import remembered
from projections.packing import unpacked
from projections.people.selects import organisations_joined, takes_part
from projections.people.tables import (
    BODY,
    DEVICE,
    FIELD,
    FORUM,
    MEMBERSHIP,
    ORGANISATION,
    REGION,
    SEAT,
)
from projections.rows import Row
from projections.viewer import Viewer, sees


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """The region; ``lead`` is the organisation that convenes the cooperation."""

    region: str
    name: str
    lead: str | None
    law_profile: str
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """A field of cooperation (*Handlungsfeld*)."""

    field: str
    name: str
    retired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """An organisation and how far it has come in the region (*Beteiligungsstand*).

    ``path`` is ``None`` for one that was never invited; from ``left_on`` on it is
    no longer what ``path`` says. ``successor`` took its place.
    """

    org: str
    name: str
    kind: str
    inhabitants: int | None
    path: str | None
    ags: str | None
    left_on: date | None
    successor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumRow:
    """A forum; ``state`` is planned, active, resting, absorbed or ended."""

    forum: str
    name: str
    kind: str
    lead: str
    state: str
    cadence_days: int | None
    fields: tuple[str, ...]
    successor: str | None
    resting_until: date | None
    since: date | None
    rulebook: Rulebook = FOUNDING


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """What an organisation may do in a forum: vote, advise or observe."""

    forum: str
    org: str
    seat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What organisations, their bodies and forums are called, by id.

    The id of a body stands behind that of its organisation: ``lindgrund/gv``.
    """

    organisations: dict[str, str]
    forums: dict[str, str]
    bodies: dict[str, str]


@remembered
def region(db: Connection) -> RegionRow | None:
    """Return the region, once it is founded."""
    row = db.execute(select(REGION).limit(1)).mappings().first()
    return RegionRow(**row) if row else None


def zone(db: Connection) -> ZoneInfo:
    """Return the time zone in which the days of the region are counted."""
    row = region(db)
    return ZoneInfo(row.time_zone if row else "Europe/Berlin")


def fields(db: Connection) -> Sequence[FieldRow]:
    """Return all fields of cooperation, retired ones included."""
    found = db.execute(select(FIELD).order_by(FIELD.c.field)).mappings()
    return [FieldRow(**row) for row in found]


def organisations(db: Connection, viewer: Viewer) -> Sequence[OrganisationRow]:
    """Return all organisations by name; a stranger sees those that take part."""
    query = organisations_joined().order_by(ORGANISATION.c.name, ORGANISATION.c.org)
    if not viewer.inside:
        query = query.where(MEMBERSHIP.c.path.in_(("member", "paused", "supporter")))
    return [OrganisationRow(**row) for row in db.execute(query).mappings()]


def members(db: Connection, today: date) -> Collection[str]:
    """Return the organisations that are members of the region."""
    until = or_(MEMBERSHIP.c.left_on.is_(None), MEMBERSHIP.c.left_on > today)
    wanted = select(MEMBERSHIP.c.org).where(MEMBERSHIP.c.path == "member", until)
    return set(db.scalars(wanted))


def organisation(db: Connection, org: str) -> OrganisationRow | None:
    """Return one organisation."""
    query = organisations_joined().where(ORGANISATION.c.org == org)
    row = db.execute(query).mappings().first()
    return OrganisationRow(**row) if row else None


def forums(db: Connection, viewer: Viewer) -> Sequence[ForumRow]:
    """Return the forums that the viewer may see, by name."""
    query = _forums(viewer).order_by(FORUM.c.name, FORUM.c.forum)
    return [_forum(dict(row)) for row in db.execute(query).mappings()]


@remembered
def forum(db: Connection, forum: str) -> ForumRow | None:
    """Return one forum, whoever asks: names and kinds are no secret."""
    row = db.execute(select(FORUM).where(FORUM.c.forum == forum)).mappings().first()
    return _forum(dict(row)) if row else None


def seats(db: Connection, forum: str) -> Sequence[SeatRow]:
    """Return who sits in ``forum``."""
    query = select(SEAT).where(SEAT.c.forum == forum).order_by(SEAT.c.org)
    return [SeatRow(**row) for row in db.execute(query).mappings()]


def every_seat(db: Connection) -> Sequence[SeatRow]:
    """Return who sits where, by forum and organisation."""
    query = select(SEAT).order_by(SEAT.c.forum, SEAT.c.org)
    return [SeatRow(**row) for row in db.execute(query).mappings()]


def shared_forums(db: Connection, org_a: str, org_b: str) -> Sequence[ForumRow]:
    """Return the forums at work in which both sit, or which one of them leads."""
    query = select(FORUM).where(
        FORUM.c.state == "active", takes_part(org_a), takes_part(org_b)
    )
    found = db.execute(query.order_by(FORUM.c.name, FORUM.c.forum)).mappings()
    return [_forum(dict(row)) for row in found]


@remembered
def line(db: Connection, forum: str) -> tuple[str, ...]:
    """Return ``forum`` and every forum whose open things it has taken over."""
    query = select(FORUM.c.forum, FORUM.c.successor).order_by(FORUM.c.forum)
    heirs = db.execute(query.where(FORUM.c.successor.is_not(None))).all()
    found = [forum]
    for place in found:
        found += [old for old, heir in heirs if heir == place and old not in found]
    return tuple(found)


def devices(db: Connection) -> Sequence[tuple[str, str]]:
    """Return who has which device or skill to lend, by organisation."""
    query = select(DEVICE.c.org, DEVICE.c.name).order_by(DEVICE.c.org, DEVICE.c.name)
    return [(row.org, row.name) for row in db.execute(query)]


@remembered
def heir(db: Connection, org: str) -> str:
    """Return which organisation acts for ``org`` today: its last successor, if any."""
    by = _successors(db)
    seen = [org]
    while (after := by.get(seen[-1])) is not None and after not in seen:
        seen.append(after)
    return seen[-1]


@remembered
def predecessors(db: Connection, org: str) -> tuple[str, ...]:
    """Return every organisation for which ``org`` acts since it took its place."""
    by = _successors(db)
    found = [org]
    for place in found:
        found += [
            old for old, after in by.items() if after == place and old not in found
        ]
    return tuple(found[1:])


def _successors(db: Connection) -> dict[str, str]:
    replaced = select(ORGANISATION.c.org, ORGANISATION.c.successor).where(
        ORGANISATION.c.successor.is_not(None)
    )
    found = db.execute(replaced.order_by(ORGANISATION.c.org))
    return {row.org: row.successor for row in found}


def names(db: Connection) -> Names:
    """Return the names of all organisations, bodies and forums, by id."""
    organisations = db.execute(select(ORGANISATION.c.org, ORGANISATION.c.name))
    places = db.execute(select(FORUM.c.forum, FORUM.c.name))
    named_bodies = db.execute(select(BODY.c.org, BODY.c.body, BODY.c.name, BODY.c.kind))
    return Names(
        organisations={row.org: row.name for row in organisations},
        forums={row.forum: row.name for row in places},
        bodies={f"{r.org}/{r.body}": r.name or r.kind for r in named_bodies},
    )


def _forums(viewer: Viewer) -> Select[tuple[object, ...]]:
    seated = select(SEAT.c.forum).where(SEAT.c.org.in_(sorted(viewer.orgs)))
    allowed = sees(viewer, FORUM.c.circle, FORUM.c.lead)
    return select(FORUM).where(or_(allowed, FORUM.c.forum.in_(seated)))


def _forum(row: Row) -> ForumRow:
    cells = {name: row[name] for name in ForumRow.__dataclass_fields__}
    rulebook = unpacked(row["rulebook"]) if row["rulebook"] else FOUNDING
    return ForumRow(**{**cells, "fields": named(row["fields"]), "rulebook": rulebook})
