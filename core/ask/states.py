"""Where an ask can stand; one class per state, holding what exists there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from core.ask.events import Answered, EnteredOnBehalf, Figure, Opened, Reply, Revised
from core.ask.kinds import AskKind, Disclosure
from core.ask.questions import YES, QuestionKind, Value
from core.facts import PastAsk
from core.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Round:
    """What stays of an ask through its whole life.

    ``replies`` holds the one current reply of each organisation (Q1), ``before`` the
    one that taking back restores, ``entries`` what waits for confirmation, and
    ``persons`` who looks after the answer.
    """

    opened: Opened
    deadline: date
    promised: date
    replies: Mapping[str, Reply] = field(default_factory=lambda: MappingProxyType({}))
    before: Mapping[str, Reply | None] = field(
        default_factory=lambda: MappingProxyType({})
    )
    entries: Mapping[str, EnteredOnBehalf] = field(
        default_factory=lambda: MappingProxyType({})
    )
    persons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Result:
    """What was published: the figures, and the answers they were counted from."""

    figures: tuple[Figure, ...] = ()
    counted: Mapping[str, Mapping[str, Sealed]] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody has asked yet."""


@dataclass(frozen=True, slots=True)
class Open:
    """Answers are awaited."""

    round: Round
    result: Result | None = None  # of an earlier publication, if time was given again


@dataclass(frozen=True, slots=True)
class Closed:
    """The result is owed; answers are late."""

    round: Round
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The result is out; what follows from it is owed."""

    round: Round
    result: Result


@dataclass(frozen=True, slots=True)
class Concluded:
    """What follows has been said."""

    round: Round
    result: Result


@dataclass(frozen=True, slots=True)
class Cancelled:
    """It is not asked any more."""

    round: Round
    result: Result | None = None


Present: TypeAlias = Open | Closed | Published | Concluded | Cancelled
State: TypeAlias = Absent | Present
Going: TypeAlias = Open | Closed | Published


def name(state: State) -> str:
    """Return the permanent name of ``state``: ``ask_open``, ``ask_published``."""
    return f"ask_{type(state).__name__.lower()}"


def is_call(state: Present) -> bool:
    """Whether it is a call for help, which has no day behind which it is late."""
    return state.round.opened.kind is AskKind.HELP


def forum_of(state: State) -> str | None:
    """Return the forum to which it belongs."""
    return None if isinstance(state, Absent) else state.round.opened.forum


def values_of(reply: Reply) -> tuple[Value, ...]:
    """Return what was answered; nothing to report is no value."""
    return reply.values if isinstance(reply, Answered | Revised) else ()


def current(round_: Round) -> Mapping[str, Reply]:
    """Return the reply of each organisation, entries on behalf included (D5)."""
    entered = {org: entry.event for org, entry in round_.entries.items()}
    replies = {**round_.replies, **entered}
    return MappingProxyType(
        {org: reply for org, reply in replies.items() if isinstance(reply, Reply)}
    )


def missing(state: State) -> tuple[str, ...]:
    """Return who has not replied yet, while replies are awaited."""
    return silent(state) if isinstance(state, Open) else ()


def silent(state: State) -> tuple[str, ...]:
    """Return who has not replied, as long as a reply can still count."""
    if not isinstance(state, Open | Closed):
        return ()
    replied = current(state.round)
    return tuple(org for org in state.round.opened.audience if org not in replied)


def past_ask(ref: str, state: State) -> PastAsk | None:
    """Return what the opening of another ask must know of this one."""
    if isinstance(state, Absent | Cancelled):
        return None
    opened = state.round.opened
    return PastAsk(
        ref=ref,
        kind=opened.kind.value,
        forum=opened.forum,
        audience=frozenset(opened.audience),
        minutes=opened.minutes,
        on=opened.on,
        owes_result=isinstance(state, Open | Closed),
        ready=ready(state),
        text=opened.text.text,
    )


def ready(state: State) -> frozenset[str] | None:
    """Return who said yes in a published readiness ask; ``None`` if it is none.

    What an aggregated ask hides is not told here either.
    """
    if not isinstance(state, Published | Concluded):
        return None
    opened = state.round.opened
    if opened.kind is not AskKind.READINESS:
        return None
    if opened.disclosure is Disclosure.AGGREGATED:
        return None
    first = next((q for q in opened.questions if q.kind is QuestionKind.YES_NO), None)
    said = state.result.counted.get(first.key, {}) if first else {}
    return frozenset(org for org, text in said.items() if text.text == YES)
