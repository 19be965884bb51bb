"""Deletions: what went for good, with the item it belonged to (*Löschverzeichnis*)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, select

from core.grounds import Ground
from projections.erasures import ERASURE, ErasureRow
from projections.history import STEP
from projections.viewer import Viewer

_TEXT: Final = "text:"  # what was said instead of a text lies there


def register(db: Connection, viewer: Viewer, limit: int | None) -> Sequence[ErasureRow]:
    """Return what went, newest first; coordination and auditors alone may know."""
    if not viewer.oversees:
        return []
    same = STEP.c.position == ERASURE.c.leaf
    query = select(ERASURE, STEP.c.stream).outerjoin(STEP, same)
    rows = db.execute(query.order_by(ERASURE.c.entry.desc()).limit(limit)).all()
    return [
        ErasureRow(
            entry=row.entry,
            what=row.what,
            leaf=row.leaf,
            field=row.field,
            person=row.person,
            ground=None if row.ground is None else Ground(row.ground),
            actor=row.actor,
            recorded_at=row.recorded_at,
            item=_item(db, row.stream),
        )
        for row in rows
    ]


def _item(db: Connection, stream: str | None) -> str | None:
    """Return the stream of an item, also where a text was said instead of another."""
    while stream is not None and stream.startswith(_TEXT):
        at = int(stream.removeprefix(_TEXT))
        stream = db.scalar(select(STEP.c.stream).where(STEP.c.position == at))
    return stream
