"""Desk: how one order is decided, given the states the writer holds.

The writer calls ``decide`` under its lock. Authority and rules of other streams
are therefore checked on fresh state, and there are no lost races inside.
"""

from __future__ import annotations

from typing import NamedTuple

from core import (
    acting,
    audience,
    calendar,
    circumstances,
    deciding,
    duties,
    erasing,
    owed,
)
from core.catalogue import DECIDERS, LETTERS, NOUNS
from core.errors import Code, Refusal
from core.event import Event
from core.facts import Facts, Power
from core.ports import Order, StreamMoved
from core.rulebook import FOUNDING
from core.world import Loaded, World


class Decided(NamedTuple):
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
    forum = forum or owed.forum_of(order.command, world)
    places = circumstances.line_of(forum, world)
    function, powers = acting.authority(order, ref, places, world)
    org = order.on_behalf.org if order.on_behalf else order.org
    here = circumstances.forum_facts(places, world)
    rules = here.rulebook if here else FOUNDING
    asks = audience.past_asks(order.command, world)
    erased = erasing.entry(order.command, ref, world)
    concerned = deciding.concerned(order.command, loaded.state, here, org, world)
    facts = Facts(
        actor=order.actor,
        org=order.org,
        powers=powers,
        today=order.today,
        now=order.now,
        last=loaded.last,
        on_behalf=order.on_behalf,
        contest_until=calendar.working_days_after(
            order.today, rules.contest_days, order.holidays
        ),
        forum=here,
        members=circumstances.members(order.today, world),
        holders=acting.holders(org, places, order.today, world, _binding_power(noun)),
        duties=duties.duties(order.command, ref, world),
        ref=ref,
        forums_of_field=circumstances.forums_of_field(order.command, world),
        mandates_elsewhere=circumstances.mandates_elsewhere(
            order.command, ref, order.today, world
        ),
        audience=audience.meant(order.command, here, asks, order.today, world),
        asks=asks,
        matters=owed.matters(order.command, world),
        listener=owed.listener(order.command, order.today, world),
        holidays=order.holidays,
        inhabitants=deciding.inhabitants(concerned),
        bodies=deciding.bodies(concerned, world),
        decision=deciding.named(order.command, world),
        affected=deciding.affected(order.command, world),
        entry=erased,
        keeping=erasing.kept(order.command, erased, order.today, world),
        there=erasing.there(order.command, ref, world),
        mandates=erasing.mandates(order.command, ref, order.today, world),
    )
    return facts, function


def _binding_power(noun: str) -> Power:
    """Return the power with which an organisation is bound: to consent, or promise."""
    return Power.CONSENT if noun == "decision" else Power.PROMISE
