"""What can be asked about reminders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, bindparam, or_, select

from core.nudge import Step
from projections.nudges.table import LADDER, LOG, G, L, Ladder, Reminded
from projections.rows import Row
from projections.viewer import Viewer


def ladders(db: Connection) -> Sequence[Ladder]:
    """Return all ladders that still have something to come."""
    return _ladders(db, _COMING)


def due(db: Connection, today: date) -> Sequence[Ladder]:
    """Return the ladders of which a day has come that needs something."""
    return _ladders(db, _DUE, today=today)


def log(
    db: Connection,
    viewer: Viewer,
    limit: int = 100,
    ref: str | None = None,
    what: str | None = None,
) -> Sequence[Reminded]:
    """Return what was said and what was held back, the newest first."""
    query = select(LOG).order_by(G.position.desc(), G.n).limit(limit)
    if what is not None:
        query = query.where(G.what == what)
    if ref is not None:
        query = query.where(G.ref == ref)
    if not viewer.oversees:
        query = query.where(G.org.in_(sorted(viewer.orgs)))
    return [_shown(dict(row), viewer) for row in db.execute(query).mappings()]


def written_on(db: Connection, day: date) -> frozenset[str]:
    """Return who was reminded of something on ``day``."""
    found = db.scalars(_WRITTEN, {"day": day})
    return frozenset(who for who in found if who is not None)


_WRITTEN: Final = (
    select(G.person).where(G.on == bindparam("day"), G.what == "sent").distinct()
)


def wished_by(db: Connection, ref: str, org: str) -> str | None:
    """Return who wants to be reminded of ``ref`` again."""
    query = select(G.person).where(G.ref == ref, G.org == org, G.what == "snoozed")
    return db.scalar(query.order_by(G.position.desc()).limit(1))


def _ladders(db: Connection, wanted: Select[Any], **named: object) -> Sequence[Ladder]:
    return [Ladder(**row) for row in db.execute(wanted, named).mappings()]


_DAY: Final = bindparam("today", type_=L.due.type)
_STEPS: Final = (
    (Step.SILENT, L.silent),
    (Step.DIRECT, L.direct),
    (Step.COORDINATION, L.coordination),
)
_ALL: Final = select(LADDER).order_by(L.ref, L.org)
_COMING: Final = _ALL.where(L.due.is_not(None) | L.asked.is_(True))
_DUE: Final = _ALL.where(
    or_(
        L.again <= _DAY,
        *(and_(day <= _DAY, L.done < int(step)) for step, day in _STEPS),
    )
)


def _shown(row: Row, viewer: Viewer) -> Reminded:
    own = viewer.oversees or row["person"] == viewer.person
    del row["n"]
    shown = {"step": Step(row["step"]), "person": row["person"] if own else None}
    return Reminded(**{**row, **shown})
