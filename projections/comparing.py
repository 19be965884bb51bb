"""Comparing: what became of all items between two states (*Vergleich*).

Both states are read against today's vault, so a text that was erased since is gone
from both; that is told beside what happened to the item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import Final

from sqlalchemy import Connection

from projections import asks, commitments, decisions, information
from projections.commitments import Cursor, Filter, overdue
from projections.viewer import Viewer

_PAGE: Final = 1_000  # rows per query


@unique
class What(StrEnum):
    """What became of an item, in the order in which it is told."""

    NEW = "new"
    FULFILLED = "fulfilled"
    WITHDRAWN = "withdrawn"
    OVERDUE = "overdue"
    CHANGED = "changed"
    ERASED = "erased"


_FULFILLED: Final = {
    "fulfilled",
    "ask_published",
    "ask_concluded",
    "settled",
    "decision_in_force",
}
_WITHDRAWN: Final = {
    "withdrawn",
    "declined",
    "released",
    "reneged",
    "ask_cancelled",
    "retracted",
    "decision_withdrawn",
    "decision_rejected",
    "decision_failed",
    "decision_lapsed",
    "decision_repealed",
    "decision_superseded",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Of which forum or organisation; ``None``: of all."""

    forum: str | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An item as it stood; ``text`` is ``None`` where it was erased."""

    ref: str
    forum: str
    text: str | None
    state: str
    due: date | None
    late: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one item; ``before`` is ``None`` for a new one."""

    ref: str
    what: Sequence[What]
    before: Thing | None
    after: Thing


def things(
    db: Connection, viewer: Viewer, scope: Scope, today: date
) -> Mapping[str, Thing]:
    """Return all items that ``viewer`` may see, by reference."""
    found = (*_commitments(db, viewer, scope, today), *_asks(db, viewer, scope, today))
    learnt = (
        Thing(
            ref=row.ref,
            forum=row.forum,
            text=row.text,
            state=row.state,
            due=None,
            late=False,
            version=row.version,
        )
        for row in information.listing(db, viewer, scope.forum, scope.org)
    )
    decided = _decisions(db, viewer, scope)
    return {thing.ref: thing for thing in (*found, *learnt, *decided)}


def compared(
    before: Mapping[str, Thing], after: Mapping[str, Thing]
) -> Sequence[Change]:
    """Return what is not as it was, in the order of the numbers."""
    changes = (_change(before.get(ref), thing) for ref, thing in after.items())
    found = [change for change in changes if change.what]
    return sorted(found, key=lambda one: (one.ref[0], int(one.ref[1:])))


def _change(before: Thing | None, after: Thing) -> Change:
    moved = before is None or before.version != after.version
    state = before.state if before else ""
    late = before.late if before else False
    what = [What.NEW] if before is None else []
    if after.state in _FULFILLED and state not in _FULFILLED:
        what.append(What.FULFILLED)
    if after.state in _WITHDRAWN and state not in _WITHDRAWN:
        what.append(What.WITHDRAWN)
    if after.late and not late:
        what.append(What.OVERDUE)
    if moved and not what:
        what.append(What.CHANGED)
    if moved and after.text is None:
        what.append(What.ERASED)
    return Change(ref=after.ref, what=what, before=before, after=after)


def _commitments(
    db: Connection, viewer: Viewer, scope: Scope, today: date
) -> Iterator[Thing]:
    wanted = Filter(forum=scope.forum, org=scope.org)
    cursor: Cursor | None = Cursor(date.min, 0)
    while cursor is not None:
        rows, cursor = commitments.listing(db, viewer, wanted, _PAGE, cursor)
        for row in rows:
            yield Thing(
                ref=row.ref,
                forum=row.forum,
                text=row.what,
                state=row.state,
                due=row.due,
                late=overdue(row, viewer, today),
                version=row.version,
            )


def _asks(db: Connection, viewer: Viewer, scope: Scope, today: date) -> Iterator[Thing]:
    before: int | None = None
    while rows := asks.listing(db, viewer, scope.forum, _PAGE, before):
        before = int(rows[-1].ref[1:])
        for row in rows:
            knows = viewer.knows_of_lateness(row.org)
            if scope.org in {None, row.org, *row.audience}:
                yield Thing(
                    ref=row.ref,
                    forum=row.forum,
                    text=row.text,
                    state=row.state,
                    due=row.deadline,
                    late=row.owes_result and row.promised < today and knows,
                    version=row.version,
                )


def _decisions(db: Connection, viewer: Viewer, scope: Scope) -> Iterator[Thing]:
    forums = (scope.forum,) if scope.forum else ()
    before: int | None = None
    while rows := decisions.listing(db, viewer, forums, (), _PAGE, before).rows:
        before = rows[-1].number
        for row in rows:
            if scope.org in {None, row.org, *row.bound, *row.silent}:
                yield Thing(
                    ref=row.ref,
                    forum=row.forum,
                    text=row.text,
                    state=row.state,
                    due=row.until if row.deciding else None,
                    late=False,
                    version=row.version,
                )
