"""My list: what is expected of somebody, across all forums (*Meine Liste*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from projections.commitments import COMMITMENTS, CommitmentRow
from projections.commitments.queries import knows_pending, rows_of, total
from projections.commitments.table import C, visible
from projections.view import position
from projections.viewer import Viewer

EXPECTED: Final = 5  # rows; source: domain.md section 17
SHOWN: Final = 20  # rows of the other parts


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of how many there are, and how many of those are late."""

    rows: Sequence[CommitmentRow]
    total: int
    late: int


@dataclass(frozen=True, slots=True)
class MyList:
    """*Von Ihnen erwartet*, *Ihnen zugesagt*, and what waits for a tap.

    ``expected``: the viewer's organisation must move. ``owed``: others must, and
    the viewer's organisation is the asker. ``stand`` is the position shown.
    """

    expected: Part
    owed: Part
    waiting_confirmation: Part
    stand: int


class NextMover(NamedTuple):
    """How many items wait for an organisation in a forum, and the first due day."""

    forum: str
    org: str
    items: int
    earliest_due: date


def mine(db: Connection, viewer: Viewer, today: date) -> MyList:
    """Return the list of everybody who acts for the viewer's organisations."""
    orgs = sorted(viewer.orgs)
    owed = [C.open.is_(True), C.asker.in_(orgs), C.mover.not_in(orgs)]
    waiting = [C.pending_org.in_(orgs), knows_pending(viewer)]
    return MyList(
        expected=_part(db, viewer, [C.mover.in_(orgs)], EXPECTED, today),
        owed=_part(db, viewer, owed, SHOWN, today),
        waiting_confirmation=_part(db, viewer, waiting, SHOWN, today),
        stand=position(db, COMMITMENTS),
    )


def next_mover(db: Connection, viewer: Viewer) -> Sequence[NextMover]:
    """Return who must move where, for everything the viewer may see."""
    query = (
        select(C.forum, C.mover, func.count(), func.min(C.due))
        .where(C.mover.is_not(None), visible(viewer))
        .group_by(C.forum, C.mover)
        .order_by(C.forum, C.mover)
    )
    return [NextMover(*row) for row in db.execute(query)]


def _part(
    db: Connection,
    viewer: Viewer,
    conditions: Sequence[ColumnElement[bool]],
    limit: int,
    today: date,
) -> Part:
    allowed = [*conditions, visible(viewer)]
    rows = rows_of(db, viewer, allowed, limit)
    late = [*allowed, C.promised.is_(True), C.due < today]
    return Part(rows, total(db, allowed), total(db, late))
