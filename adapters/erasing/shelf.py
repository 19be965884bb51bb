"""Shelf: what the vault holds, by entry, and the states that keep it (*Ablage*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple, cast

import sqlalchemy as sa

from adapters.journal import leaf
from adapters.journal.tables import event, text
from core import hold
from core.catalogue import DECIDERS
from core.facts import Entry, LastAct
from core.ports import Journal
from core.world import Loaded

PAGE: Final = 500  # entries per statement
_HOLDS: Final = "hold:"
_BEHIND_HOLDS: Final = "hold;"
_STATES: Final = 256  # streams whose states are kept
_SAME: Final = sa.and_(
    text.c.stream == event.c.stream, text.c.version == event.c.version
)
_NEWER: Final = event.alias("newer")
_LATER: Final = sa.exists().where(
    _NEWER.c.stream == event.c.stream,
    _NEWER.c.version > event.c.version,
    _NEWER.c.kind == event.c.kind,
)
_ENTRY: Final = (
    *(event.c.position, event.c.kind, event.c.stream, event.c.recorded_at),
    _LATER.label("later"),
)


class Lying(NamedTuple):
    """A text that is there."""

    entry: Entry
    field: str


class Shelf:
    """Looks entries up; a new one for every look, so that nothing is stale."""

    def __init__(self, db: sa.Connection, journal: Journal) -> None:
        """Read the vault from ``db`` and states from ``journal``."""
        self._db = db
        self._journal = journal
        self.load = lru_cache(_STATES)(self._load)

    def lying(self, until: date) -> Iterator[Sequence[Lying]]:
        """Yield what may be kept no longer than ``until``, oldest first, in pages."""
        columns = (*_ENTRY, text.c.field)
        wanted = (
            sa.select(*columns)
            .join(text, _SAME)
            .where(text.c.delete_after <= until.isoformat())
            .order_by(event.c.position, text.c.field)
            .limit(PAGE)
        )
        place = sa.tuple_(event.c.position, text.c.field)
        rows = self._db.execute(wanted).all()
        while rows:
            yield [
                Lying(_entry(row, frozenset({row.field})), row.field) for row in rows
            ]
            last = sa.tuple_(rows[-1].position, rows[-1].field)
            rows = self._db.execute(wanted.where(place > last)).all()

    def held(self, today: date) -> Iterator[tuple[str, date | None]]:
        """Yield the items whose texts somebody keeps longer, and up to which day."""
        wanted = sa.select(event.c.stream).distinct().order_by(event.c.stream)
        between = (event.c.stream >= _HOLDS, event.c.stream < _BEHIND_HOLDS)
        for stream in self._db.scalars(wanted.where(*between)):
            state = cast("hold.State", self.load(stream).state)
            if isinstance(state, hold.Held) and hold.holds(state, today):
                yield stream.removeprefix(_HOLDS), state.until

    def entry(self, position: int) -> Entry | None:
        """Return what is stored at ``position``, if anything is."""
        wanted = sa.select(*_ENTRY, event.c.state).where(event.c.position == position)
        row = self._db.execute(wanted).first()
        return None if row is None else _entry(row, leaf.sealed_in(bytes(row.state)))

    def _load(self, stream: str) -> Loaded:
        decider = DECIDERS[stream.partition(":")[0]]
        state, last = decider.initial, None
        for recorded in self._journal.stream(stream):
            state = decider.evolve(state, recorded.event)
            last = LastAct(
                recorded.origin.actor, recorded.recorded_at, recorded.version
            )
        return Loaded(state, 0 if last is None else last.version, last)


def _entry(row: sa.Row[Any], fields: frozenset[str]) -> Entry:
    entered = leaf.instant(row.recorded_at).date()
    return Entry(
        row.position, row.kind, fields, row.stream, entered, later=bool(row.later)
    )
