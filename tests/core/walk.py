"""Walks through everything a decider can become."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterable
from typing import TypeVar

from core.decider import Decider
from core.errors import Refusal
from core.facts import Facts

C = TypeVar("C")
S = TypeVar("S")
E = TypeVar("E")


def explore(
    decider: Decider[C, S, E], commands: Iterable[tuple[C, Facts]]
) -> dict[type[S], set[type[S]]]:
    """Return which kinds of state follow each kind, whatever is asked.

    Breadth first from the initial state; a kind that nothing leaves has no
    follower but itself.
    """
    offers = list(commands)
    follows: dict[type[S], set[type[S]]] = {}
    seen, queue = [decider.initial], [decider.initial]
    while queue:
        state = queue.pop(0)
        here = follows.setdefault(type(state), set())
        for command, facts in offers:
            with contextlib.suppress(Refusal):
                after = state
                for event in decider.decide(command, state, facts):
                    after = decider.evolve(after, event)
                here.add(type(after))
                if after not in seen:
                    seen.append(after)
                    queue.append(after)
    return follows


def survive(
    decider: Decider[C, S, E],
    events: Iterable[E],
    commands: Iterable[tuple[C, Facts]],
    seed: int,
) -> None:
    """Replay impossible pasts and ask everything; only ``Refusal`` is an answer."""
    chance = random.Random(seed)  # noqa: S311  (a walk, not a secret)
    stock, offers = list(events), list(commands)
    for _ in range(100):
        state = decider.initial
        for event in chance.choices(stock, k=chance.randrange(8)):
            state = decider.evolve(state, event)
        for command, facts in offers:
            with contextlib.suppress(Refusal):
                for event in decider.decide(command, state, facts):
                    decider.evolve(state, event)


def dead_ends(follows: dict[type[S], set[type[S]]]) -> set[type[S]]:
    """Return the kinds of state that nothing leaves."""
    return {kind for kind, after in follows.items() if after <= {kind}}
