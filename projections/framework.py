"""Framework: changes that touch what was decided (*Rahmenbedingung geändert*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from core.information import InformationKind
from projections import people
from projections.information import TABLE, C, InformationRow, shown, visible
from projections.packing import packed, unpacked
from projections.viewer import Viewer


class Change(NamedTuple):
    """A change of framework that is upheld, the day it was told, what it touches."""

    ref: str
    on: date
    affects: tuple[str, ...]


def changes(db: Connection) -> Sequence[Change]:
    """Return every change of framework that names what it touches."""
    framework = InformationKind.FRAMEWORK.value
    query = select(C.ref, C.recorded_at, C.about).where(
        C.kind == framework, C.state == "current", C.about != packed(())
    )
    found = db.execute(query.order_by(C.first))
    rows, zone = found.all(), people.zone(db)
    return [
        Change(ref, at.astimezone(zone).date(), unpacked(about))
        for ref, at, about in rows
    ]


def touching(db: Connection, viewer: Viewer, decision: str) -> Sequence[InformationRow]:
    """Return the changes of framework that name ``decision``, the oldest first."""
    refs = [one.ref for one in changes(db) if decision in one.affects]
    query = select(TABLE).where(C.ref.in_(refs), visible(viewer))
    found = db.execute(query.order_by(C.first)).mappings()
    return [shown(dict(row)) for row in found]
