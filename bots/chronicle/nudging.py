"""Who was reminded of what, and when somebody is away: one sentence per event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from bots.speech import Speech
from core import nudge, person
from core.event import Event
from core.nudge import About, Plan, Step, Why

SENTENCES: Final[Mapping[type[Event], str]] = {
    nudge.Scheduled: N_("Reminders to {org} were planned: {plans}."),
    nudge.Sent: N_("A reminder: {about}."),
    nudge.Delegated: N_("Somebody is away; the reminder goes to who stands in."),
    nudge.Suppressed: N_("No reminder of {about}: {why}."),
    nudge.Snoozed: N_("{org} wants to be reminded of {ref} on {until}."),
    nudge.Woken: N_("{org} takes that back: {ref} is not put off."),
    nudge.Stopped: N_("{org} is not reminded of {refs} any more."),
    person.AbsenceDeclared: N_("Somebody of {org} will be away."),
    person.AbsenceEnded: N_("Somebody of {org} is there again."),
}
TAILS: Final[Mapping[str, str]] = {
    "again": N_("The next look is taken on {again}."),
}
WHY: Final[Mapping[Why, str]] = {
    Why.ABSENCE: N_("nobody is there"),
    Why.RESTING: N_("reminders are not wanted"),
    Why.TOUCHED: N_("something has just happened there"),
    Why.BUDGET: N_("enough was sent this week"),
    Why.DIGEST: N_("the digest tells it"),
    Why.ENOUGH: N_("it was reminded of twice already"),
}
_STEPS: Final[Mapping[Step, str]] = {
    Step.WISHED: N_("{ref} ({org}, as wished)"),
    Step.SILENT: N_("{ref} ({org}, on the card)"),
    Step.DIRECT: N_("{ref} ({org}, by message)"),
    Step.COORDINATION: N_("{ref} ({org}, to coordination)"),
}


def item(one: About | Plan, speech: Speech) -> str:
    """Return of what somebody was or is going to be reminded, and how or when."""
    if isinstance(one, About):
        return speech.words(_STEPS[one.step], ref=one.ref, org=speech.org(one.org))
    known = (one.silent, one.direct, one.coordination)
    days = ", ".join(speech.short(day) for day in known if day)
    return speech.words(N_("{ref} ({days})"), ref=one.ref, days=days)


def why(one: Why, speech: Speech) -> str:
    """Return why nothing was sent."""
    return speech.translate(WHY[one])
