"""``given(...).by(...).when(...).then(...)`` for deciders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final, Generic, TypeVar

import pytest

from core.decider import Decider
from core.errors import Code, Fact, Refusal
from core.facts import Facts, Power

C = TypeVar("C")
S = TypeVar("S")
E = TypeVar("E")

TODAY: Final = date(2027, 3, 15)
COORDINATION: Final = Facts(
    actor="p-koordination",
    org="landkreis",
    powers=frozenset({Power.ANSWER, Power.COORDINATE}),
    today=TODAY,
    now=datetime(2027, 3, 15, 9, 30, tzinfo=UTC),
    ref="x1",
)
"""Somebody who may change structure, on a Monday morning."""

OPERATOR: Final = replace(COORDINATION, actor="operator", org="", powers=frozenset())
"""The machine's own command line."""


def member(org: str, *powers: Power) -> Facts:
    """Return a person of ``org`` with these powers."""
    actor = f"p-{org}"
    return replace(COORDINATION, actor=actor, org=org, powers=frozenset(powers))


@dataclass(frozen=True, slots=True)
class Spec(Generic[C, S, E]):
    """A decider with a past, circumstances and, perhaps, a command."""

    decider: Decider[C, S, E]
    facts: Facts = COORDINATION
    past: tuple[E, ...] = ()
    command: C | None = None

    def given(self, *past: E) -> Spec[C, S, E]:
        """These events have happened."""
        return replace(self, past=past)

    def by(self, facts: Facts) -> Spec[C, S, E]:
        """Somebody asks, under these circumstances."""
        return replace(self, facts=facts)

    def when(self, command: C) -> Spec[C, S, E]:
        """Somebody asks this."""
        return replace(self, command=command)

    def then(self, *expected: E) -> None:
        """Exactly these events follow; none means that nothing happens."""
        assert tuple(self._decide()) == expected

    def refused(self, code: Code, **facts: Fact) -> None:
        """The rules say no, for this reason and with these facts among others."""
        with pytest.raises(Refusal) as caught:
            self._decide()
        assert caught.value.code is code
        assert facts.items() <= caught.value.facts.items()

    def _decide(self) -> list[E]:
        assert self.command is not None, "when(...) is missing"
        state = self.decider.replay(self.past)
        return list(self.decider.decide(self.command, state, self.facts))
