"""Keeping: how long the texts of an entry must stay (German: *Aufbewahrung*).

A record is kept for its period, counted from the last entry of its item, and never
while the item still binds anybody: an open promise, an ask that goes on, a decision
that is in force, a forum or organisation that exists. What a person chose is kept
while it holds. Aids are kept from the day they were entered. Source of the periods:
``core/retention.py``.

::

    kept --its period is over--> record: offered --the archive releases it--> gone
                                 all else: gone

What is over goes with the first day of a month, so that files are emptied and views
built anew once a month, not every day.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum, unique
from typing import NamedTuple, Protocol, cast

from core import ask, commitment, decision, forum, hold, information, organisation
from core import person as persons
from core import region as regions
from core.calendar import months_after
from core.facts import Entry
from core.retention import (
    ANSWER_MONTHS,
    Keeping,
    Retention,
    class_of,
    kept_until,
    offered_first,
)
from core.world import Loaded

_DECIDED = (  # nothing is left of it that binds anybody
    decision.states.Absent,
    decision.states.Rejected,
    decision.states.Lapsed,
    decision.states.Withdrawn,
    decision.states.Failed,
    decision.states.Superseded,
    decision.states.Repealed,
)
_CONCERNED = (
    information.OpenConcern,
    information.AnsweredConcern,
    information.AcknowledgedConcern,
    information.Provisional,
)


@unique
class Stage(StrEnum):
    """What happens to a text next."""

    KEPT = "kept"  # somebody keeps it longer; its period is not over yet
    HELD = "held"  # it is over, and somebody keeps it back
    OFFER = "offer"  # it will be offered to the archive
    AWAITED = "awaited"  # the archive has not answered yet
    OVERDUE = "overdue"  # it should have
    GO = "go"  # it will be gone


class Offered(NamedTuple):
    """The day on which the archive was offered a text, and whether it released it."""

    on: date
    released: bool


class Known(Protocol):
    """Where states and entries are looked up."""

    def load(self, stream: str) -> Loaded:
        """Return the state of ``stream``."""
        ...

    def entry(self, position: int) -> Entry | None:
        """Return what is stored at ``position``, if anything is."""
        ...


def keeping(entry: Entry, today: date, known: Known) -> Keeping | None:
    """Return until when the texts of ``entry`` are kept, ``None``: for good."""
    retention = class_of(entry.kind)
    if retention is None:
        return None
    item = item_of(entry, known)
    loaded = known.load(item)
    held = hold.holds(cast("hold.State", known.load(f"hold:{item}").state), today)
    if retention is Retention.AID:
        until: date | None = kept_until(retention, entry.entered)
    elif _binds(entry, item, loaded, today):
        until = None
    else:
        last = entry.entered if loaded.last is None else loaded.last.at.date()
        since = last if retention is Retention.RECORD else entry.entered
        until = kept_until(retention, max(since, entry.entered))
    return Keeping(item=item, until=until, held=held)


def after(
    kind: str, kept: Keeping, offered: Offered | None, today: date
) -> tuple[Stage, date | None]:
    """Return what comes when the period of a text is over.

    With it comes the day by which the archive is to answer, where it was asked.
    """
    if kept.held:
        return Stage.HELD, None
    if not offered_first(kind):
        return Stage.GO, None
    if offered is None:
        return Stage.OFFER, None
    if offered.released:
        return Stage.GO, None
    answer_by = months_after(offered.on, ANSWER_MONTHS)
    return Stage.OVERDUE if answer_by < today else Stage.AWAITED, answer_by


def first_of(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def goes_on(until: date) -> date:
    """Return the day on which goes what is kept up to and with ``until``."""
    return first_of(months_after(first_of(until), 1))


def item_of(entry: Entry, known: Known) -> str:
    """Return the stream to which a text belongs: the first that said it."""
    noun, _, ref = entry.stream.partition(":")
    first = known.entry(int(ref)) if noun == "text" and ref.isdecimal() else None
    return entry.stream if first is None else item_of(first, known)


def _binds(entry: Entry, item: str, loaded: Loaded, today: date) -> bool:
    if class_of(entry.kind) is Retention.PERSONAL:
        return _holds(entry, loaded, today)
    state = loaded.state
    match item.partition(":")[0]:
        case "commitment":
            bound = cast("commitment.states.State", state)
            ended = commitment.next_mover(bound.phase) is None
            return bound.pending is not None or not ended
        case "ask":
            return isinstance(state, ask.states.Going)
        case "decision":
            return not isinstance(state, _DECIDED)
        case "information":
            return isinstance(state, _CONCERNED)
        case "forum":
            return not isinstance(state, forum.Absorbed | forum.Ended)
        case "organisation":
            return isinstance(state, organisation.Active)
        case "region":
            return isinstance(state, regions.Active)
        case "hold":
            return hold.holds(cast("hold.State", state), today)
        case _:
            return False


def _holds(entry: Entry, loaded: Loaded, today: date) -> bool:
    """Tell whether what a person or a desk said of itself still counts."""
    state = loaded.state
    if isinstance(state, organisation.Active):
        return not entry.later
    away = state.away if isinstance(state, persons.Known) else ()
    return any(one.days and today <= one.days[1] for one in away)
