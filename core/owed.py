"""Owed: what reminders must know of items and of whoever would be told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import cast

from core import ask, commitment, decision, nudge, person
from core.catalogue import noun_of
from core.facts import Listener, Matter
from core.person import Unasked
from core.world import World

_NONE: Mapping[str, Matter] = MappingProxyType({})


def matters(command: object, world: World) -> Mapping[str, Matter]:
    """Return the items that ``command`` is about, as they stand now."""
    match command:
        case nudge.Remind(about=about) | nudge.PassBy(about=about):
            refs = {one.ref for one in about}
        case nudge.Snooze(ref=ref) | nudge.Wake(ref=ref):
            refs = {ref}
        case _:
            return _NONE
    return MappingProxyType({ref: _matter(ref, world) for ref in refs})


def _matter(ref: str, world: World) -> Matter:
    noun = noun_of(ref)
    match noun:
        case "commitment":
            loaded = world.load(f"commitment:{ref}")
            state = cast("commitment.states.State", loaded.state)
            mover = commitment.next_mover(state.phase)
            waits = frozenset[str]() if mover is None else frozenset({mover})
            return Matter(waits, loaded.last.at if loaded.last else None)
        case "ask":
            asked = cast("ask.states.State", world.load(f"ask:{ref}").state)
            return Matter(frozenset(ask.silent(asked)) | _owing(asked))
        case "decision":
            decided = world.load(f"decision:{ref}").state
            return Matter(decision.owing(cast("decision.states.State", decided)))
        case _:
            return Matter(frozenset())


def _owing(state: ask.states.State) -> frozenset[str]:
    """Return who owes the result."""
    if isinstance(state, ask.states.Closed):
        return frozenset({state.round.opened.org})
    return frozenset()


def forum_of(command: object, world: World) -> str | None:
    """Return the forum of the item that ``command`` puts off."""
    if not isinstance(command, nudge.Snooze | nudge.Wake):
        return None
    noun, ref = noun_of(command.ref), command.ref
    if noun == "ask":
        return ask.forum_of(cast("ask.states.State", world.load(f"ask:{ref}").state))
    if noun == "decision":
        decided = world.load(f"decision:{ref}").state
        return decision.forum_of(cast("decision.states.State", decided))
    if noun != "commitment":
        return None
    loaded = world.load(f"commitment:{ref}").state
    return commitment.terms_of(cast("commitment.states.State", loaded)).forum or None


def listener(command: object, today: date, world: World) -> Listener | None:
    """Return the person whom ``command`` would remind, as they are now."""
    match command:
        case nudge.Remind(to=str(who)):
            state = cast("person.State", world.load(f"person:{who}").state)
        case _:
            return None
    if not isinstance(state, person.Known):
        return None
    chosen = state.preferences
    return Listener(
        present=not any(one.on(today) for one in state.away),
        wants=chosen.wants(Unasked.NUDGE, person.EVERYWHERE, today),
        hours=chosen.hours,
        weekly=chosen.weekly,
    )
