"""Digest: what Faden told somebody unasked, to be shown again (German: *Überblick*).

::

    Absent --Sent--> Given

One stream per person and period, whose name tells neither. When it is due is told
here too: at nine on the first working day of a week, or on the weekday somebody chose;
for whoever wants it daily on the other working days as well. Source: chat.md rule 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never

from core.decider import Decider
from core.digest.events import Happening, Reach, Sent
from core.errors import Code, Refusal
from core.facts import Facts
from core.sealed import Sealed

HOUR: Final = 9  # o'clock, local; source: chat.md rule 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """Record what is about to be told; see ``Sent``."""

    org: str
    reach: Reach
    period: str
    upto: int
    to: Sealed
    wording: Sealed
    items: tuple[str, ...] = ()
    thanked: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    kept: int | None = None


Command: TypeAlias = Send


@dataclass(frozen=True, slots=True)
class Absent:
    """Nothing was sent for this person and period."""


@dataclass(frozen=True, slots=True)
class Given:
    """It was sent."""


State: TypeAlias = Absent | Given


def decide(command: Command, state: State, facts: Facts) -> list[Happening]:
    """Return that it was sent, unless it was already.

    Raises:
        Refusal: ``ONLY_THE_PROGRAM``.
    """
    match command:
        case Send():
            if not facts.operates:
                raise Refusal(Code.ONLY_THE_PROGRAM)
            return [] if isinstance(state, Given) else [_sent(command)]
        case _:
            assert_never(command)


def _sent(command: Send) -> Sent:
    return Sent(
        org=command.org,
        reach=command.reach,
        period=command.period,
        upto=command.upto,
        to=command.to,
        wording=command.wording,
        items=command.items,
        thanked=command.thanked,
        forums=command.forums,
        kept=command.kept,
    )


def evolve(state: State, event: Happening) -> State:  # noqa: ARG001  (the last says all)
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case Sent():
            return Given()
        case _:
            assert_never(event)


DIGEST: Final[Decider[Command, State, Happening]] = Decider(Absent(), decide, evolve)

__all__ = [
    "DIGEST",
    "HOUR",
    "Absent",
    "Command",
    "Given",
    "Happening",
    "Reach",
    "Send",
    "Sent",
    "State",
    "decide",
    "evolve",
]
