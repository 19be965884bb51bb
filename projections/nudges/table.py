"""The tables of reminders, and what a query returns of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table

from core.nudge import Step
from projections.columns import METADATA, ordered

LADDER: Final = Table(
    "nudge_ladder",
    METADATA,
    Column("ref", String, primary_key=True),
    Column("org", ordered(), primary_key=True),
    Column("due", Date),  # None: asked to be reminded of, never planned
    Column("silent", Date),
    Column("direct", Date),
    Column("coordination", Date),
    Column("done", Integer, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("again", Date),
    Column("asked", Boolean, nullable=False),
)
LOG: Final = Table(
    "nudge_log",
    METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True),
    Column("ref", String, nullable=False),
    Column("org", String, nullable=False),
    Column("step", Integer, nullable=False),
    Column("what", String, nullable=False),  # sent, silent, suppressed, …
    Column("why", String),
    Column("on", Date, nullable=False),
    Column("again", Date),
    Column("person", String),
)
L: Final = LADDER.c
G: Final = LOG.c
Index("nudge_log_by_ref", G.ref, G.org, G.position)
Index("nudge_log_by_day", G.on, G.position)
Index("nudge_log_by_person", G.person, G.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The ladder of one item for one organisation, and how far it has come."""

    ref: str
    org: str
    due: date | None
    silent: date | None
    direct: date | None
    coordination: date | None
    done: int
    sent: int
    again: date | None
    asked: bool

    def next_day(self) -> date | None:
        """Return when a look is taken next, if ever."""
        step = self.next_step()
        if self.again is not None and step in {Step.WISHED, Step.DIRECT}:
            return self.again
        return self._day(step)

    def next_step(self) -> Step:
        """Return what would come then."""
        if self.asked:
            return Step.WISHED
        later = (step for step in Step if step > self.done)
        return next((step for step in later if self._day(step)), Step.COORDINATION)

    def _day(self, step: Step) -> date | None:
        return (None, self.silent, self.direct, self.coordination)[step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """One thing that was or was not said about one item, and why."""

    position: int
    ref: str
    org: str
    step: Step
    what: str
    why: str | None
    on: date
    again: date | None
    person: str | None
