"""Entries: single entries of the log, found by what they did (*Einträge*)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from core import organisation, person
from core.commitment import events
from core.decision import events as decided
from core.event import Event
from projections.history import STEP
from projections.packing import unpacked

_C: Final = STEP.c
_FEW: Final = 20  # entries; more absences nobody ends at once


def recorded_at(db: Connection, position: int) -> datetime | None:
    """Return when the entry ``position`` was recorded, ``None`` if there is none."""
    return db.scalar(select(_C.recorded_at).where(_C.position == position))


def newest_of(db: Connection, actor: str) -> tuple[str, Event] | None:
    """Return the newest thing that ``actor`` did, and in which stream."""
    query = select(_C.stream, _C.event).where(_C.actor == actor)
    found = db.execute(query.order_by(_C.position.desc()).limit(1)).first()
    return None if found is None else (found.stream, unpacked(found.event))


def declared_anew(db: Connection, stream: str) -> bool:
    """Whether the newest absence only stays, as another one was ended."""
    query = select(_C.kind, _C.recorded_at).where(_C.stream == stream)
    rows = db.execute(query.order_by(_C.version.desc()).limit(_FEW)).all()
    kinds = [row.kind for row in rows if row.recorded_at == rows[0].recorded_at]
    other = next((k for k in kinds if k != person.AbsenceDeclared.KIND), "")
    return other == person.AbsenceEnded.KIND


def devices_before(db: Connection, stream: str) -> tuple[str, ...]:
    """Return the devices that an organisation had entered before the newest entry."""
    query = select(_C.event).where(
        _C.stream == stream, _C.kind == organisation.DevicesNamed.KIND
    )
    found = db.scalars(query.order_by(_C.version.desc()).limit(2)).all()
    earlier: tuple[organisation.DevicesNamed, ...]
    earlier = tuple(unpacked(one) for one in found[1:])
    return earlier[0].devices if earlier else ()


def reported_at(db: Connection, ref: str) -> int | None:
    """Return the position at which a commitment was reported as done, and still is."""
    kinds = (events.CompletionReported.KIND, events.FulfilmentDisputed.KIND)
    query = select(_C.position, _C.kind).where(
        _C.stream == f"commitment:{ref}", _C.kind.in_(kinds)
    )
    found = db.execute(query.order_by(_C.version.desc()).limit(1)).first()
    return found.position if found and found.kind == kinds[0] else None


def put_to_vote_at(db: Connection, ref: str) -> int | None:
    """Return the position at which the newest version was put to the vote."""
    kinds = (decided.Opened.KIND, decided.Revised.KIND)
    query = select(_C.position).where(
        _C.stream == f"decision:{ref}", _C.kind.in_(kinds)
    )
    return db.scalar(query.order_by(_C.version.desc()).limit(1))
