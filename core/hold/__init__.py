"""Hold: texts of an item stay although their period is over (German: *Löschsperre*).

::

    Free --Set--> Held --Set--> Held
                  Held --Lifted--> Free

One stream per item, named by its stream: ``hold:decision:B7``. A hold keeps back what
goes because its period is over, and nothing else: whoever may demand that a text goes
(Art. 17 DSGVO) still may. Dates are calendar days in the region's time zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, assert_never

from core.authority import coordinating
from core.decider import Decider
from core.errors import Code, Refusal
from core.facts import Facts
from core.hold.events import Happening, Lifted, Set
from core.sealed import Sealed
from core.texts import checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Keep the texts of an item up to and with a day, without one until lifted."""

    reason: Sealed
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """Let them go when their period is over."""


Command: TypeAlias = Hold | Lift


@dataclass(frozen=True, slots=True)
class Free:
    """Nothing is held back."""


@dataclass(frozen=True, slots=True)
class Held:
    """The texts stay, if ``until`` is a day up to and with it."""

    until: date | None = None


State: TypeAlias = Free | Held


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return the events that ``command`` causes in ``state``.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``DUE_IN_THE_PAST``, ``NOTHING_TO_HOLD`` where
            there is no such item, or what is wrong with the reason.
    """
    coordinating(facts)
    match command:
        case Hold(reason=reason, until=until):
            if not facts.there:
                raise Refusal(Code.NOTHING_TO_HOLD, item=facts.ref)
            if until is not None and until < facts.today:
                raise Refusal(Code.DUE_IN_THE_PAST, due=until, today=facts.today)
            same = state == Held(until)
            return [] if same else [Set(reason=checked(reason), until=until)]
        case Lift():
            return [Lifted()] if isinstance(state, Held) else []
        case _:
            assert_never(command)


def evolve(state: State, event: Happening) -> State:  # noqa: ARG001  (the last says all)
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case Set(until=until):
            return Held(until)
        case Lifted():
            return Free()
        case _:
            assert_never(event)


def holds(state: State, today: date) -> bool:
    """Tell whether texts are held back on that day."""
    return isinstance(state, Held) and (state.until is None or today <= state.until)


HOLD: Final[Decider[Command, State, Happening]] = Decider(Free(), decide, evolve)

__all__ = [
    "HOLD",
    "Command",
    "Free",
    "Happening",
    "Held",
    "Hold",
    "Lift",
    "Lifted",
    "Set",
    "State",
    "decide",
    "evolve",
    "holds",
]
