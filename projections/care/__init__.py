"""Care: what coordination must see at a glance, by its five verbs (*Schreibtisch*).

Zusammenhalten · bündeln · motivieren · erfragen · anstoßen; source: domain.md
section 17. One query for each block; only coordination sees any of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from projections import asks
from projections.asks import AskRow
from projections.care.holding import (
    ENDING_SOON,
    Cooling,
    Loose,
    Quiet,
    Unheard,
    cooling,
    ending,
    loose,
    quiet,
    unheard,
)
from projections.care.moving import (
    Week,
    asked,
    succeeded,
    to_thank,
    weeks,
    withheld,
)
from projections.care.some import Some
from projections.care.together import Thread, Together, together
from projections.commitments import COMMITMENTS, CommitmentRow
from projections.decisions import DecisionRow
from projections.nudges import Reminded
from projections.people import MandateRow
from projections.timers import Timer, coming
from projections.view import position
from projections.viewer import Viewer

__all__ = [
    "ENDING_SOON",
    "Care",
    "Cooling",
    "Loose",
    "Quiet",
    "Some",
    "Thread",
    "Together",
    "Unheard",
    "Week",
    "care",
    "together",
]

SHOWN = 5  # rows of one block; source: domain.md section 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The desk of a coordinator.

    Zusammenhalten: ``loose`` threads that nobody holds, asks that are ``unheard``
    somewhere, mandates that are ``ending``, ``quiet`` organisations, ``cooling``
    forums. Bündeln: ``weeks`` says what each forum did in seven days. Motivieren: what
    is ``to_thank`` for, what ``succeeded``. Erfragen: ``asked`` is what is due,
    ``minutes`` what was asked of whom this week.
    Anstoßen: ``planned`` and ``withheld`` reminders.
    """

    loose: Some[Loose]
    unheard: Some[Unheard]
    ending: Some[MandateRow]
    quiet: Some[Quiet]
    cooling: Some[Cooling]
    weeks: Sequence[Week]
    to_thank: Some[CommitmentRow]
    succeeded: Some[DecisionRow]
    asked: Some[AskRow]
    minutes: Mapping[str, int]
    planned: Some[Timer]
    withheld: Sequence[Reminded]
    stand: int


def care(db: Connection, viewer: Viewer, today: date) -> Care | None:
    """Return the desk of ``viewer``; ``None`` for whoever does not coordinate."""
    if not viewer.coordinates:
        return None
    return Care(
        loose=loose(db, viewer, today, SHOWN),
        unheard=unheard(db, viewer, today, SHOWN),
        ending=ending(db, today, SHOWN),
        quiet=quiet(db, today, SHOWN),
        cooling=cooling(db, today, SHOWN),
        weeks=weeks(db, viewer, today, SHOWN),
        to_thank=to_thank(db, viewer, today, SHOWN),
        succeeded=succeeded(db, viewer, today, SHOWN),
        asked=asked(db, viewer, today, SHOWN),
        minutes=asks.minutes_of_week(db, today),
        planned=Some.of(coming(db)[: SHOWN + 1], SHOWN),
        withheld=withheld(db, viewer, SHOWN),
        stand=position(db, COMMITMENTS),
    )
