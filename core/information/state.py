"""Where a piece of information can stand, and how events change it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias, assert_never, cast

from core.information.commands import Command, RaiseConcern, Record
from core.information.events import (
    AnswerRejected,
    ConcernAcknowledged,
    ConcernAnswered,
    ConcernRaised,
    ConcernSettled,
    Confirmed,
    Corrected,
    EnteredOnBehalf,
    Funding,
    Happening,
    InformationKind,
    OnBehalfConfirmed,
    OnBehalfContested,
    OnBehalfStood,
    Recorded,
    Retracted,
    Saying,
)
from core.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Item:
    """What stays: where it was said, and by which organisation.

    ``affects`` is what a change of framework touches, by reference.
    """

    forum: str
    org: str
    affects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """Nothing was said yet."""


@dataclass(frozen=True, slots=True)
class Current:
    """Recorded and upheld; ``confirmed`` by these organisations."""

    item: Item
    text: Sealed
    funding: Funding | None = None
    confirmed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OpenConcern:
    """Raised, and not answered enough."""

    item: Item


@dataclass(frozen=True, slots=True)
class AnsweredConcern:
    """Answered; those who worry say whether it is enough."""

    item: Item
    answer: ConcernAnswered


@dataclass(frozen=True, slots=True)
class AcknowledgedConcern:
    """Taken by the forum as it stands."""

    item: Item


@dataclass(frozen=True, slots=True)
class SettledConcern:
    """Nobody worries any more."""

    item: Item


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """No longer upheld by those who said it."""

    item: Item


Plain: TypeAlias = (
    Absent
    | Current
    | OpenConcern
    | AnsweredConcern
    | AcknowledgedConcern
    | SettledConcern
    | Withdrawn
)


@dataclass(frozen=True, slots=True)
class Provisional:
    """As ``before``, with an entry that ``org`` may contest up to ``until``."""

    before: Plain
    org: str
    event: Saying
    until: date


State: TypeAlias = Plain | Provisional


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    match event:
        case EnteredOnBehalf(org=org, event=entry, contest_until=until):
            return Provisional(plain(state), org, cast("Saying", entry), until)
        case OnBehalfConfirmed() | OnBehalfStood():
            return plain(state)  # what it says follows
        case OnBehalfContested():
            return _contested(state)
        case _:
            after = said(plain(state), event)
    if isinstance(state, Provisional) and not isinstance(after, Withdrawn):
        return replace(state, before=after)
    return after


def plain(state: State) -> Plain:
    """Return how it stands without an entry that does not count yet."""
    return state.before if isinstance(state, Provisional) else state


def said(state: Plain, event: Saying) -> Plain:
    """Return how it stands after something that counts; unfit words change nothing."""
    match event, state:
        case (Recorded(forum=forum, org=org), Absent()):
            item = Item(forum, org, _affected(event))
            return Current(item, event.text, event.funding)
        case (ConcernRaised(forum=forum, org=org), Absent()):
            return OpenConcern(Item(forum, org))
        case (_, Absent() | Withdrawn() | SettledConcern()):
            return state
        case (Retracted(), _):
            return Withdrawn(state.item)
        case (Confirmed() | Corrected(), Current()):
            return _told(state, event)
        case (_, Current()):
            return state
        case _:
            return _worried(state, event)


def _affected(event: Recorded) -> tuple[str, ...]:
    return event.about if event.kind is InformationKind.FRAMEWORK else ()


def affected(state: State) -> tuple[str, ...]:
    """Return what a change of framework touches while it is upheld."""
    now = plain(state)
    return now.item.affects if isinstance(now, Current) else ()


def forum_of(command: Command, state: State) -> str | None:
    """Return the forum in which ``command`` is given."""
    if isinstance(command, Record | RaiseConcern):
        return command.forum
    item = item_of(state)
    return item.forum if item else None


def item_of(state: State) -> Item | None:
    """Return where it was said and by whom, also of an entry that may be contested."""
    now = plain(state)
    if not isinstance(now, Absent):
        return now.item
    if isinstance(state, Provisional) and isinstance(
        state.event, Recorded | ConcernRaised
    ):
        return Item(state.event.forum, state.event.org)
    return None


def _told(state: Current, event: Confirmed | Corrected) -> Current:
    match event:
        case Confirmed(org=org):
            return replace(state, confirmed=state.confirmed | {org})
        case Corrected(text=text, funding=funding):
            return Current(state.item, text, funding or state.funding)
        case _:
            assert_never(event)


def _worried(
    state: OpenConcern | AnsweredConcern | AcknowledgedConcern, event: Saying
) -> Plain:
    match event, state:
        case (ConcernAnswered(), OpenConcern() | AnsweredConcern()):
            return AnsweredConcern(state.item, event)
        case (AnswerRejected(), AnsweredConcern() | AcknowledgedConcern()):
            return OpenConcern(state.item)
        case (ConcernAcknowledged(), _):
            return AcknowledgedConcern(state.item)
        case (ConcernSettled(), _):
            return SettledConcern(state.item)
        case _:
            return state


def _contested(state: State) -> Plain:
    now, item = plain(state), item_of(state)
    return Withdrawn(item) if isinstance(now, Absent) and item else now
