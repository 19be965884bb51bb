"""Clocks: what counted on a day, as known behind an entry (*Stand und Wirksamkeit*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from adapters.main import Faden
from core.ports import Recorded
from projections import decisions, validity
from projections.decisions import Entry, Line


def known(faden: Faden, stream: str, position: int | None) -> Iterator[Recorded]:
    """Yield the entries of a stream up to ``position``, ``None``: all of them."""
    until = position or faden.store.journal.head()
    return (one for one in faden.store.journal.stream(stream) if one.position <= until)


def standing(faden: Faden, position: int | None, entry: Entry, on: date) -> Line:
    """Return how a decision stood with everybody on a day."""
    stream = f"decision:{entry.row.ref}"
    state = validity.decision(known(faden, stream, position), on)
    return decisions.line_on(entry.row, state, entry.bound)
