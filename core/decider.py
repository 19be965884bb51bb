"""The one shape every aggregate has: decide, evolve, initial state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Generic, TypeVar

from core.facts import Facts

C = TypeVar("C")
S = TypeVar("S")
E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Decider(Generic[C, S, E]):
    """A state machine written as two pure functions.

    ``decide`` answers "what happens if, under these circumstances?" and may raise
    ``Refusal``. ``evolve`` answers "what is the state after?" and never raises: an
    event that was stored has happened.
    """

    initial: S
    decide: Callable[[C, S, Facts], Sequence[E]]
    evolve: Callable[[S, E], S]

    def replay(self, events: Iterable[E]) -> S:
        """Return the state after ``events``, oldest first."""
        return reduce(self.evolve, events, self.initial)
