"""Following: what the hour has to do because a decision holds or holds no more.

::

    it binds an organisation     --> that one is asked what it promises, once
    it was superseded, repealed  --> both sides of what cites it are asked, once
    a change of framework names it while it holds --> it is looked at again, once

Source: domain.md sections 7, 11 and 15.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, and_, or_, select

from core.rulebook import Mode
from projections import framework
from projections.columns import names
from projections.commitments.table import TABLE as COMMITMENT
from projections.commitments.table import C as Z
from projections.decisions.rows import HOLDING, RECOMMENDED
from projections.decisions.tables import POSITION, C, P
from projections.timers import Timer, What

ENDED: Final = ("decision_superseded", "decision_repealed")


def due(db: Connection) -> Iterator[Timer]:
    """Yield what follows from decisions, and is not done yet."""
    yield from _bound(db)
    yield from _groundless(db)
    yield from _changed(db)


def _bound(db: Connection) -> Iterator[Timer]:
    query = (
        select(C.holds_since, C.ref, P.org)
        .join(POSITION, C.ref == P.ref)
        .where(P.bound.is_(True), P.asked_at.is_(None), C.state.in_(HOLDING))
    )
    for since, ref, org in db.execute(query):
        yield Timer(since, What.PROMISES, ref, org)


def _groundless(db: Connection) -> Iterator[Timer]:
    query = (
        select(C.ended_on, Z.ref, C.ref)
        .join(COMMITMENT, Z.cites == C.ref)
        .where(C.state.in_(ENDED), Z.open.is_(True), Z.ended_by.is_(None))
    )
    for on, ref, decision in db.execute(query):
        yield Timer(on, What.GROUND, ref, "", because=decision)


def _changed(db: Connection) -> Iterator[Timer]:
    told = [(one, ref) for one in framework.changes(db) for ref in one.affects]
    if not told:
        return
    recommended = and_(C.state.in_(RECOMMENDED), C.mode == Mode.RECOMMENDATION.value)
    holding = or_(C.state.in_(HOLDING), recommended)
    query = select(C.ref, C.reviewed, C.holds_since, C.closed_on).where(
        holding, C.ref.in_(sorted({ref for _, ref in told}))
    )
    known = {
        ref: (names(reviewed), since or closed)
        for ref, reviewed, since, closed in db.execute(query)
    }
    for one, ref in told:
        if ref not in known:
            continue
        reviewed, since = known[ref]
        if one.ref not in reviewed and since is not None and since <= one.on:
            yield Timer(one.on, What.CHANGE, ref, "", because=one.ref)
