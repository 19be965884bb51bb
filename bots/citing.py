"""Citing: what is known of an item, with number, day, status and source (*Beleg*).

Source: chat.md rule 12.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bots.asks import wording
from bots.chronicle import names
from bots.lines import clipped, line
from bots.locale import N_
from bots.message import Text
from bots.speech import Fact, Speech
from projections.asks import AskRow
from projections.commitments import CommitmentRow
from projections.information import InformationRow


def commitment(row: CommitmentRow, speech: Speech, zone: ZoneInfo) -> Text:
    """Cite who promised or was asked for what."""
    facts: dict[str, Fact] = {
        "text": _quoted(row.what, speech),
        "holder": speech.org(row.holder),
        "asker": speech.org(row.asker),
        "day": _day(row.opened_at, speech, zone),
        "due": speech.near(row.due),
        "state": names.state(row.state, speech),
    }
    sentence = N_("“{text}” – {holder} for {asker}, {day}; **{state}**, by {due}.")
    if not row.open:
        sentence = N_("“{text}” – {holder} for {asker}, {day}; **{state}**.")
    return line(row.ref, speech.text(sentence, **facts))


MORE: Final = N_("There is more of it: the page /zusagen shows all.")


def several(
    rows: Sequence[CommitmentRow], most: int, speech: Speech, zone: ZoneInfo
) -> list[Text]:
    """Cite at ``most`` so many, and say so if there are more."""
    cited = [commitment(row, speech, zone) for row in rows[:most]]
    return [*cited, speech.text(MORE)] if len(rows) > most else cited


def doer(row: CommitmentRow, speech: Speech) -> Text:
    """Say who does it, and how sure that is."""
    facts: dict[str, Fact] = {
        "text": clipped(row.what or speech.translate(N_("(text erased)"))),
        "holder": speech.org(row.holder),
        "due": speech.near(row.due),
        "state": names.state(row.state, speech),
    }
    sentence = N_("**{holder}** – {text}: {state}, by {due}.")
    if not row.open:
        sentence = N_("**{holder}** – {text}: {state}.")
    return line(row.ref, speech.text(sentence, **facts))


def information(row: InformationRow, speech: Speech, zone: ZoneInfo) -> Text:
    """Cite what somebody told."""
    facts: dict[str, Fact] = {
        "text": _quoted(row.text, speech),
        "org": speech.org(row.org),
        "kind": names.information_kind(row.kind, speech),
        "day": _day(row.recorded_at, speech, zone),
        "state": names.knowledge(row.state, speech),
    }
    sentence = N_("“{text}” – {kind}, {org}, {day}; **{state}**.")
    return line(row.ref, speech.text(sentence, **facts))


def ask(row: AskRow, speech: Speech, zone: ZoneInfo) -> Text:
    """Cite what was asked, and what came of it as far as it is published."""
    facts: dict[str, Fact] = {
        "text": _quoted(row.text, speech),
        "org": speech.org(row.org),
        "day": _day(row.opened_at, speech, zone),
        "state": wording.state(row, speech),
        "answered": row.answered,
        "asked": len(row.audience),
    }
    sentence = N_(
        "“{text}” – {org}, {day}; **{state}**, {answered} of {asked} have answered."
    )
    said = speech.text(sentence, **facts)
    if row.published_at is None:
        return line(row.ref, said)
    told = "; ".join(f"{label}: {one}" for label, one in wording.result(row, speech))
    result = speech.text(N_(" Result: {told}."), told=told)
    return line(row.ref, Text(spans=(*said.spans, *result.spans)))


def _quoted(text: str | None, speech: Speech) -> str:
    return clipped(text or speech.translate(N_("(text erased)")))


def _day(at: datetime, speech: Speech, zone: ZoneInfo) -> str:
    return speech.figures(at.astimezone(zone).date())
