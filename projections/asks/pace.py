"""Pace: how much is asked of whom, and what is due next (*Takt*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from core.ask.kinds import AskKind
from projections.asks.queries import GOES_ON, rows_of
from projections.asks.table import ASK, AskRow, C, R
from projections.viewer import Viewer


def minutes_of_week(db: Connection, today: date) -> Mapping[str, int]:
    """Return for how many minutes each organisation was asked in this week (Q4)."""
    monday = today - timedelta(days=today.weekday())
    query = (
        select(R.org, func.sum(C.minutes))
        .join(ASK, C.ref == R.ref)
        .where(C.on >= monday, C.on < monday + timedelta(days=7))
        .where(C.kind != AskKind.HELP.value, C.state != "ask_cancelled")
        .group_by(R.org)
    )
    return {org: int(minutes) for org, minutes in db.execute(query)}


def ending(db: Connection, viewer: Viewer, until: date, limit: int) -> Sequence[AskRow]:
    """Return what is to be answered by ``until``, or owes its result, by day."""
    wanted = [C.state.in_(("ask_open", "ask_closed")), GOES_ON, C.deadline <= until]
    return rows_of(db, viewer, wanted, limit)
