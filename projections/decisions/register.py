"""Register: what holds, today and on any other day (*Beschlussregister*).

"On a day" means as it is known in the log that the views show; ask the views of an
earlier position for what was known then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from core.rulebook import Mode
from projections import search
from projections.decisions import tables as t
from projections.decisions.queries import PAGE, rows_of
from projections.decisions.rows import HOLDING, OVER, RECOMMENDED, DecisionRow
from projections.decisions.tables import C, H, S, visible
from projections.viewer import MACHINE, Viewer

_ENDED: Final = frozenset({"decision_superseded", "decision_repealed"})
_ACCEPTED: Final = "decision_resolved"
HITS: Final = 50  # looked through for those that the viewer may see


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision as it stood on a day: in which ``state``, and whom it bound.

    ``until_the_end`` is whom it bound up to its end, if that had come by then.
    """

    row: DecisionRow
    state: str
    bound: tuple[str, ...]
    until_the_end: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it held on that day, be it as a recommendation (*galt*)."""
        recommends = self.row.mode is Mode.RECOMMENDATION and self.state in RECOMMENDED
        return recommends or self.state in HOLDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Some entries of how many there are."""

    entries: Sequence[Entry]
    total: int


def register(
    db: Connection,
    viewer: Viewer,
    on: date,
    forums: Sequence[str] = (),
    states: Sequence[str] = (),
    limit: int = PAGE,
    before: int | None = None,
) -> Register:
    """Return the decisions there were on the day ``on``, the newest first.

    ``states`` are those in which they stood then; ``before`` is the number of the
    last one seen.
    """
    wanted: list[ColumnElement[bool]] = [C.forum.in_(forums)] if forums else []
    wanted += [S.state.in_(states)] if states else []
    return _entries(db, viewer, on, wanted, limit, before)


def holding(
    db: Connection,
    viewer: Viewer,
    on: date,
    forums: Sequence[str] = (),
    limit: int = PAGE,
    before: int | None = None,
) -> Register:
    """Return what held on the day ``on`` (*was gilt*), recommendations included."""
    recommended = and_(C.mode == Mode.RECOMMENDATION.value, S.state.in_(RECOMMENDED))
    wanted = [or_(S.state.in_(HOLDING), recommended)]
    wanted += [C.forum.in_(forums)] if forums else []
    return _entries(db, viewer, on, wanted, limit, before)


def before_councils(
    db: Connection,
    viewer: Viewer,
    on: date,
    forums: Sequence[str] = (),
    limit: int = PAGE,
    before: int | None = None,
) -> Register:
    """Return what lay before councils on the day ``on``, or was about to go there.

    What holds is among it as long as somebody's body is awaited (*in den Räten*).
    """
    going = and_(C.mode != Mode.RECOMMENDATION.value, S.state == _ACCEPTED)
    wanted: list[ColumnElement[bool]] = [or_(S.awaited.is_(True), going)]
    wanted += [C.forum.in_(forums)] if forums else []
    return _entries(db, viewer, on, wanted, limit, before)


def binding(
    db: Connection, viewer: Viewer, on: date, org: str, limit: int = PAGE
) -> Sequence[Entry]:
    """Return what bound ``org`` on the day ``on``, the newest first."""
    then = and_(H.org == org, H.since <= on, or_(H.until.is_(None), H.until > on))
    wanted = [C.ref.in_(select(H.ref).where(then))]
    return _entries(db, viewer, on, wanted, limit, None).entries


def on_day(
    db: Connection, viewer: Viewer, on: date, refs: Collection[str]
) -> Sequence[Entry]:
    """Return those of the decisions that there were on the day ``on``."""
    return _entries(db, viewer, on, [C.ref.in_(refs)], len(refs), None).entries


def what_decided(
    db: Connection, viewer: Viewer, words: str, on: date, limit: int = 10
) -> Sequence[Entry]:
    """Return what was decided about ``words``, as it stood on the day ``on``.

    What goes on or holds comes first, what is over last; the newest first in each.
    """
    hits = search.find(db, MACHINE, words, HITS, nouns=("decision",))
    refs = [hit.ref for hit in hits]
    found = _entries(db, viewer, on, [C.ref.in_(refs)], HITS, None).entries
    return sorted(found, key=lambda one: (one.state in OVER, -one.row.number))[:limit]


def _entries(
    db: Connection,
    viewer: Viewer,
    on: date,
    wanted: Sequence[ColumnElement[bool]],
    limit: int,
    before: int | None,
) -> Register:
    then = and_(S.since <= on, or_(S.until.is_(None), S.until > on))
    there = select(C.ref, S.state).join(t.STAGE, C.ref == S.ref)
    there = there.where(then, *wanted, visible(viewer))
    page = there.where(C.number < before) if before is not None else there
    found = db.execute(page.order_by(C.number.desc()).limit(limit)).all()
    total = len(found)
    if before is not None or total == limit:
        total = db.scalar(select(func.count()).select_from(there.subquery())) or 0
    if not found:
        return Register(entries=[], total=total)
    states: dict[str, str] = {row.ref: row.state for row in found}
    rows = rows_of(db, viewer, [C.ref.in_(states)], limit, C.number.desc())
    bound = _bound(db, states, on)
    ended = _until_the_end(db, [row for row in rows if states[row.ref] in _ENDED])
    entries = [
        Entry(
            row=row,
            state=states[row.ref],
            bound=bound.get(row.ref, ()),
            until_the_end=ended.get(row.ref, ()),
        )
        for row in rows
    ]
    return Register(entries=entries, total=total)


def _bound(
    db: Connection, refs: Mapping[str, str], on: date
) -> Mapping[str, tuple[str, ...]]:
    """Return whom each of ``refs`` bound on the day ``on``."""
    then = and_(H.since <= on, or_(H.until.is_(None), H.until > on))
    query = select(H.ref, H.org).where(H.ref.in_(refs), then).order_by(H.ref, H.org)
    found: dict[str, tuple[str, ...]] = {}
    for ref, org in db.execute(query):
        found[ref] = (*found.get(ref, ()), org)
    return found


def _until_the_end(
    db: Connection, rows: Sequence[DecisionRow]
) -> Mapping[str, tuple[str, ...]]:
    """Return whom each of ``rows`` bound up to the day on which it ended."""
    ends = {row.ref: row.ended_on for row in rows}
    if not ends:
        return {}
    query = select(H.ref, H.org, H.until).where(H.ref.in_(ends))
    found: dict[str, tuple[str, ...]] = {}
    for ref, org, until in db.execute(query.order_by(H.ref, H.org)):
        if until is not None and until == ends[ref]:
            found[ref] = (*found.get(ref, ()), org)
    return found
