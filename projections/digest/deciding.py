"""Deciding: what a digest tells of decisions and councils (*Beschlüsse*).

What others have let pass is for coordination alone (rule 11): no other message tells
it on that day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection

from projections import decisions
from projections.decisions import DecisionRow, FollowUp
from projections.digest.facts import Some
from projections.viewer import Viewer

_LOOKED_AT: Final = 100  # what bodies owe, the nearest first


def to_answer(db: Connection, viewer: Viewer, shown: int) -> Some[DecisionRow]:
    """Return what waits for a position of the viewer's organisations."""
    found = decisions.to_answer(db, viewer, shown)
    return Some(found.rows, found.total)


def councils(
    db: Connection, viewer: Viewer, until: date, today: date, shown: int
) -> Some[FollowUp]:
    """Return what bodies of the viewer's organisations owe ``until`` then."""
    own = sorted(viewer.orgs)
    rows, _ = decisions.follow_up(db, viewer, today, orgs=own, limit=_LOOKED_AT)
    soon = [one for one in rows if one.on is not None and one.on <= until]
    return Some(soon[:shown], len(soon))


def stuck(db: Connection, viewer: Viewer, today: date, shown: int) -> Some[DecisionRow]:
    """Return what objections hinder behind its term."""
    if not viewer.coordinates:
        return Some((), 0)
    found = decisions.stuck(db, viewer, today, limit=shown)
    return Some(found.rows, found.total)


def overdue(db: Connection, viewer: Viewer, today: date, shown: int) -> Some[FollowUp]:
    """Return which bodies of others have let their day go by."""
    if not viewer.coordinates:
        return Some((), 0)
    rows = decisions.overdue(db, viewer, today, _LOOKED_AT)
    others = [one for one in rows if one.mover not in viewer.orgs]
    return Some(others[:shown], len(others))
