"""What happened to information and concerns, one sentence per event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from core import information
from core.event import Event

SENTENCES: Final[Mapping[type[Event], str]] = {
    information.Recorded: N_("{org} told the forum ({kind}): {text}."),
    information.Confirmed: N_("{org} found the same."),
    information.Corrected: N_("{who} corrected it: {text}."),
    information.Retracted: N_("{who} withdrew it."),
    information.ConcernRaised: N_("{org} raised a concern: {text}."),
    information.ConcernAnswered: N_("{org} answered: {text}."),
    information.AnswerRejected: N_(
        "For {who} the answer is not enough yet: {missing}."
    ),
    information.ConcernAcknowledged: N_(
        "{who} acknowledged the concern for the forum."
    ),
    information.ConcernSettled: N_("For {who} the concern is settled."),
    information.EnteredOnBehalf: N_(
        "Entered for {org} {basis}, to be contested until {contest_until}: {nested}"
    ),
    information.OnBehalfConfirmed: N_("{who} confirmed the entry."),
    information.OnBehalfContested: N_("{who} contested the entry."),
    information.OnBehalfStood: N_("Nobody contested the entry in time; it holds now."),
}
