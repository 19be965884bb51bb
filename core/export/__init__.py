"""Export: a file with opened texts left the house (German: *Weitergabe*).

::

    Absent --Made--> Given

One stream per file. Whoever has it can be told when a text in it is erased
(Art. 19 DSGVO).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from core.authority import powerless
from core.bundle.head import Scope
from core.decider import Decider
from core.export.events import Happening, Made
from core.facts import Facts, Power
from core.sealed import Sealed
from core.texts import checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Make:
    """Record what is about to leave; see ``Made``."""

    scope: Scope
    upto: int
    item: str | None = None
    to: Sealed | None = None


Command: TypeAlias = Make


@dataclass(frozen=True, slots=True)
class Absent:
    """No file yet."""


@dataclass(frozen=True, slots=True)
class Given:
    """It left."""


State: TypeAlias = Absent | Given


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return that it leaves, unless that was said already.

    The whole record is handed out by whoever coordinates or examines; a part of it,
    such as a list, is taken along by everybody who may see it.

    Raises:
        Refusal: ``NO_POWER``, or what is wrong with the name of the recipient.
    """
    match command:
        case Make(scope=scope, upto=upto, item=item, to=to):
            oversees = facts.may_coordinate or Power.AUDIT in facts.powers
            if scope is not Scope.PART and not oversees:
                raise powerless(Power.AUDIT, facts)
            named = None if to is None else checked(to)
            made = Made(scope=scope, upto=upto, item=item, to=named)
            return [] if isinstance(state, Given) else [made]
        case _:
            assert_never(command)


def evolve(state: State, event: Happening) -> State:  # noqa: ARG001  (the last says all)
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case Made():
            return Given()
        case _:
            assert_never(event)


EXPORT: Final[Decider[Command, State, Happening]] = Decider(Absent(), decide, evolve)

__all__ = [
    "EXPORT",
    "Absent",
    "Command",
    "Given",
    "Happening",
    "Made",
    "Make",
    "State",
    "decide",
    "evolve",
]
