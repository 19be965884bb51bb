"""Terms: what the hour brings to decisions, out of the views (*Beschlussfristen*).

A row is due until the event is there to which it leads. Days are local. Source:
domain.md sections 5, 6 and 15.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from sqlalchemy import Connection, and_, or_, select

from core.decision.councils import OUTSTANDING
from core.rulebook import Mode
from projections import following
from projections.decisions.tables import COUNCIL, DECISION, POSITION
from projections.timers import Timer, What

C: Final = DECISION.c
P: Final = POSITION.c
G: Final = COUNCIL.c
_IN_FORUM: Final = ("decision_open", "decision_objected", "decision_escalated")
_GOING: Final = (
    *_IN_FORUM,
    "decision_resolved",
    "decision_ratifying",
    "decision_partly_in_force",
    "decision_in_force",
    "decision_under_review",
)
_HOLDING: Final = ("decision_partly_in_force", "decision_in_force")
_DAY: Final = timedelta(days=1)


def due(db: Connection, today: date) -> Sequence[Timer]:
    """Return what happens to decisions by itself."""
    if db.scalar(select(C.ref).limit(1)) is None:
        return ()
    return sorted(
        [
            *_undelivered(db),
            *_standing(db, today),
            *_over(db, today),
            *_accepted(db),
            *_expired(db, today),
            *_to_review(db, today),
            *following.due(db),
        ],
        key=lambda timer: (timer.due, timer.key),
    )


def _undelivered(db: Connection) -> Iterator[Timer]:
    query = (
        select(C.opened_on, C.ref, P.org)
        .join(POSITION, C.ref == P.ref)
        .where(C.state.in_(_IN_FORUM), P.delivered_on.is_(None))
        .where(P.recused.is_(False))
    )
    for on, ref, org in db.execute(query):
        yield Timer(on, What.DELIVER, ref, org)


def _standing(db: Connection, today: date) -> Iterator[Timer]:
    query = (
        select(P.contest_until, C.ref, P.org)
        .join(POSITION, C.ref == P.ref)
        .where(P.entered.is_not(None), P.contest_until < today)
        .where(C.state.in_(_GOING))
    )
    for until, ref, org in db.execute(query):
        yield Timer(until + _DAY, What.STANDS, ref, org)


def _over(db: Connection, today: date) -> Iterator[Timer]:
    """Yield what can be counted: nothing waits that was entered for others."""
    waits = select(P.ref).where(P.entered.is_not(None))
    query = select(C.until, C.ref).where(
        C.state == _IN_FORUM[0], C.until < today, C.ref.not_in(waits)
    )
    for until, ref in db.execute(query):
        yield Timer(until + _DAY, What.COUNT, ref, "")


def _accepted(db: Connection) -> Iterator[Timer]:
    query = select(C.closed_on, C.ref).where(
        C.state == "decision_resolved", C.mode != Mode.RECOMMENDATION.value
    )
    for on, ref in db.execute(query):
        yield Timer(on, What.START, ref, "")


def _expired(db: Connection, today: date) -> Iterator[Timer]:
    steps = [step.value for step in OUTSTANDING]
    query = select(G.deadline, G.ref, G.org, G.body).where(
        G.awaited.is_(True), G.deadline < today, G.step.in_(steps)
    )
    for deadline, ref, org, body in db.execute(query):
        yield Timer(deadline + _DAY, What.EXPIRE, ref, org, body=body)


def _to_review(db: Connection, today: date) -> Iterator[Timer]:
    recommended = and_(
        C.state == "decision_resolved", C.mode == Mode.RECOMMENDATION.value
    )
    query = select(C.review_on, C.ref).where(
        C.review_on <= today, or_(C.state.in_(_HOLDING), recommended)
    )
    for on, ref in db.execute(query):
        yield Timer(on, What.REVIEW, ref, "")
