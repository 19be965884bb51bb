"""Bündeln, motivieren, erfragen, anstoßen: what coordination can set in motion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import Connection, case, func, or_, select

from projections import asks, decisions, nudges
from projections.asks import AskRow
from projections.care.some import Some
from projections.commitments import CommitmentRow
from projections.commitments.queries import rows_of
from projections.commitments.table import C, visible
from projections.decisions import DecisionRow
from projections.nudges import Reminded
from projections.viewer import Viewer

LATELY: Final = timedelta(days=30)  # calendar days that a success is fresh
WEEK: Final = timedelta(days=7)  # calendar days, as in the digest


@dataclass(frozen=True, slots=True)
class Week:
    """What a forum's commitments did in seven days."""

    forum: str
    begun: int
    kept: int


def weeks(db: Connection, viewer: Viewer, today: date, limit: int) -> Sequence[Week]:
    """Return the forums in which most was begun or kept this week."""
    start = today - WEEK
    begun = func.sum(case((C.opened_at >= _midnight(start), 1), else_=0))
    kept = func.sum(case((C.settled_on > start, 1), else_=0))
    query = (
        select(C.forum, begun, kept)
        .where(or_(C.opened_at >= _midnight(start), C.settled_on > start))
        .where(visible(viewer))
        .group_by(C.forum)
        .order_by((begun + kept).desc(), C.forum)
    )
    rows = db.execute(query.limit(limit))
    return [Week(forum, int(new), int(done)) for forum, new, done in rows]


def to_thank(
    db: Connection, viewer: Viewer, today: date, limit: int
) -> Some[CommitmentRow]:
    """Return what others kept lately and nobody thanked for, the newest first."""
    wanted = [
        C.thanked.is_(False),
        C.settled_on >= today - LATELY,
        C.holder.not_in(sorted(viewer.orgs)),
        visible(viewer),
    ]
    found = rows_of(db, viewer, wanted, limit + 1, C.settled_on.desc(), C.number)
    return Some.of(found, limit)


def succeeded(
    db: Connection, viewer: Viewer, today: date, limit: int
) -> Some[DecisionRow]:
    """Return decisions that came into force lately, for some or for all."""
    return Some.of(decisions.since(db, viewer, today - LATELY, limit + 1), limit)


def asked(db: Connection, viewer: Viewer, today: date, limit: int) -> Some[AskRow]:
    """Return asks that end this week, or owe their result, by day."""
    return Some.of(asks.ending(db, viewer, today + WEEK, limit + 1), limit)


def withheld(db: Connection, viewer: Viewer, limit: int) -> Sequence[Reminded]:
    """Return the reminders that were held back, the newest first."""
    return nudges.log(db, viewer, limit, what="suppressed")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
