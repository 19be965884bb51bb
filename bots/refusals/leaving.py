"""Refusals about absence and reminders (*Abwesenheit, Erinnerungen*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.errors import Code

SENTENCES: Final[Mapping[Code, str]] = {
    Code.TOO_FAR_AHEAD: N_(
        "{until} is too far ahead; possible is a day up to {latest}. Please name an "
        "earlier one."
    ),
    Code.OWN_DEPUTY: N_(
        "Nobody can stand in for themselves. Please name a colleague, or nobody."
    ),
    Code.HOURS_INVALID: N_(
        "From {start} to {end} o’clock are no hours of a day. Please name two full "
        "hours, such as 8 and 17."
    ),
    Code.NOTHING_TO_SNOOZE: N_(
        "In {ref} nothing of yours is awaited just now, so I do not remind you of it. "
        "“What is open?” shows what is."
    ),
}
