"""Where a commitment can stand; one class per state, holding what exists there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, assert_never

from core.commitment.events import Conversing
from core.event import Event
from core.facts import Duty


@dataclass(frozen=True, slots=True)
class Terms:
    """Who owes what to whom: ``holder`` (B) owes ``asker`` (A) in ``forum``.

    ``cites`` is the decision from which it follows.
    """

    forum: str
    asker: str
    holder: str
    due: date
    cites: str | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """Nothing was asked or offered yet."""


@dataclass(frozen=True, slots=True)
class Requested:
    """The holder is asked."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class Offered:
    """The asker may take it."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class Countered:
    """The holder would do it otherwise; ``terms`` are the proposed ones."""

    terms: Terms
    asked: Terms


@dataclass(frozen=True, slots=True)
class Reserved:
    """Promised under the reservation that ``body`` agrees."""

    terms: Terms
    body: str
    deadline: date


@dataclass(frozen=True, slots=True)
class Promised:
    """The holder's word stands."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class HandingOver:
    """Promised, and ``to`` is asked to take over."""

    terms: Terms
    to: str


@dataclass(frozen=True, slots=True)
class Renegotiating:
    """Promised, and ``by`` wants another day or scope."""

    terms: Terms
    by: str
    due: date


@dataclass(frozen=True, slots=True)
class Reported:
    """Done, says the holder; the asker is silent since ``on`` at the earliest."""

    terms: Terms
    on: date


@dataclass(frozen=True, slots=True)
class Fulfilled:
    """Done, say both; disputable for a while. ``thanked``: who said thank you."""

    terms: Terms
    on: date
    thanked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """Declined, withdrawn, released, reneged or never begun; nothing more."""

    terms: Terms
    by: str  # kind of the event that ended it


Phase: TypeAlias = (
    Absent
    | Requested
    | Offered
    | Countered
    | Reserved
    | Promised
    | HandingOver
    | Renegotiating
    | Reported
    | Fulfilled
    | Ended
)
Present: TypeAlias = (
    Requested
    | Offered
    | Countered
    | Reserved
    | Promised
    | HandingOver
    | Renegotiating
    | Reported
    | Fulfilled
    | Ended
)


@dataclass(frozen=True, slots=True)
class Draft:
    """``event`` is prepared for ``org``; its mandate holder confirms it."""

    org: str
    event: Conversing


@dataclass(frozen=True, slots=True)
class Provisional:
    """``event`` was entered for ``org`` and may be contested until a day."""

    org: str
    event: Conversing
    contest_until: date


@dataclass(frozen=True, slots=True)
class Doubt:
    """``decision`` holds no more; ``upheld`` are those for whom it stands even so.

    ``sought``: the holder asks to be released. ``agreed``: a change was agreed since.
    """

    decision: str
    ended_by: str
    upheld: frozenset[str] = frozenset()
    sought: bool = False
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """The phase, what waits for confirmation, and what taking back restores.

    ``doubt`` is there once the decision that is cited holds no more.
    """

    phase: Phase = Absent()
    pending: Draft | Provisional | None = None
    undo: State | None = None
    doubt: Doubt | None = None


def doubting(state: State) -> tuple[str, ...]:
    """Return who has not said yet whether it stands without its decision."""
    phase, doubt = state.phase, state.doubt
    if doubt is None or doubt.agreed or isinstance(phase, Absent):
        return ()
    if next_mover(phase) is None:
        return ()
    sides = dict.fromkeys((phase.terms.holder, phase.terms.asker))
    return tuple(org for org in sides if not _answered(org, doubt, phase.terms))


def _answered(org: str, doubt: Doubt, terms: Terms) -> bool:
    return org in doubt.upheld or (org == terms.holder and doubt.sought)


def next_mover(phase: Phase) -> str | None:
    """Return the organisation that must move, or ``None`` at an end (rule Z7)."""
    match phase:
        case Requested(terms) | Reserved(terms) | Promised(terms):
            return terms.holder
        case Offered(terms) | Countered(terms) | Reported(terms):
            return terms.asker
        case HandingOver(_, to):
            return to
        case Renegotiating(terms, by):
            return terms.holder if by == terms.asker else terms.asker
        case Absent() | Fulfilled() | Ended():
            return None
        case _:
            assert_never(phase)


def duty(ref: str, state: State) -> Duty | None:
    """Return the open duty that ``state`` is, or ``None``."""
    phase = state.phase
    if isinstance(phase, Absent) or next_mover(phase) is None:
        return None
    terms = phase.terms
    return Duty(ref=ref, forum=terms.forum, asker=terms.asker, holder=terms.holder)


def name(phase: Phase | Draft | Provisional) -> str:
    """Return the permanent lower-case name of ``phase``, e.g. ``handing_over``."""
    kind = type(phase).__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind).lstrip("_")


def ended_by(event: type[Event]) -> str:
    """Return the name of an end: ``declined``, ``withdrawn``, ``released``."""
    return event.KIND.split(".")[1]
