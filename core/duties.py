"""Duties: what is open in a forum or with an organisation (*offene Pflichten*)."""

from __future__ import annotations

from typing import cast

from core import circumstances, commitment, decision, forum, organisation, region
from core.facts import Duty
from core.world import World


def duties(command: object, ref: str, world: World) -> tuple[Duty, ...]:
    """Return the open commitments of the container that ``command`` would close."""
    match command:
        case forum.Close() | forum.Merge():
            found = [*_all_duties(world), *_decisions(world)]  # taken over ones too
            return tuple(
                d for d in found if circumstances.line_of(d.forum, world)[0] == ref
            )
        case region.Leave(org=org):
            return tuple(d for d in _all_duties(world) if org in {d.asker, d.holder})
        case organisation.EndMandate() | organisation.Succeed():
            return tuple(d for d in _all_duties(world) if ref in {d.asker, d.holder})
        case _:
            return ()


def _all_duties(world: World) -> list[Duty]:
    found = (
        commitment.duty(
            stream.partition(":")[2],
            cast("commitment.states.State", world.load(stream).state),
        )
        for stream in world.streams("commitment")
    )
    return [duty for duty in found if duty is not None]


def _decisions(world: World) -> list[Duty]:
    found = (
        decision.duty(
            stream.partition(":")[2],
            cast("decision.states.State", world.load(stream).state),
        )
        for stream in world.streams("decision")
    )
    return [duty for duty in found if duty is not None]
