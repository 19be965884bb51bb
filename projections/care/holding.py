"""Zusammenhalten: threads that nobody holds, and who is about to let go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import Connection, and_, func, not_, or_, select

from projections.asks import AskRow, queries
from projections.asks.table import ASK, REPLY
from projections.care.some import Some
from projections.columns import Moment
from projections.commitments import CommitmentRow
from projections.commitments.queries import rows_of
from projections.commitments.table import C, visible
from projections.people import MandateRow, answering
from projections.people.acting import still_acting, until_between
from projections.people.tables import FORUM, MANDATE, MEMBERSHIP
from projections.pulse import SIGN
from projections.viewer import Viewer

ENDING_SOON: Final = timedelta(days=60)  # calendar days; a council meets in between
SILENT: Final = timedelta(days=90)  # calendar days, as on the board of a forum
COOL: Final = 1.5  # times the rhythm; source: domain.md section 3, dormancy
M: Final = MANDATE.c


@dataclass(frozen=True, slots=True)
class Loose:
    """An open commitment whose ``caretaker`` acts no more, or nobody at all does."""

    row: CommitmentRow
    gone: str | None  # the person who looked after it


@dataclass(frozen=True, slots=True)
class Unheard:
    """An open ask, and the ``orgs`` at which nobody can receive it."""

    row: AskRow
    orgs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quiet:
    """A member of which nothing was heard for long, ``last`` if ever (UTC)."""

    org: str
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Cooling:
    """A forum at work without a sign of life for longer than its rhythm."""

    forum: str
    last: datetime
    cadence_days: int


def loose(db: Connection, viewer: Viewer, today: date, limit: int) -> Some[Loose]:
    """Return what is open while nobody acts for whoever must move, by due day."""
    acting = still_acting(today)
    somebody = select(M.org).where(acting)
    stays = select(M.person).where(acting, M.org == C.holder)
    abandoned = and_(C.caretaker.is_not(None), C.caretaker.not_in(stays))
    wanted = [
        C.open.is_(True),
        C.mover.is_not(None),
        or_(abandoned, C.mover.not_in(somebody)),
        visible(viewer),
    ]
    found = rows_of(db, viewer, wanted, limit + 1)
    return Some.of([Loose(row, row.caretaker) for row in found], limit)


def unheard(db: Connection, viewer: Viewer, today: date, limit: int) -> Some[Unheard]:
    """Return open asks that nobody can receive somewhere, by deadline."""
    acting = select(M.org).where(still_acting(today))
    lonely = select(REPLY.c.ref).where(REPLY.c.awaited, REPLY.c.org.not_in(acting))
    found: list[Unheard] = []
    for row in queries.rows_of(db, viewer, [ASK.c.ref.in_(lonely)], limit + 1):
        orgs = (o for o in row.missing if not answering(db, o, row.forum, today))
        found += [Unheard(row, alone)] if (alone := tuple(orgs)) else []
    return Some.of(found, limit)


def ending(db: Connection, today: date, limit: int) -> Some[MandateRow]:
    """Return the mandates that end soon, the next one first."""
    return Some.of(until_between(db, today, today + ENDING_SOON, limit + 1), limit)


def quiet(db: Connection, today: date, limit: int) -> Some[Quiet]:
    """Return members without a sign of life, the longest silent first."""
    last = func.max(SIGN.c.at, type_=Moment())
    query = (
        select(MEMBERSHIP.c.org, last)
        .outerjoin(SIGN, SIGN.c.org == MEMBERSHIP.c.org)
        .where(MEMBERSHIP.c.path == "member")
        .group_by(MEMBERSHIP.c.org)
        .having(or_(last.is_(None), last < _midnight(today - SILENT)))
        .order_by(last.is_not(None), last, MEMBERSHIP.c.org)
    )
    found = [Quiet(*row) for row in db.execute(query.limit(limit + 1))]
    return Some.of(found, limit)


def cooling(db: Connection, today: date, limit: int) -> Some[Cooling]:
    """Return forums that are quieter than their rhythm, the coolest first."""
    last = func.max(SIGN.c.at, type_=Moment())
    query = (
        select(FORUM.c.forum, last, FORUM.c.cadence_days)
        .join(SIGN, SIGN.c.forum == FORUM.c.forum)
        .where(FORUM.c.state == "active", not_(FORUM.c.cadence_days.is_(None)))
        .group_by(FORUM.c.forum, FORUM.c.cadence_days)
        .order_by(last, FORUM.c.forum)
    )
    found = [Cooling(*row) for row in db.execute(query)]
    now = _midnight(today)
    cool = [o for o in found if now - o.last > timedelta(days=COOL * o.cadence_days)]
    return Some.of(cool, limit)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
