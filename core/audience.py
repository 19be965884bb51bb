"""Audience: whom an ask means, out of what other streams say (*Adressaten*)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import assert_never, cast

from core import ask, organisation, region
from core.ask.kinds import Meant
from core.errors import Code, Refusal
from core.facts import ForumFacts, PastAsk, Seat
from core.world import World

_MEMBER = region.Path.MEMBER


def past_asks(command: object, world: World) -> tuple[PastAsk, ...]:
    """Return what was asked before, for the opening of another ask."""
    if not isinstance(command, ask.commands.Open):
        return ()
    found = (
        ask.past_ask(
            stream.partition(":")[2],
            cast("ask.states.State", world.load(stream).state),
        )
        for stream in world.streams("ask")
    )
    return tuple(past for past in found if past is not None)


def meant(
    command: object,
    place: ForumFacts | None,
    asks: tuple[PastAsk, ...],
    today: date,
    world: World,
) -> tuple[str, ...]:
    """Return the organisations to be asked, by id.

    Raises:
        Refusal: ``NOT_A_MEMBER`` for one that was named.
    """
    if not isinstance(command, ask.commands.Open):
        return ()
    state = cast("region.State", world.load(f"region:{world.region}").state)
    paths = region.paths(state, today)
    members = [org for org, path in paths.items() if path is _MEMBER]
    match command.meant:
        case Meant.EVERYBODY:
            found: Iterable[str] = members
        case Meant.WILLING:
            found = _willing(asks, command.forum).intersection(members)
        case Meant.SURROUNDINGS:
            found = set(region.surroundings(state)).intersection(members)
        case Meant.FORUM:
            found = _seated(place)
        case Meant.NAMED:
            found = command.named
            for org in command.named:
                if org not in paths or paths[org] in _OUTSIDE:
                    raise Refusal(Code.NOT_A_MEMBER, org=org)
        case Meant.ABLE:
            found = _able(command.needs, [*paths], world)
        case _:
            assert_never(command.meant)
    return tuple(sorted(set(found)))


_OUTSIDE = frozenset({region.Path.LEFT, region.Path.DECLINED})


def _seated(place: ForumFacts | None) -> list[str]:
    if place is None:
        return []
    heard = {org for org, seat in place.seats.items() if seat is not Seat.OBSERVE}
    return [*heard, place.lead]


def _willing(asks: tuple[PastAsk, ...], forum: str) -> frozenset[str]:
    """Return who said yes in the newest readiness ask, of this forum if there is."""
    known = [past for past in asks if past.ready is not None]
    known.sort(key=lambda past: (past.forum == forum, past.on, len(past.ref), past.ref))
    return (known[-1].ready if known else None) or frozenset()


def _able(needs: tuple[str, ...], orgs: Iterable[str], world: World) -> list[str]:
    """Return who has one of ``needs`` in its list of devices and skills."""
    wanted = {need.casefold() for need in needs}
    return [
        org
        for org in orgs
        if wanted.intersection(
            device.casefold()
            for device in organisation.devices(
                cast("organisation.State", world.load(f"organisation:{org}").state)
            )
        )
    ]
