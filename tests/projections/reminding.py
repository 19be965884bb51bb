"""Reminding: what the hour brings to an organisation, and who is away meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import Final

from core import nudge, person
from core.calendar import Calendar
from core.nudge import Step

_CALENDAR: Final = Calendar(UTC)


def reminding(
    ref: str, org: str, who: str, today: date
) -> Iterator[tuple[str, object, bool]]:
    """Remind ``org`` of ``ref``; ``True``: ``who`` says it, else the hour does."""
    stream, due = f"nudge:{org}", today + timedelta(days=9)
    plan = nudge.ladder(ref, today, due, _CALENDAR)
    yield stream, nudge.Schedule(org=org, plans=(plan,)), False
    silent, direct = (
        nudge.About(ref=ref, org=org, step=step) for step in (Step.SILENT, Step.DIRECT)
    )
    yield stream, nudge.PassBy(about=(silent,)), False
    yield stream, nudge.Remind(to=None, about=(direct,), hour=9), False
    told = nudge.Remind(to=who, about=(direct,), hour=9, instead=True)
    yield stream, told, False
    yield stream, nudge.Snooze(ref=ref, until=due), True
    yield stream, nudge.Wake(ref=ref), True
    yield stream, nudge.Stop(org=org, refs=(ref,)), False
    yield f"person:{who}", person.DeclareAbsence(until=due), True
    yield f"person:{who}", person.EndAbsence(), True
