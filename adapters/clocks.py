"""Clocks: what counted on a day, as known behind an entry (*Stand und Wirksamkeit*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from adapters.main import Faden
from core.ports import Recorded
from projections import decisions, people, validity
from projections.decisions import Entry, Line
from projections.validity import Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An organisation, its state on the path, and who could act for it."""

    org: str
    path: str
    mandates: Sequence[Held]


def known(faden: Faden, stream: str, position: int | None) -> Iterator[Recorded]:
    """Yield the entries of a stream up to ``position``, ``None``: all of them."""
    until = position or faden.store.journal.head()
    return (one for one in faden.store.journal.stream(stream) if one.position <= until)


def standing(faden: Faden, position: int | None, entry: Entry, on: date) -> Line:
    """Return how a decision stood with everybody on a day."""
    stream = f"decision:{entry.row.ref}"
    state = validity.decision(known(faden, stream, position), on)
    return decisions.line_on(entry.row, state, entry.bound)


def members(faden: Faden, position: int | None, day: date) -> Sequence[Member]:
    """Return who belonged to the region on a day, and who could act for them."""
    with faden.reading(position) as db:
        row = people.region(db)
    region = f"region:{row.region}" if row else ""
    return [
        Member(
            org=org,
            path=path.value,
            mandates=validity.mandates(
                known(faden, f"organisation:{org}", position), day
            ),
        )
        for org, path in validity.memberships(
            known(faden, region, position), day
        ).items()
    ]
