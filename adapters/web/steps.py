"""Steps: the history of one item in words, with the way to each message (*Verlauf*)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection

from adapters.main import Faden
from adapters.web.visit import Visit
from bots import chronicle
from bots.chronicle import erasing
from bots.locale import N_
from bots.message import Text
from core.decision.events import Delivered
from core.facts import OPERATOR
from projections import history
from projections.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A step in words; ``link`` leads to the message it came from."""

    step: Step
    text: Text
    at: datetime
    who: str | None
    later: bool  # recorded on another day than the one it counts for
    link: str | None


def erased(steps: Sequence[Told], visit: Visit) -> str:
    """Say where the text lay that is no longer there."""
    for told in steps:
        for name, text in told.step.texts.items():
            if text is None:
                why, entry = told.step.why_gone(name), told.step.position
                return erasing.text(None, why, entry, visit.speech)
    return visit.speech.words(N_("(text erased)"))


def steps_of(faden: Faden, db: Connection, visit: Visit, ref: str) -> Sequence[Told]:
    """Return the history of an item in words, oldest first.

    What reached several one after the other is one line.
    """
    steps = history.of(db, visit.viewer, ref)
    told = [
        _told(faden, visit, step, text)
        for step, text in zip(steps, chronicle.steps(steps, visit.speech), strict=True)
    ]
    return [
        one
        for text, some in groupby(told, _reached)
        for one in _as_one(some, text, visit)
    ]


def _reached(told: Told) -> int | None:
    """Return the version that reached somebody, if that is what is told."""
    event = told.step.event
    return event.text if isinstance(event, Delivered) else None


def _as_one(some: Iterable[Told], text: int | None, visit: Visit) -> Sequence[Told]:
    """Return one line for all whom version ``text`` reached; all else as it is."""
    each = list(some)
    if text is None or len(each) == 1:
        return each
    reached = (one.step.event for one in each)
    orgs = [visit.speech.org(one.org) for one in reached if isinstance(one, Delivered)]
    said = visit.speech.text(
        N_("Version {text} reached {count}: {orgs}."),
        text=text,
        count=len(orgs),
        orgs=", ".join(sorted(orgs)),
    )
    return [replace(each[-1], text=said)]


def _told(faden: Faden, visit: Visit, step: Step, text: Text) -> Told:
    at = visit.local(step.recorded_at)
    return Told(
        step=step,
        text=text,
        at=at,
        who=None if step.actor == OPERATOR else visit.speech.person(step.actor),
        later=step.effective_on != at.date(),
        link=_link(faden, visit, step.source),
    )


def _link(faden: Faden, visit: Visit, source: str | None) -> str | None:
    """Return where the message stands, if it is one of the visitor's own here."""
    if not source or not source.startswith(f"web/{visit.person}/"):
        return None
    arrival = faden.store.office.inbox.get(source)
    return f"/#said-{arrival.seq}" if arrival else None
