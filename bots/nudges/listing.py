"""Listing: reminders that will come, came and did not, in words (*Liste*)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from bots.chronicle import nudging
from bots.locale import N_
from bots.speech import Speech
from core.nudge import Step, Why
from projections.nudges import Reminded
from projections.timers import Timer


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: when, about what of whom, and what happens or happened."""

    on: date
    ref: str
    org: str
    what: str


def planned(timer: Timer, speech: Speech) -> Line:
    """Return a reminder that will come, if nothing happens before."""
    return Line(
        on=timer.due,
        ref=timer.ref,
        org=speech.org(timer.org),
        what=speech.translate(_STEPS[timer.step]),
    )


def past(one: Reminded, speech: Speech) -> Line:
    """Return what was said or held back, to whom as far as that is shown."""
    facts = {
        "person": speech.person(one.person) if one.person else speech.org(one.org),
        "why": nudging.why(Why(one.why), speech) if one.why else "",
        "again": speech.near(one.again) if one.again else "",
    }
    sentence = _PAST[one.what]
    if one.again and one.what == "suppressed":
        sentence = N_("held back: {why}; next look {again}")
    return Line(
        on=one.on,
        ref=one.ref,
        org=speech.org(one.org),
        what=speech.words(sentence, **facts),
    )


_STEPS: Final[Mapping[Step, str]] = {
    Step.WISHED: N_("a message, as wished"),
    Step.SILENT: N_("only on the card and in the digest"),
    Step.DIRECT: N_("a message to whoever looks after it"),
    Step.COORDINATION: N_("a message to coordination"),
}
_PAST: Final[Mapping[str, str]] = {
    "sent": N_("sent to {person}"),
    "silent": N_("shown on the card only"),
    "delegated": N_("goes to {person}, who stands in"),
    "suppressed": N_("held back: {why}"),
    "snoozed": N_("put off until {again} by {person}"),
}
