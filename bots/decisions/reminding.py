"""Reminding: when a decision is reminded of, and the wish for it (*Erinnerung?*).

Source: chat.md rule 9 and dialogue D10.
"""

from __future__ import annotations

from datetime import UTC, date

from bots import ladders
from bots.decisions.matter import Matter
from bots.locale import N_
from bots.message import Choice, Choices, Part
from bots.speech import Speech
from core.calendar import Calendar
from core.decision import events as e
from core.event import Event
from core.nudge.ladder import SILENT


def day(event: Event, matter: Matter, speech: Speech) -> date | None:
    """Return on which day to remind of a paper that ``event`` makes necessary."""
    if not isinstance(event, e.RatificationRequired | e.DeadlineSet):
        return None
    council = matter.council(event.org, event.body)
    due = matter.paper_due(event.org, event.body)
    if due is None or council is None or not council.awaited:
        return None
    before = Calendar(UTC, speech.holidays).before(due, SILENT)
    return before if before > speech.today else None


def wish(event: Event, matter: Matter, speech: Speech) -> list[Part]:
    """Return the button by which somebody wishes to be reminded."""
    on = day(event, matter, speech)
    if on is None:
        return []
    yes = Choice(
        id="b_remind",
        label=speech.translate(N_("Yes")),
        twin=speech.words(
            N_("{ref} remind on {day}"), ref=matter.row.ref, day=speech.figures(on)
        ),
    )
    return [Choices(options=(yes,))]


def rows(matter: Matter, org: str, speech: Speech) -> tuple[tuple[str, str], ...]:
    """Return the line of a card about what ``org`` is going to be reminded of."""
    row = matter.row
    if matter.in_forum and org in row.silent and row.until and row.opened_on:
        return ladders.rows(row.opened_on, row.until, speech)
    council = matter.awaited_of(org) if org and not matter.in_forum else None
    due = (council.meeting or council.deadline) if council else None
    if council is None or not council.awaited or due is None:
        return ()
    return ladders.rows(row.closed_on or speech.today, due, speech)
