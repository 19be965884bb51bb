"""Nudges: what is going to be reminded of, and what was (*Erinnerungen*).

Who was written to is for coordination, for whoever examines and for themselves; others
read only that their organisation was.
"""

from __future__ import annotations

from projections.nudges.fold import NUDGES
from projections.nudges.queries import due, ladders, log, wished_by, written_on
from projections.nudges.table import LADDER, Ladder, Reminded

__all__ = [
    "LADDER",
    "NUDGES",
    "Ladder",
    "Reminded",
    "due",
    "ladders",
    "log",
    "wished_by",
    "written_on",
]
