"""Examining: which entries an auditor looks at first (*Prüflisten*).

Which kinds correct, erase or export something follows from their names, so that a
new one is listed without being named here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import Final, get_args
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, extract, func, or_, select

from core.catalogue import EVENTS
from core.decision import events as e
from core.event import Event
from projections import history
from projections.history import HISTORY
from projections.packing import unpacked
from projections.steps import Step
from projections.viewer import Viewer


@unique
class Kind(StrEnum):
    """A list."""

    CORRECTIONS = "corrections"
    BEHALF = "behalf"
    BACKDATED = "backdated"
    NUDGES = "nudges"
    DELETIONS = "deletions"
    EXPORTS = "exports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry of a list; ``steps`` are those of its stream up to it.

    Without any the entry is not for the viewer.
    """

    position: int
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some entries, the newest first, and behind which the next page begins."""

    rows: Sequence[Listed]
    next: int | None


_WORDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.CORRECTIONS: ("corrected", "retracted", "taken_back", "disputed", "revoked"),
    Kind.NUDGES: ("nudge.",),
    Kind.DELETIONS: ("erased", "forgotten", "replaced", "hold."),
    Kind.EXPORTS: ("export.",),
}
_C: Final = HISTORY.tables[0].c
_OWN_DAY: Final = sorted(
    one.KIND for one in (*get_args(e.InCouncils), *get_args(e.Conditioned))
)
_LATE: Final = 22  # o'clock UTC; from then on it may be the next day in the region


def kinds(kind: Kind) -> frozenset[str]:
    """Return the stored names of the events of a list; empty for all others."""
    words = _WORDS.get(kind, ())
    found = (event.KIND for event in EVENTS if any(w in event.KIND for w in words))
    return frozenset(found)


def there(kind: Kind) -> bool:
    """Whether this program records anything that could stand in a list."""
    return kind in {Kind.BEHALF, Kind.BACKDATED} or bool(kinds(kind))


def listing(
    db: Connection,
    viewer: Viewer,
    kind: Kind,
    zone: ZoneInfo,
    limit: int,
    before: int | None = None,
) -> Page:
    """Return a page of a list, as far as ``viewer`` may see each entry."""
    columns = (_C.position, _C.stream, _C.recorded_at, _C.effective_on, _C.event)
    query = select(*columns).where(_wanted(kind)).order_by(_C.position.desc())
    if before is not None:
        query = query.where(_C.position < before)
    found: list[Listed] = []
    known: dict[str, Sequence[Step]] = {}
    for row in db.execute(query).yield_per(limit):
        local = row.recorded_at.astimezone(zone).date()
        if kind is Kind.BACKDATED:
            counts = counts_from(unpacked(row.event), row.effective_on)
            if counts >= local:
                continue
        if len(found) == limit:
            return Page(rows=found, next=found[-1].position)
        if row.stream not in known:
            known[row.stream] = history.of(db, viewer, row.stream)
        steps = [one for one in known[row.stream] if one.position <= row.position]
        mine = bool(steps) and steps[-1].position == row.position
        found.append(Listed(position=row.position, steps=steps if mine else ()))
    return Page(rows=found, next=None)


def counts_from(event: Event, effective_on: date) -> date:
    """Return the first day of which an entry tells: a body resolves on its own day."""
    if event.KIND not in _OWN_DAY:
        return effective_on
    return min(effective_on, getattr(event, "on", effective_on))


def _wanted(kind: Kind) -> ColumnElement[bool]:
    match kind:
        case Kind.BEHALF:
            named = _C.kind.contains("entered_on_behalf")
            return or_(_C.on_behalf_org.is_not(None), named)
        case Kind.BACKDATED:
            day = func.date(_C.recorded_at)
            late = and_(
                _C.effective_on == day, extract("hour", _C.recorded_at) >= _LATE
            )
            return or_(_C.effective_on < day, late, _C.kind.in_(_OWN_DAY))
        case _:
            return _C.kind.in_(sorted(kinds(kind)))
