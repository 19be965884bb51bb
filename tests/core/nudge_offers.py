"""What is asked of reminders, and under which circumstances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from core import nudge
from core.calendar import USUAL
from core.facts import Facts, Listener, Matter
from tests.given import OPERATOR, TODAY, member

TOWN: Final = "lindgrund"
PLAN: Final = nudge.Plan(
    ref="Z1",
    due=TODAY + timedelta(days=9),
    silent=TODAY + timedelta(days=4),
    direct=TODAY + timedelta(days=8),
    coordination=TODAY + timedelta(days=10),
)
LISTENER: Final = Listener(present=True, wants=True, hours=USUAL, weekly=3)
WAITING: Final = Matter(frozenset({TOWN}))
TICK: Final = replace(
    OPERATOR, matters={"Z1": WAITING, "F1": WAITING}, listener=LISTENER
)
"""The ticker, on a Monday; Z1 and F1 wait for the town."""
HERSELF: Final = replace(member(TOWN), matters={"Z1": WAITING})


def about(ref: str = "Z1", step: nudge.Step = nudge.Step.DIRECT) -> nudge.About:
    return nudge.About(ref=ref, org=TOWN, step=step)


def remind(*some: nudge.About, to: str | None = "p-1", hour: int = 9) -> nudge.Remind:
    return nudge.Remind(to=to, about=some or (about(),), hour=hour)


def on(day: date, facts: Facts = TICK) -> Facts:
    return replace(facts, today=day)


OFFERS: Final[Sequence[tuple[nudge.Command, Facts]]] = [
    (nudge.Schedule(org=TOWN, plans=(PLAN,)), TICK),
    (nudge.PassBy(about=(about(step=nudge.Step.SILENT),)), TICK),
    (remind(), TICK),
    (replace(remind(), instead=True, digest=True), TICK),
    (replace(remind(), instead=True), TICK),
    (nudge.Snooze(ref="Z1", until=TODAY + timedelta(days=2)), HERSELF),
    (nudge.Wake(ref="Z1"), HERSELF),
    (nudge.Stop(org=TOWN, refs=("Z1",)), TICK),
]
