"""My list: what is expected of somebody, across all forums (*Meine Liste*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from projections import asks, decisions
from projections.asks import Asked
from projections.commitments import COMMITMENTS, CommitmentRow, doubted
from projections.commitments.queries import knows_pending, rows_of, total
from projections.commitments.table import C, visible
from projections.commitments.tally import T, tallied
from projections.decisions import Decided, FollowUp
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
    """*Von Ihnen erwartet*, *Ihnen zugesagt*, *Von Ihnen erbeten*, and what waits.

    ``expected``: the viewer's organisation must move. ``owed``: others promised
    the viewer's organisation; ``requested``: it asked for, and nobody promised it yet.
    ``to_answer`` are asks that wait for an
    answer of the viewer's organisation, ``to_tell`` those whose result, or what
    follows from it, it owes. ``to_decide`` are decisions to which it has said nothing
    yet, ``councils`` is what its bodies owe (*für Ihr Gremium*). ``doubted`` is what
    it has to say of whether it stands without its decision. ``stand`` is the position
    shown.
    """

    expected: Part
    owed: Part
    requested: Part
    waiting_confirmation: Part
    to_answer: Asked
    to_tell: Asked
    to_decide: Decided
    councils: Sequence[FollowUp]
    doubted: Sequence[CommitmentRow]
    stand: int


class NextMover(NamedTuple):
    """How many items wait for an organisation in a forum."""

    forum: str
    org: str
    items: int


def mine(db: Connection, viewer: Viewer, today: date) -> MyList:
    """Return the list of everybody who acts for the viewer's organisations."""
    orgs = sorted(viewer.orgs)
    expected = [C.mover.in_(orgs), visible(viewer)]
    theirs = [C.open.is_(True), C.asker.in_(orgs), C.mover.not_in(orgs)]
    owed, requested = (
        [C.promised.is_(word), *theirs, visible(viewer)] for word in (True, False)
    )
    counted = tallied(db, viewer, [T.asker.in_(orgs), T.mover.not_in(orgs)])
    promised = counted.get("promised", 0)
    waiting = [C.pending_org.in_(orgs), knows_pending(viewer), visible(viewer)]
    confirm = rows_of(db, viewer, waiting, SHOWN)
    return MyList(
        expected=Part(
            rows_of(db, viewer, expected, EXPECTED),
            sum(tallied(db, viewer, [T.mover.in_(orgs)]).values()),
            _late(db, expected, today),
        ),
        owed=Part(
            rows_of(db, viewer, owed, SHOWN),
            promised,
            _late(db, owed, today),
        ),
        requested=Part(
            rows_of(db, viewer, requested, SHOWN),
            sum(counted.values()) - promised,
            0,
        ),
        waiting_confirmation=Part(confirm, total(db, waiting), 0),
        to_answer=asks.awaited(db, viewer, EXPECTED),
        to_tell=asks.owed(db, viewer, today, EXPECTED),
        to_decide=decisions.to_answer(db, viewer, EXPECTED),
        councils=decisions.follow_up(db, viewer, today, orgs=orgs, limit=SHOWN)[0],
        doubted=doubted(db, viewer, orgs=orgs, limit=SHOWN),
        stand=position(db, COMMITMENTS),
    )


def next_mover(db: Connection, viewer: Viewer) -> Sequence[NextMover]:
    """Return who must move where, for everything the viewer may see."""
    query = (
        select(T.forum, T.mover, func.sum(T.n))
        .where(T.mover.is_not(None), visible(viewer, T))
        .group_by(T.forum, T.mover)
        .order_by(T.forum, T.mover)
    )
    return [NextMover(forum, org, int(n)) for forum, org, n in db.execute(query)]


def _late(
    db: Connection, conditions: Sequence[ColumnElement[bool]], today: date
) -> int:
    return total(db, [*conditions, C.promised.is_(True), C.due < today])
