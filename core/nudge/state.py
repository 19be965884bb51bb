"""How far the reminders to an organisation have come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, TypeAlias, assert_never

from core.nudge.events import (
    About,
    Delegated,
    Happening,
    Scheduled,
    Sent,
    Snoozed,
    Stopped,
    Suppressed,
    Woken,
)
from core.nudge.kinds import Step

WEEK: Final = timedelta(days=7)  # the days that count for the budget, today included

Key: TypeAlias = tuple[str, str]
"""The reference of an item and the organisation that owes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """How far one ladder has come.

    ``done`` is the highest step that needs nothing more, ``sent`` counts messages
    nobody had asked for, ``again`` is the day of the next look; ``asked``: somebody
    wants to be reminded on that day.
    """

    done: int = 0
    sent: int = 0
    again: date | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """Nothing was ever to be reminded of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minding:
    """Ladders by item and who owes it, and on which days who was written to."""

    rungs: Mapping[Key, Rung] = field(default_factory=lambda: MappingProxyType({}))
    written: Mapping[str, tuple[date, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


State: TypeAlias = Absent | Minding


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    known = state if isinstance(state, Minding) else Minding()
    match event:
        case Scheduled(org=org, plans=plans):
            return _climb(known, ((plan.ref, org) for plan in plans), event)
        case Sent(about=about, on=on, to=to):
            told = _climb(known, map(key, about), event, about)
            return told if to is None else _written(told, to.text or "", on)
        case Suppressed(about=about):
            return _climb(known, map(key, about), event, about)
        case Snoozed(ref=ref, org=org) | Woken(ref=ref, org=org):
            return _climb(known, [(ref, org)], event)
        case Stopped(org=org, refs=refs):
            gone = {(ref, org) for ref in refs}
            left = {at: rung for at, rung in known.rungs.items() if at not in gone}
            return replace(known, rungs=MappingProxyType(left))
        case Delegated():
            return known  # what was sent follows
        case _:
            assert_never(event)


def key(about: About) -> Key:
    """Return which ladder ``about`` belongs to."""
    return about.ref, about.org


def climbed(rung: Rung, event: Happening, step: int) -> Rung:
    """Return ``rung`` after ``event``, which concerns it at ``step``."""
    match event:
        case Scheduled() if rung.asked:  # a wish stands, whatever else is planned
            return Rung(sent=rung.sent, again=rung.again, asked=True)
        case Scheduled():
            return Rung(sent=rung.sent)
        case Sent(to=to):
            unasked = to is not None and step == Step.DIRECT
            return Rung(done=max(rung.done, step), sent=rung.sent + unasked)
        case Suppressed(again=None):
            return replace(rung, done=max(rung.done, step), again=None, asked=False)
        case Suppressed(again=again):
            return replace(rung, again=again)
        case Snoozed(until=until):
            return replace(rung, again=until, asked=True)
        case Woken():
            return replace(rung, again=None, asked=False)
        case Delegated() | Stopped():
            return rung
        case _:
            assert_never(event)


def _climb(
    known: Minding, keys: Iterable[Key], event: Happening, about: tuple[About, ...] = ()
) -> Minding:
    steps = {key(one): one.step for one in about}
    rungs = dict(known.rungs)
    for at in keys:
        rungs[at] = climbed(rungs.get(at, Rung()), event, steps.get(at, 0))
    return replace(known, rungs=MappingProxyType(rungs))


def _written(known: Minding, person: str, on: date) -> Minding:
    """Keep the days of the last week; older ones count for nothing."""
    before = known.written.get(person, ())
    days = (*(day for day in before if day > on - WEEK), on)
    return replace(known, written=MappingProxyType({**known.written, person: days}))
