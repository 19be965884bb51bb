"""What can be asked about commitments; every answer is for one viewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from projections.commitments.table import (
    COLUMNS,
    TABLE,
    C,
    CommitmentRow,
    shown,
    visible,
)
from projections.commitments.tally import T, tallied
from projections.viewer import Viewer

PAGE = 50  # rows, unless told otherwise


class Cursor(NamedTuple):
    """The place in a listing behind which the next page begins."""

    due: date
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which commitments; what is ``None`` does not matter. Days are inclusive.

    ``org`` is asker or holder; ``pending`` is ``draft`` or ``on_behalf``.
    """

    forum: str | None = None
    org: str | None = None
    state: str | None = None
    open_only: bool = False
    mover: str | None = None
    due_from: date | None = None
    due_until: date | None = None
    pending: str | None = None


class Page(NamedTuple):
    """Some rows, and where the next page begins if there is one."""

    rows: Sequence[CommitmentRow]
    next: Cursor | None


class Counts(NamedTuple):
    """How many commitments of a forum are open, kept, and ended otherwise."""

    open: int
    kept: int
    ended: int


def get(db: Connection, viewer: Viewer, ref: str) -> CommitmentRow | None:
    """Return one commitment; ``None``: there is none that the viewer may see."""
    row = db.execute(_one(viewer), {"ref": ref}).mappings().first()
    return shown(row, viewer) if row else None


@lru_cache(maxsize=64)  # made once: to make a statement takes longer than to run it
def _one(viewer: Viewer) -> Select[Any]:
    return select(*COLUMNS).where(C.ref == bindparam("ref"), visible(viewer))


def several(
    db: Connection, viewer: Viewer, refs: Iterable[str]
) -> Sequence[CommitmentRow]:
    """Return those of ``refs`` that the viewer may see, with one query."""
    wanted = sorted(set(refs))
    return rows_of(db, viewer, [C.ref.in_(wanted), visible(viewer)], len(wanted))


def listing(
    db: Connection,
    viewer: Viewer,
    wanted: Filter,
    limit: int = PAGE,
    after: Cursor | None = None,
) -> Page:
    """Return a page of what is ``wanted``, by due day, then number."""
    conditions = [visible(viewer), *_conditions(wanted, viewer)]
    if after is not None:
        later = and_(C.due == after.due, C.number > after.number)
        conditions += [C.due >= after.due, or_(C.due > after.due, later)]
    found = rows_of(db, viewer, conditions, limit + 1)
    more = found[:limit]
    if len(found) <= limit:
        return Page(more, None)
    return Page(more, Cursor(more[-1].due, int(more[-1].ref[1:])))


def numbered(
    db: Connection,
    viewer: Viewer,
    wanted: Filter,
    limit: int = PAGE,
    before: int | None = None,
) -> Sequence[CommitmentRow]:
    """Return what is ``wanted``, the newest first; ``before`` is the last one seen."""
    conditions = [visible(viewer), *_conditions(wanted, viewer)]
    conditions += [C.number < before] if before is not None else []
    return rows_of(db, viewer, conditions, limit, C.number.desc())


def rows_of(
    db: Connection,
    viewer: Viewer,
    conditions: Sequence[ColumnElement[bool]],
    limit: int,
    *ordering: ColumnElement[object],
) -> list[CommitmentRow]:
    """Return rows under ``conditions``, by due day unless ordered otherwise."""
    query = select(*COLUMNS).where(*conditions).limit(limit)
    found = db.execute(query.order_by(*(ordering or (C.due, C.number))))
    return [shown(row, viewer) for row in found.mappings()]


def total(db: Connection, conditions: Sequence[ColumnElement[bool]]) -> int:
    """Return how many rows there are under ``conditions``."""
    query = select(func.count()).select_from(TABLE).where(*conditions)
    return db.scalar(query) or 0


def counts(db: Connection, viewer: Viewer, forum: str | Sequence[str]) -> Counts:
    """Count what ``viewer`` may see in a forum, or in several at once."""
    places = [forum] if isinstance(forum, str) else list(forum)
    found = tallied(db, viewer, [T.forum.in_(places)])
    return Counts(found["asked"] + found["promised"], found["kept"], found["ended"])


def citing(db: Connection, viewer: Viewer, ref: str) -> Sequence[CommitmentRow]:
    """Return what follows from the decision ``ref``, by due day."""
    query = select(*COLUMNS).where(C.cites == ref, visible(viewer))
    found = db.execute(query.order_by(C.due, C.number))
    return [shown(row, viewer) for row in found.mappings()]


def doubted(
    db: Connection,
    viewer: Viewer,
    orgs: Sequence[str],
    limit: int = PAGE,
) -> Sequence[CommitmentRow]:
    """Return of what ``orgs`` have to say whether it stands without its decision."""
    holder = and_(C.holder_doubts, C.holder.in_(orgs))
    asker = and_(C.asker_doubts, C.asker.in_(orgs))
    return rows_of(db, viewer, [or_(holder, asker), visible(viewer)], limit)


def offers_in(
    db: Connection, viewer: Viewer, forum: str, not_org: str
) -> Sequence[CommitmentRow]:
    """Return the offers of others than ``not_org`` that nobody has taken yet."""
    conditions = [
        visible(viewer),
        C.forum == forum,
        C.asked.is_(True),
        C.state == "offered",
        C.holder != not_org,
    ]
    return rows_of(db, viewer, conditions, PAGE)


def overdue(row: CommitmentRow, viewer: Viewer, today: date) -> bool:
    """Tell whether a promise is late, as far as it is the viewer's business."""
    parties = (row.asker, row.holder)
    standing = row.state in {"promised", "handing_over", "renegotiating"}
    return standing and row.due < today and viewer.knows_of_lateness(*parties)


def _conditions(wanted: Filter, viewer: Viewer) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.forum is not None:
        found.append(C.forum == wanted.forum)
    if wanted.org is not None:
        found.append(or_(C.asker == wanted.org, C.holder == wanted.org))
    if wanted.state is not None:
        found.append(C.state == wanted.state)
    if wanted.open_only:
        found.append(C.open.is_(True))
    if wanted.mover is not None:
        found.append(C.mover == wanted.mover)
    if wanted.due_from is not None:
        found.append(C.due >= wanted.due_from)
    if wanted.due_until is not None:
        found.append(C.due <= wanted.due_until)
    if wanted.pending is not None:
        found.append(and_(C.pending == wanted.pending, knows_pending(viewer)))
    return found


def knows_pending(viewer: Viewer) -> ColumnElement[bool]:
    """Return the condition under which the viewer may know what waits."""
    if viewer.oversees:
        return C.pending.is_not(None)
    mine = C.pending_org.in_(sorted(viewer.orgs))
    return or_(C.pending == "on_behalf", mine)
