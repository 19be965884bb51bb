"""Why something cannot be said of a meeting (*Sitzungen*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core.errors import Code

SENTENCES: Final[Mapping[Code, str]] = {
    Code.UNKNOWN_MEETING: N_(
        "I know no meeting of {on}. Please convene it first (“meeting of … on …”), or "
        "record that it took place (“meeting of … took place: …”)."
    ),
    Code.MEETING_CANCELLED: N_(
        "The meeting of {on} was cancelled, and stays so. Please name another day."
    ),
    Code.MEETING_HELD: N_(
        "The meeting of {on} is recorded already, and stays as it is. The page of the "
        "forum shows who was there."
    ),
    Code.NOBODY_ATTENDED: N_(
        "Please name who was there, such as “meeting of … took place: present …”."
    ),
    Code.MINUTES_MISSING: N_(
        "Nobody has said yet where the minutes of {on} lie. Please say so first: "
        "“minutes of the meeting of …: …”."
    ),
    Code.MINUTES_APPROVED: N_(
        "The minutes of {on} are approved, and stay where they are."
    ),
    Code.TIME_INVALID: N_("“{time}” is no hour. Please write it like 14:00."),
}
