"""What can be asked about one decision, or several; every answer is for one viewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from core.decision.file import Work
from core.decision.kinds import ConditionKind
from core.effect import Answer
from projections.decisions import tables as t
from projections.decisions.rows import (
    DECIDING,
    HOLDING,
    RECOMMENDED,
    ConditionRow,
    CouncilRow,
    DecisionRow,
    EditionRow,
    HoldRow,
    ObjectionRow,
    PositionRow,
)
from projections.decisions.showing import council_of, decision_of, position_of
from projections.decisions.tables import C, G, P, visible
from projections.packing import unpacked
from projections.viewer import Viewer

PAGE = 50  # rows, unless told otherwise
_SHOWN: Final = [c for c in C if c.name not in {"core", "accepted"}]  # all but ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Some decisions of how many there are."""

    rows: Sequence[DecisionRow]
    total: int


def get(db: Connection, viewer: Viewer, ref: str) -> DecisionRow | None:
    """Return one decision; ``None``: there is none that the viewer may see."""
    found = rows_of(db, viewer, [C.ref == ref], 1)
    return found[0] if found else None


def several(
    db: Connection, viewer: Viewer, refs: Iterable[str]
) -> Sequence[DecisionRow]:
    """Return those of ``refs`` that the viewer may see, with one query."""
    wanted = sorted(set(refs))
    return rows_of(db, viewer, [C.ref.in_(wanted)], len(wanted))


def listing(
    db: Connection,
    viewer: Viewer,
    forums: Sequence[str] = (),
    states: Sequence[str] = (),
    limit: int = PAGE,
    before: int | None = None,
    *conditions: ColumnElement[bool],
) -> Decided:
    """Return decisions, the newest first; ``before`` is the number of the last seen.

    Without ``forums`` or ``states`` all of them, as far as ``conditions`` let.
    """
    wanted = [*conditions, *([C.forum.in_(forums)] if forums else [])]
    wanted += [C.state.in_(states)] if states else []
    page = [*wanted, *([C.number < before] if before is not None else [])]
    rows = rows_of(db, viewer, page, limit, C.number.desc())
    return Decided(rows=rows, total=_total(db, viewer, wanted, rows, limit, before))


def to_answer(db: Connection, viewer: Viewer, limit: int = PAGE) -> Decided:
    """Return what an organisation of the viewer has said nothing to yet."""
    own = P.org.in_(sorted(viewer.orgs))
    quiet = (P.stance.is_(None), P.scores.is_(None), P.entered.is_(None))
    silent = select(P.ref).where(own, P.recused.is_(False), *quiet)
    wanted = [C.state.in_(("decision_open", "decision_objected")), C.ref.in_(silent)]
    rows = rows_of(db, viewer, wanted, limit, C.until, C.number)
    return Decided(rows=rows, total=_total(db, viewer, wanted, rows, limit))


def since(
    db: Connection, viewer: Viewer, day: date, limit: int
) -> Sequence[DecisionRow]:
    """Return what holds since ``day`` or later, the newest first."""
    wanted = [C.state.in_(HOLDING), C.holds_since >= day]
    return rows_of(db, viewer, wanted, limit, C.holds_since.desc(), C.number)


def dated(
    db: Connection, viewer: Viewer, first: date, last: date, limit: int
) -> Sequence[DecisionRow]:
    """Return what is decided, or looked at again, between these days."""
    decided = and_(C.state.in_(DECIDING), C.until >= first, C.until <= last)
    again = and_(
        C.state.in_((*HOLDING, *RECOMMENDED)), C.review_on >= first, C.review_on <= last
    )
    return rows_of(db, viewer, [or_(decided, again)], limit, C.number)


def _total(
    db: Connection,
    viewer: Viewer,
    wanted: Sequence[ColumnElement[bool]],
    rows: Sequence[DecisionRow],
    limit: int,
    before: int | None = None,
) -> int:
    """Return how many there are; a first page that is not full says so itself."""
    if before is None and len(rows) < limit:
        return len(rows)
    count = select(func.count()).select_from(t.DECISION)
    return db.scalar(count.where(*wanted, visible(viewer))) or 0


def editions(db: Connection, row: DecisionRow) -> Sequence[EditionRow]:
    """Return all versions of the text of a decision, the first one first."""
    query = select(t.EDITION).where(t.EDITION.c.ref == row.ref)
    query = query.order_by(t.EDITION.c.edition)
    cells = (dict(one) for one in db.execute(query).mappings())
    return [
        EditionRow(**{**one, "integrates": unpacked(one["integrates"])})
        for one in cells
    ]


def positions(
    db: Connection, viewer: Viewer, row: DecisionRow
) -> Sequence[PositionRow]:
    """Return who is on the list of a decision, and what everybody said."""
    query = select(t.POSITION).where(P.ref == row.ref).order_by(P.org)
    return [position_of(dict(one), viewer) for one in db.execute(query).mappings()]


def on_list(db: Connection, row: DecisionRow) -> tuple[str, ...]:
    """Return the organisations on the list of a decision, recused ones included."""
    query = select(P.org).where(P.ref == row.ref).order_by(P.org)
    return tuple(db.scalars(query))


def objections(db: Connection, refs: Iterable[str]) -> Sequence[ObjectionRow]:
    """Return the objections to each of ``refs``, by their number."""
    c = t.OBJECTION.c
    query = select(t.OBJECTION).where(c.ref.in_(sorted(set(refs))))
    found = db.execute(query.order_by(c.ref, c.n)).mappings()
    return [ObjectionRow(**{**one, "work": Work(one["work"])}) for one in found]


def councils(
    db: Connection, viewer: Viewer, refs: Iterable[str], today: date
) -> Sequence[CouncilRow]:
    """Return every body that has to do with ``refs``, as far as they may be seen."""
    seen = select(C.ref).where(C.ref.in_(sorted(set(refs))), visible(viewer))
    query = select(t.COUNCIL).where(G.ref.in_(seen))
    found = db.execute(query.order_by(G.number, G.org, G.body)).mappings()
    return [council_of(dict(one), viewer, today) for one in found]


def conditions(db: Connection, row: DecisionRow) -> Sequence[ConditionRow]:
    """Return what else must come first."""
    query = select(t.CONDITION).where(t.CONDITION.c.ref == row.ref)
    found = db.execute(query.order_by(*t.CONDITION.primary_key)).mappings()
    return [
        ConditionRow(
            **{
                **one,
                "kind": ConditionKind(one["kind"]),
                "org": one["org"] or None,
                "answer": Answer(one["answer"]),
            }
        )
        for one in found
    ]


def holds(db: Connection, row: DecisionRow) -> Sequence[HoldRow]:
    """Return from when to when the decision bound whom."""
    query = select(t.HOLD).where(t.HOLD.c.ref == row.ref).order_by(t.HOLD.c.n)
    cells = (dict(one) for one in db.execute(query).mappings())
    return [HoldRow(**{k: c for k, c in one.items() if k != "n"}) for one in cells]


def rows_of(
    db: Connection,
    viewer: Viewer,
    wanted: Sequence[ColumnElement[bool]],
    limit: int,
    *ordering: ColumnElement[object],
) -> Sequence[DecisionRow]:
    """Return the decisions under ``wanted`` that the viewer may see."""
    query = select(*_SHOWN).where(*wanted, visible(viewer)).limit(limit)
    found = db.execute(query.order_by(*(ordering or (C.number,)))).mappings().all()
    return [decision_of(dict(row)) for row in found]
