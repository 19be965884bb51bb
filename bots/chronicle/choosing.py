"""Choosing: what may reach somebody unasked, and through what (*Wünsche*)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bots.locale import N_
from bots.speech import Speech
from core.person import EVERYWHERE, Muted, Unasked, Weekday

KINDS: Final[Mapping[Unasked, str]] = {
    Unasked.DIGEST: N_("the digest"),
    Unasked.NUDGE: N_("reminders"),
    Unasked.SUMMARY: N_("the monthly summary of the forums"),
}
DAYS: Final[Mapping[Weekday, str]] = {
    Weekday.MONDAY: N_("on Mondays"),
    Weekday.TUESDAY: N_("on Tuesdays"),
    Weekday.WEDNESDAY: N_("on Wednesdays"),
    Weekday.THURSDAY: N_("on Thursdays"),
    Weekday.FRIDAY: N_("on Fridays"),
}
CHANNELS: Final[Mapping[str, str]] = {
    "web": N_("web chat"),
    "slack": N_("Slack"),
    "mail": N_("e-mail"),
    "matrix": N_("Matrix"),
}


def kind(one: Unasked, speech: Speech) -> str:
    """Return what is not wanted, e.g. "Erinnerungen"."""
    return speech.translate(KINDS[one])


def muted(one: Muted, speech: Speech) -> str:
    """Return "Erinnerungen", or "Erinnerungen (Slack)" for one channel."""
    what = kind(one.kind, speech)
    if one.channel == EVERYWHERE:
        return what
    name = CHANNELS.get(one.channel)
    return f"{what} ({speech.translate(name) if name else one.channel})"
