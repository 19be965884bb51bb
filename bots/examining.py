"""Examining: the lists of auditors, in words (*Prüflisten*)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from bots import chronicle
from bots.locale import N_
from bots.message import Text
from bots.speech import Speech
from projections.examining import Kind, Page, counts_from

NAMES: Final = {
    Kind.CORRECTIONS: N_("Corrections"),
    Kind.BEHALF: N_("Entries on behalf"),
    Kind.BACKDATED: N_("Back-dated entries"),
    Kind.NUDGES: N_("Reminders"),
    Kind.DELETIONS: N_("Deletions"),
    Kind.EXPORTS: N_("Exports"),
}

LOOKUPS: Final = N_("Look-ups")
"""The name of the list of what auditors looked at; it is no part of the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An entry of a list; without a ``sentence`` it is withheld."""

    entry: int
    ref: str = ""
    sentence: Text | None = None
    who: str = ""
    recorded: datetime | None = None
    effective: date | None = None


def lines(page: Page, speech: Speech, zone: ZoneInfo) -> Iterator[Line]:
    """Put the entries of a list into words."""
    for one in page.rows:
        if not one.steps:
            yield Line(entry=one.position)
            continue
        step = one.steps[-1]
        yield Line(
            entry=one.position,
            ref=step.ref,
            sentence=chronicle.steps(one.steps, speech)[-1],
            who=chronicle.who(step, speech).plain,
            recorded=step.recorded_at.astimezone(zone),
            effective=counts_from(step.event, step.effective_on),
        )
