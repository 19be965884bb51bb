"""Ladders: on which days a card says that it will be reminded of (*Erinnerungsleiter*).

The days are those that the ticker fixes when the thing is asked or promised.
"""

from __future__ import annotations

from datetime import UTC, date

from bots.locale import N_
from bots.speech import Speech
from core.calendar import Calendar
from core.nudge import ladder


def rows(made: date, due: date, speech: Speech) -> tuple[tuple[str, str], ...]:
    """Return the line of a card about its reminders; none once it is due."""
    if due < speech.today:
        return ()
    plan = ladder("", made, due, Calendar(UTC, speech.holidays))
    known = (
        (N_("{day} here"), plan.silent),
        (N_("{day} by message"), plan.direct),
        (N_("{day} to coordination"), plan.coordination),
    )
    said = [speech.words(words, day=speech.short(day)) for words, day in known if day]
    return ((speech.translate(N_("Reminders")), ", ".join(said)),)
