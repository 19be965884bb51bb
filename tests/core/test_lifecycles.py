"""No state is unreachable and none is a dead end, for everything in the catalogue.

The states, commands and events are read from the code: whoever adds one has to
say in ``lifecycles.py`` how it is reached, or this page fails.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, get_type_hints

import pytest

from core import decision, region
from core.catalogue import DECIDERS, EVENTS, NOUNS
from core.commitment import states
from core.decider import Decider
from core.errors import Refusal
from tests.core import structure_offers
from tests.core.lifecycles import FINAL, WALKS, Offers
from tests.core.variants import variants
from tests.given import TODAY

_VERSIONS: Final = 4  # of a text: what becomes of the fourth became of the third

_NOUN: Final = pytest.mark.parametrize("noun", DECIDERS)


def kinds(state: object) -> set[type[object]]:
    """Return the classes by which ``state`` is named."""
    if isinstance(state, states.State):
        waiting = set() if state.pending is None else {type(state.pending)}
        return {type(state.phase), *waiting}
    return {type(state)}


def declared(decider: Decider[Any, Any, Any]) -> set[type[object]]:
    """Return all classes of states that the code knows for ``decider``."""
    hint = get_type_hints(decider.evolve)["return"]
    if hint is not states.State:
        return variants(hint)
    hints = get_type_hints(states.State)
    return variants(hints["phase"]) | variants(hints["pending"])


@cache
def walk(noun: str) -> tuple[list[tuple[object, list[object]]], set[type[object]]]:
    """Return every state reached with what follows it, and all events emitted."""
    decider = DECIDERS[noun]
    steps: list[tuple[object, list[object]]] = []
    emitted: set[type[object]] = set()
    for offers in WALKS[noun]:
        seen: list[object] = [decider.initial]
        for state in filter(_tells, seen):  # grows while we walk
            after = [*_following(decider, state, offers, emitted)]
            steps.append((state, after))
            _remember(after, seen)
    return steps, emitted


def _tells(state: object) -> bool:
    """Whether it is worth going on: a text is revised without end."""
    if isinstance(state, decision.states.Present):
        return len(state.file.texts) < _VERSIONS
    return True


def _following(
    decider: Decider[Any, Any, Any],
    state: object,
    offers: Offers,
    emitted: set[type[object]],
) -> Iterable[object]:
    for command, facts in offers:
        with contextlib.suppress(Refusal):
            after = state
            for event in decider.decide(command, state, facts):
                emitted.add(type(event))
                after = decider.evolve(after, event)
            yield after


def _remember(after: Iterable[object], seen: list[object]) -> None:
    marks = [_mark(state) for state in seen]
    for state in after:
        if _mark(state) not in marks:
            marks.append(_mark(state))
            seen.append(state)


def _mark(state: object) -> object:
    """Return what tells states apart; what taking back restores does not."""
    if isinstance(state, states.State):
        return (state.phase, state.pending, state.doubt)
    return state


@_NOUN
def test_every_command_is_tried(noun: str) -> None:
    tried = {type(command) for offers in WALKS[noun] for command, _ in offers}
    assert tried == {kind for kind, own in NOUNS.items() if own == noun}


@_NOUN
def test_every_state_is_reached(noun: str) -> None:
    steps, _ = walk(noun)
    reached = set().union(*(kinds(state) for state, _ in steps))
    assert reached == declared(DECIDERS[noun])


@_NOUN
def test_every_state_but_the_last_is_left_by_some_command(noun: str) -> None:
    for state, after in walk(noun)[0]:
        left = any(kinds(next_) != kinds(state) for next_ in after)
        final = bool(kinds(state) & FINAL[noun])
        assert left or final, state


@_NOUN
def test_every_last_state_is_last_unless_it_is_taken_back(noun: str) -> None:
    for state, after in walk(noun)[0]:
        before = state.undo if isinstance(state, states.State) else None
        if kinds(state) & FINAL[noun]:
            left = [next_ for next_ in after if kinds(next_) != kinds(state)]
            assert all(next_ == before for next_ in left), state


def test_every_event_of_the_catalogue_comes_from_some_command() -> None:
    emitted = set().union(*(walk(noun)[1] for noun in DECIDERS))
    assert emitted == set(EVENTS)


def test_every_step_on_the_path_of_an_organisation_is_reached_and_left() -> None:
    reached: dict[region.Path | None, set[region.Path | None]] = {}
    for state, after in walk("region")[0]:
        here = reached.setdefault(_path(state), set())
        here.update(_path(next_) for next_ in after)
    assert reached.keys() == {None, *region.Path}
    assert [path for path, after in reached.items() if after <= {path}] == []


def _path(state: object) -> region.Path | None:
    assert isinstance(state, region.Absent | region.Active)
    return region.path(state, structure_offers.TOWN, TODAY)
