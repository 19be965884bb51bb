"""Person: somebody who acts for organisations (German: *Person*).

::

    Absent --Admitted--> Known --PreferencesSet--> Known
    Known --AbsenceDeclared--> Known --AbsenceEnded--> Known
    Known --Forgotten--> Gone

A person is an opaque id. The name travels beside the order, lies in the vault
only and is never seen here.
"""

from __future__ import annotations

from typing import Final, get_args

from core.decider import Decider
from core.person.absence import Away, beside
from core.person.commands import (
    Admit,
    Choosing,
    Command,
    DeclareAbsence,
    EndAbsence,
    Forget,
    Leaving,
    Mute,
    Rest,
    SetPreferences,
    Unmute,
)
from core.person.deciding import (
    Absent,
    Gone,
    Known,
    State,
    decide,
    evolve,
    stand_in,
    told,
)
from core.person.events import (
    AbsenceDeclared,
    AbsenceEnded,
    Admitted,
    Forgotten,
    Happening,
    PreferencesSet,
)
from core.person.preferences import (
    EVERYWHERE,
    WEEKLY,
    Language,
    Muted,
    Preferences,
    Register,
    Rhythm,
    Unasked,
    Weekday,
)
from core.person.rhythm import (
    begins_month,
    begins_week,
    digest_due,
    month_due,
    week_start,
)

PERSON: Final[Decider[Command, State, Happening]] = Decider(Absent(), decide, evolve)

OF_ONESELF: Final[tuple[type, ...]] = (*get_args(Choosing), *get_args(Leaving))
"""What everybody may say about themselves, without any mandate."""

__all__ = [
    "EVERYWHERE",
    "OF_ONESELF",
    "PERSON",
    "WEEKLY",
    "AbsenceDeclared",
    "AbsenceEnded",
    "Absent",
    "Admit",
    "Admitted",
    "Away",
    "Choosing",
    "Command",
    "DeclareAbsence",
    "EndAbsence",
    "Forget",
    "Forgotten",
    "Gone",
    "Happening",
    "Known",
    "Language",
    "Leaving",
    "Mute",
    "Muted",
    "Preferences",
    "PreferencesSet",
    "Register",
    "Rest",
    "Rhythm",
    "SetPreferences",
    "State",
    "Unasked",
    "Unmute",
    "Weekday",
    "begins_month",
    "begins_week",
    "beside",
    "decide",
    "digest_due",
    "evolve",
    "month_due",
    "stand_in",
    "told",
    "week_start",
]
