"""Prompting: coordination reminds of several things at once (*anstoßen*).

Everybody gets one message about everything; whether it may be sent says the policy
in ``core.nudge``, as it does for the reminders of the hour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bots.chronicle import nudging
from bots.locale import N_
from bots.nudges import recipients
from bots.ports import Office
from bots.speech import Speech
from core import nudge
from core.event import Event
from core.nudge import About, Step
from projections import asks, commitments, nudges, people
from projections.timers import Timer, What
from projections.viewer import Reader, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What would be said to ``person``, ``None`` if nobody is there for ``home``."""

    person: str | None
    home: str
    now: datetime
    command: nudge.Remind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """About what ``person`` is written to, or why not (``why``, in words)."""

    ref: str
    title: str | None  # ``None`` where the text was erased
    org: str
    person: str | None
    why: str


def prompts(
    office: Office, db: Reader, viewer: Viewer, refs: Sequence[str], now: datetime
) -> Sequence[Prompt]:
    """Return one message for each person who looks after any of ``refs``."""
    calendar = office.calendar(now.date())
    today = calendar.day(now)
    due = [
        Timer(today, What.REMIND, *one, Step.DIRECT) for one in _owing(db, viewer, refs)
    ]
    items = recipients.items_of(db, {one.ref for one in due}, today)
    found: dict[tuple[str | None, str], list[About]] = {}
    instead: set[str | None] = set()
    for one in due:
        person, told = recipients.one_for(db, one, items[one.ref], today)
        home = recipients.home(db, person, today) if person else one.org
        about = About(ref=one.ref, org=one.org, step=Step.DIRECT)
        found.setdefault((person, home), []).append(about)
        if told.stands_in:
            instead.add(person)
    return [
        Prompt(
            person=person,
            home=home,
            now=now,
            command=nudge.Remind(
                to=person,
                about=tuple(about),
                hour=office.calendar(today, person or "").hour(now),
                instead=person in instead,
            ),
        )
        for (person, home), about in found.items()
    ]


def _owing(
    db: Reader, viewer: Viewer, refs: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield what of ``refs`` waits, and for whom, as far as ``viewer`` sees it."""
    for row in commitments.several(db, viewer, refs):
        if row.open and row.mover:
            yield row.ref, row.mover
    for asked in asks.several(db, viewer, refs):
        for org in asked.missing:
            yield asked.ref, org


def told(
    office: Office,
    db: Reader,
    viewer: Viewer,
    prompt: Prompt,
    events: Sequence[Event],
    speech: Speech,
) -> Iterator[Line]:
    """Yield what would become of each part of ``prompt`` if ``events`` followed."""
    sent = {one for e in events if isinstance(e, nudge.Sent) for one in e.about}
    held = {
        one: e.why for e in events if isinstance(e, nudge.Suppressed) for one in e.about
    }
    refs = [one.ref for one in prompt.command.about]
    titles = {row.ref: row.what for row in commitments.several(db, viewer, refs)}
    titles |= {row.ref: row.text for row in asks.several(db, viewer, refs)}
    for one in prompt.command.about:
        if one in sent:
            why = ""
        elif one in held:
            why = nudging.why(held[one], speech)
        else:
            why = speech.translate(_silent(office, db, prompt))
        yield Line(
            ref=one.ref,
            title=titles.get(one.ref),
            org=one.org,
            person=prompt.person,
            why=why,
        )


def _silent(office: Office, db: Reader, prompt: Prompt) -> str:
    """Return why nothing at all follows: it stays as planned."""
    now, person = prompt.now, prompt.person or ""
    calendar = office.calendar(now.date(), person)
    if calendar.allowed(now, people.preferences_of(db, person).hours) > now:
        return N_("not at this hour; please try again in working hours")
    if person in nudges.written_on(db, calendar.day(now)):
        return N_("was written to today already")
    return N_("was reminded of it already")
