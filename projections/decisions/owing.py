"""Owing: whom decisions wait for, and since when in vain (*am Zug*).

A member owes its position until the end of the term; whoever proposed owes an answer
to the objections that stand; a body owes its result, by its meeting if that is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import Connection, Date, func, select, union

from core.decision.councils import OUTSTANDING
from core.decision.file import Work
from projections.decisions.matrix import FollowUp, follow_up
from projections.decisions.queries import Decided, listing
from projections.decisions.tables import DECISION, OBJECTION, POSITION, C, G, P
from projections.viewer import Viewer

_ASKED: Final = ("decision_open", "decision_objected", "decision_escalated")
_HINDERED: Final = _ASKED[1:]
_O: Final = OBJECTION.c
_OBJECTING: Final = select(_O.ref).where(
    _O.ref == P.ref, _O.org == P.org, _O.work == Work.OPEN.value
)
_POSITIONS: Final = (
    select(C.ref, P.org, C.until.label("due"))
    .select_from(POSITION.join(DECISION, C.ref == P.ref))
    .where(C.state.in_(_ASKED), P.recused.is_(False), C.until.is_not(None))
    .where(P.stance.is_(None), P.scores.is_(None), P.entered.is_(None))
    .where(~_OBJECTING.exists())
)
_OBJECTIONS: Final = select(C.ref, C.org, C.until).where(C.state.in_(_HINDERED))
_RESULTS: Final = (
    select(
        G.ref,
        G.org,
        func.min(func.coalesce(G.meeting, G.deadline), type_=Date).label("due"),
    )
    .where(G.awaited.is_(True), G.step.in_([step.value for step in OUTSTANDING]))
    .where(G.meeting.is_not(None) | G.deadline.is_not(None))
    .group_by(G.ref, G.org)
)
OWED: Final = union(_POSITIONS, _OBJECTIONS, _RESULTS).subquery("decision_owed")
"""Which organisation owes something to which decision, and until when."""
GOING: Final = C.state.in_(_ASKED) | C.in_councils.is_(True)
"""Whether a decision waits for anybody."""


def stuck(
    db: Connection,
    viewer: Viewer,
    today: date,
    forums: Sequence[str] = (),
    limit: int = 20,
) -> Decided:
    """Return what objections hinder though its term is over, the newest first."""
    over = C.until < today
    return listing(db, viewer, forums, _HINDERED, limit, None, over)


def overdue(
    db: Connection, viewer: Viewer, today: date, limit: int
) -> Sequence[FollowUp]:
    """Return which bodies have let their day go by, the first one first."""
    rows, _ = follow_up(db, viewer, today, limit=limit)
    return [one for one in rows if one.on is not None and one.on < today]
