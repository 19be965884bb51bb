"""Deciding: what other streams say of those whom a decision concerns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, cast

from core import commitment, decision, forum, information, organisation, region
from core.decision import commands as c
from core.decision.councils import SOME_BODY
from core.facts import ForumFacts, PastDecision
from core.law import PROFILES
from core.organisation import OrganisationKind
from core.world import World

_MUNICIPAL: Final = frozenset(
    {
        OrganisationKind.TOWN,
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.COUNTY,
        OrganisationKind.SPECIAL_PURPOSE_ASSOCIATION,
    }
)
"""Whose bodies resolve before it is bound; source: DE-HE, council_resolves."""

_WEIGHING: Final = (
    c.Open
    | c.StartRatification
    | c.Join
    | c.ConfirmPrepared
    | c.ConfirmOnBehalf
    | c.LetOnBehalfStand
)


def concerned(
    command: object, state: object, place: ForumFacts | None, org: str, world: World
) -> Mapping[str, organisation.Active]:
    """Return those whom a decision concerns, where it matters how large they are."""
    if not isinstance(command, _WEIGHING):
        return MappingProxyType({})
    orgs = {org, *(place.seats if place else ())}
    own = cast("decision.states.State", state)
    if not isinstance(own, decision.states.Absent):
        orgs |= {member.org for member in own.file.roster}
    states = {one: world.load(f"organisation:{one}").state for one in sorted(orgs)}
    return MappingProxyType(
        {o: s for o, s in states.items() if isinstance(s, organisation.Active)}
    )


def inhabitants(orgs: Mapping[str, organisation.Active]) -> Mapping[str, int]:
    """Return how many people live there, as far as it is known."""
    known = {org: state.inhabitants for org, state in orgs.items()}
    return MappingProxyType({org: n for org, n in known.items() if n is not None})


def bodies(orgs: Mapping[str, organisation.Active], world: World) -> Mapping[str, str]:
    """Return which body resolves for each municipality; some body if none is known."""
    if not orgs:
        return MappingProxyType({})
    kinds = _representative(world)
    return MappingProxyType(
        {
            org: _main(state, kinds)
            for org, state in orgs.items()
            if state.kind in _MUNICIPAL or state.bodies
        }
    )


def _representative(world: World) -> tuple[str, ...]:
    state = cast("region.State", world.load(f"region:{world.region}").state)
    named = state.law_profile if isinstance(state, region.Active) else ""
    return PROFILES[named].representative if named in PROFILES else ()


def _main(state: organisation.Active, kinds: tuple[str, ...]) -> str:
    """Return the representative body, else the one that was named first."""
    for key, body in state.bodies.items():
        if body.added.kind in kinds:
            return key
    return next(iter(state.bodies), SOME_BODY)


def named(command: object, world: World) -> PastDecision | None:
    """Return the other decision that ``command`` names, if there is one."""
    match command:
        case c.Propose(instead_of=str(ref)) | c.Supersede(by=ref) | c.Repeal(by=ref):
            return _past(ref, world)
        case (
            forum.ChangeRulebook(decision=ref)
            | commitment.commands.Request(cites=str(ref))
            | commitment.commands.Offer(cites=str(ref))
            | commitment.commands.LoseGround(decision=ref)
        ):
            return _past(ref, world)
        case _:
            return None


def affected(command: object, world: World) -> tuple[str, ...]:
    """Return what the change of framework touches that ``command`` names."""
    match command:
        case c.CallReview(because=str(ref)):
            state = world.load(f"information:{ref}").state
            return information.affected(cast("information.State", state))
        case _:
            return ()


def _past(ref: str, world: World) -> PastDecision | None:
    state = _state(ref, world)
    return decision.past_decision(ref, state, _successors(state, world))


def _successors(state: decision.states.State, world: World) -> tuple[str, ...]:
    line: list[str] = []
    while isinstance(state, decision.states.Superseded) and state.by not in line:
        line.append(state.by)
        state = _state(state.by, world)
    return tuple(line)


def _state(ref: str, world: World) -> decision.states.State:
    return cast("decision.states.State", world.load(f"decision:{ref}").state)
