"""Ladder: on which days somebody is reminded of something (*Erinnerungsleiter*).

Source: chat.md rule 9 (three working days before, one before, one after) and
domain.md section 14 (grace: half of the term, two to ten days).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from core.calendar import Calendar
from core.nudge.events import Plan

SILENT: Final = 3  # working days before the deadline
DIRECT: Final = 1  # working days before the deadline
AFTER: Final = 1  # working days behind the deadline
_GRACE: Final = (timedelta(days=2), timedelta(days=10))  # calendar days


def ladder(ref: str, made: date, due: date, calendar: Calendar) -> Plan:
    """Return the days for what was asked or promised on ``made``, due on ``due``."""
    least, most = _GRACE
    quiet = made + min(max((due - made) / 2, least), most)
    silent, direct = calendar.before(due, SILENT), calendar.before(due, DIRECT)
    return Plan(
        ref=ref,
        due=due,
        silent=silent if silent >= quiet else None,
        direct=direct if direct >= quiet else None,
        coordination=calendar.after(max(due, made), AFTER),
    )
