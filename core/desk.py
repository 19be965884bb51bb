"""Desk: how one order is decided, given the states the writer holds.

The writer calls ``decide`` under its lock. Authority and rules of other streams
are therefore checked on fresh state, and there are no lost races inside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from core import audience, calendar, circumstances, organisation
from core.catalogue import DECIDERS, LETTERS, NOUNS
from core.errors import Code, Refusal
from core.event import Event
from core.facts import ONESELF, OPERATOR, Facts, Power
from core.person import OF_ONESELF
from core.ports import Order, StreamMoved
from core.world import Loaded, World

CONTEST_DAYS: Final = 10  # working days; source: domain.md rule D5


@dataclass(frozen=True, slots=True)
class Decided:
    """What follows from an order; ``mandate`` is organisation/function."""

    stream: str
    events: tuple[Event, ...]
    mandate: str


def decide(order: Order, world: World) -> Decided:
    """Return the events that ``order`` causes.

    Raises:
        Refusal: a rule says no; nothing happened.
        StreamMoved: the caller insisted on a version that is not the newest.
    """
    noun = NOUNS[type(order.command)]
    stream = order.stream or f"{noun}:{world.next_reference(LETTERS[noun])}"
    ref = stream.partition(":")[2]
    if stream.partition(":")[0] != noun:
        raise Refusal(Code.UNKNOWN_REFERENCE, ref=ref)
    loaded = world.load(stream)
    if order.after is not None and order.after != loaded.version:
        raise StreamMoved(stream)
    facts, function = _facts(order, noun, ref, loaded, world)
    circumstances.check(order.command, loaded.state, facts, world)
    try:
        events = DECIDERS[noun].decide(order.command, loaded.state, facts)
    except Refusal as refusal:
        raise Refusal(refusal.code, **{"ref": ref, **refusal.facts}) from None
    return Decided(stream, tuple(events), f"{order.org}/{function}")


def _facts(
    order: Order, noun: str, ref: str, loaded: Loaded, world: World
) -> tuple[Facts, str]:
    forum = circumstances.forum_of(order.command, noun, ref, loaded.state)
    places = circumstances.line_of(forum, world)
    function, powers = _authority(order, ref, places, world)
    acting = order.on_behalf.org if order.on_behalf else order.org
    here = circumstances.forum_facts(places, world)
    asks = audience.past_asks(order.command, world)
    facts = Facts(
        actor=order.actor,
        org=order.org,
        powers=powers,
        today=order.today,
        now=order.now,
        last=loaded.last,
        on_behalf=order.on_behalf,
        contest_until=calendar.working_days_after(
            order.today, CONTEST_DAYS, order.holidays
        ),
        forum=here,
        members=circumstances.members(order.today, world),
        holders=_holders(acting, places, order.today, world),
        duties=circumstances.duties(order.command, ref, world),
        ref=ref,
        forums_of_field=circumstances.forums_of_field(order.command, world),
        mandates_elsewhere=circumstances.mandates_elsewhere(
            order.command, ref, order.today, world
        ),
        audience=audience.meant(order.command, here, asks, order.today, world),
        asks=asks,
    )
    return facts, function


def _authority(
    order: Order, ref: str, places: tuple[str, ...], world: World
) -> tuple[str, frozenset[Power]]:
    """Return the function and powers of the actor for the organisation named.

    For one that was replaced act the mandate holders of its successor, on whom its
    duties went over (KGG § 28). How one wants to be spoken to is nobody's mandate: it
    binds no organisation.
    """
    if order.actor == OPERATOR:
        return OPERATOR, frozenset()
    if isinstance(order.command, OF_ONESELF) and order.actor == ref:
        return ONESELF, frozenset()
    acting = circumstances.heir(order.org, world)
    state = cast("organisation.State", world.load(f"organisation:{acting}").state)
    mandate = _mandate(state, order.actor, places, order.today)
    if mandate is None:
        raise Refusal(Code.NO_MANDATE, org=order.org)
    return mandate.role.value, mandate.powers


def _mandate(
    state: organisation.State, person: str, places: tuple[str, ...], today: date
) -> organisation.Mandate | None:
    """Return by which mandate ``person`` acts in the newest of ``places``."""
    for place in (*places, None):
        mandate = organisation.mandate_for(state, person, place, today)
        if mandate is not None:
            return mandate
    return None


def _holders(
    org: str, places: tuple[str, ...], today: date, world: World
) -> dict[str, str]:
    org = circumstances.heir(org, world)
    state = cast("organisation.State", world.load(f"organisation:{org}").state)
    acting = {
        person: _mandate(state, person, places, today)
        for place in (*places, None)
        for person in organisation.holders(state, Power.PROMISE, place, today)
    }
    return {
        person: mandate.role.value
        for person, mandate in acting.items()
        if mandate is not None and Power.PROMISE in mandate.powers
    }
