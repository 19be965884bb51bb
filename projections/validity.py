"""Validity: who belonged, who could act, what was decided on a day (*wirksam*).

Two clocks: the events that are handed in are those known at some moment, ``day`` is
the one asked about. What was recorded later for an earlier day counts on that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from core import decision as core
from core import organisation, region
from core.ports import Recorded
from core.region.state import Path, paths

_RESOLVED: Final = (*get_args(core.events.Result), core.events.ApprovalRechecked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A mandate that holds; no ``forums`` means everywhere."""

    person: str
    role: str
    forums: Sequence[str]
    until: date | None


def memberships(recorded: Iterable[Recorded], day: date) -> Mapping[str, Path]:
    """Return how far each organisation had come in the region on ``day``."""
    state = region.REGION.initial
    for one in recorded:
        if _counts_from(one) <= day and isinstance(one.event, region.Happening):
            state = region.REGION.evolve(state, one.event)
    return paths(state, day)


def mandates(recorded: Iterable[Recorded], day: date) -> Sequence[Held]:
    """Return who could act for an organisation on ``day``, by person."""
    state = organisation.ORGANISATION.initial
    for one in recorded:
        if _counts_from(one) <= day and isinstance(one.event, organisation.Happening):
            state = organisation.ORGANISATION.evolve(state, one.event)
    held = getattr(state, "mandates", {})
    return [
        Held(
            person=person,
            role=mandate.role.value,
            forums=sorted(mandate.forums),
            until=mandate.until,
        )
        for person, several in sorted(held.items())
        for mandate in several
        if mandate.holds(day)
    ]


def decision(recorded: Iterable[Recorded], day: date) -> core.states.State:
    """Return how a decision stood on ``day``; what a body resolved has its own day.

    That a body was to resolve counts no later than what it resolved.
    """
    known = [one for one in recorded if isinstance(one.event, core.events.Happening)]
    resolved: dict[tuple[str, str], date] = {}
    for one in known:
        if isinstance(one.event, _RESOLVED):
            body = one.event.org, one.event.body
            resolved[body] = min(_counts_from(one), resolved.get(body, date.max))
    state = core.DECISION.initial
    for one in known:
        since, event = _counts_from(one), one.event
        if isinstance(event, core.events.RatificationRequired):
            since = min(since, resolved.get((event.org, event.body), since))
        if since <= day and isinstance(event, core.events.Happening):
            state = core.DECISION.evolve(state, event)
    return state


def _counts_from(one: Recorded) -> date:
    """Return the first day on which an entry changes anything."""
    said = one.origin.effective_on
    own = "on" if isinstance(one.event, _RESOLVED) else "effective_on"
    return min(said, getattr(one.event, own, said))
