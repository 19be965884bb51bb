"""What an organisation is, and how events change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias, assert_never

from core.facts import Power
from core.organisation import mandates as held
from core.organisation.events import (
    BodyAdded,
    BodyMeetingCancelled,
    BodyMeetingScheduled,
    ContactDeskSet,
    DevicesNamed,
    HandoverNeeded,
    Happening,
    InhabitantsUpdated,
    MandateEnded,
    MandateGiven,
    OrganisationKind,
    Registered,
    Renamed,
    Role,
    Succeeded,
)
from core.organisation.mandates import Mandate, Mandates
from core.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Body:
    """A council, committee or assembly, and the days on which it meets."""

    added: BodyAdded
    meetings: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Absent:
    """Not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Active:
    """Known and acting; ``handovers`` are open references by forum."""

    name: str
    kind: OrganisationKind
    inhabitants: int | None = None
    inhabitants_on: date | None = None
    ags: str | None = None
    bodies: Mapping[str, Body] = field(default_factory=lambda: MappingProxyType({}))
    mailbox: Sealed | None = None
    devices: tuple[str, ...] = ()
    mandates: Mandates = field(default_factory=lambda: MappingProxyType({}))
    former: frozenset[str] = frozenset()  # persons who once had a mandate
    handovers: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another organisation has taken its place."""

    name: str
    by: str


State: TypeAlias = Absent | Active | Replaced


def evolve(state: State, event: Happening) -> State:
    """Return the state after ``event``. Total: it never refuses the past."""
    if isinstance(event, Registered):
        return _registered(event)
    if not isinstance(state, Active):
        return state
    match event:
        case Renamed(name=name):
            return replace(state, name=name)
        case InhabitantsUpdated(inhabitants=inhabitants, on=on):
            return replace(state, inhabitants=inhabitants, inhabitants_on=on)
        case BodyAdded() | BodyMeetingScheduled() | BodyMeetingCancelled():
            return _on_body(state, event)
        case ContactDeskSet(mailbox=mailbox):
            return replace(state, mailbox=mailbox)
        case DevicesNamed(devices=devices):
            return replace(state, devices=devices)
        case Succeeded(by=by):
            return Replaced(state.name, by)
        case MandateGiven() | MandateEnded() | HandoverNeeded():
            return _on_mandate(state, event)
        case _:
            assert_never(event)


def mandate_for(
    state: State, person: str, forum: str | None, today: date
) -> Mandate | None:
    """Return by which mandate ``person`` acts in ``forum``, if at all.

    Without a forum only a mandate that holds everywhere counts.
    """
    if not isinstance(state, Active):
        return None
    return held.find(state.mandates, person, forum, today)


def holders(
    state: State, power: Power, forum: str | None, today: date
) -> Mapping[str, Role]:
    """Return who has ``power`` in ``forum``, with the function."""
    if not isinstance(state, Active):
        return MappingProxyType({})
    acting = held.acting(state.mandates, forum, today)
    found = {person: m.role for person, m in acting if power in m.powers}
    return MappingProxyType(found)


def has_mandate(state: State, person: str, forums: frozenset[str], today: date) -> bool:
    """Tell whether ``person`` acts in one of ``forums`` (none: anywhere)."""
    if not isinstance(state, Active):
        return False
    return any(
        not forums or not mandate.forums or forums & mandate.forums
        for mandate in state.mandates.get(person, ())
        if mandate.holds(today)
    )


def devices(state: State) -> tuple[str, ...]:
    """Return the devices and skills that it can lend."""
    return state.devices if isinstance(state, Active) else ()


def successor(state: State) -> str | None:
    """Return which organisation has taken its place."""
    return state.by if isinstance(state, Replaced) else None


def _registered(event: Registered) -> Active:
    return Active(
        name=event.name,
        kind=event.kind,
        inhabitants=event.inhabitants,
        inhabitants_on=event.inhabitants_on,
        ags=event.ags,
    )


def _on_body(
    state: Active, event: BodyAdded | BodyMeetingScheduled | BodyMeetingCancelled
) -> Active:
    known = state.bodies.get(event.body)
    match event:
        case BodyAdded():
            body = Body(event)
        case BodyMeetingScheduled(on=on):
            if known is None:
                return state
            body = replace(known, meetings=known.meetings | {on})
        case BodyMeetingCancelled(on=on):
            if known is None:
                return state
            body = replace(known, meetings=known.meetings - {on})
        case _:
            assert_never(event)
    return replace(state, bodies=MappingProxyType({**state.bodies, event.body: body}))


def _on_mandate(
    state: Active, event: MandateGiven | MandateEnded | HandoverNeeded
) -> Active:
    match event:
        case MandateGiven():
            here = set(event.forums) or set(state.handovers)
            open_ = {f: r for f, r in state.handovers.items() if f not in here}
            return replace(
                state,
                mandates=held.given(state.mandates, event),
                handovers=MappingProxyType(open_),
            )
        case MandateEnded():
            return replace(
                state,
                mandates=held.ended(state.mandates, event),
                former=state.former | {event.person},
            )
        case HandoverNeeded(forum=forum, refs=refs):
            handovers = MappingProxyType({**state.handovers, forum: refs})
            return replace(state, handovers=handovers)
        case _:
            assert_never(event)
