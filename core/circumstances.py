"""Circumstances: what stands around a command in other streams.

Aggregates do not know each other; here their states are turned into the plain
``Facts`` that ``decide`` gets, and what a command names is checked to exist.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import cast

from core import (
    ask,
    commitment,
    decision,
    forum,
    information,
    log,
    organisation,
    person,
    region,
)
from core.errors import Code, Refusal
from core.facts import Facts, ForumFacts
from core.world import World


def forum_of(command: object, noun: str, ref: str, state: object) -> str | None:
    """Return the forum to which a command belongs, if any."""
    match noun:
        case "forum":
            return ref
        case "commitment":
            if isinstance(
                command, commitment.commands.Request | commitment.commands.Offer
            ):
                return command.forum
            terms = commitment.terms_of(cast("commitment.states.State", state))
            return terms.forum or None
        case "ask":
            if isinstance(command, ask.commands.Open):
                return command.forum
            return ask.forum_of(cast("ask.states.State", state))
        case "decision":
            if isinstance(command, decision.commands.Propose):
                return command.forum
            return decision.forum_of(cast("decision.states.State", state))
        case "information":
            return information.forum_of(
                cast("information.Command", command), cast("information.State", state)
            )
        case _:
            return None


def line_of(forum_id: str | None, world: World) -> tuple[str, ...]:
    """Return the forum and whatever took its place, newest first."""
    line: list[str] = []
    while forum_id is not None and forum_id not in line:
        line.insert(0, forum_id)
        state = cast("forum.State", world.load(f"forum:{forum_id}").state)
        forum_id = forum.successor(state)
    return tuple(line)


def heir(org: str, world: World) -> str:
    """Return which organisation acts for ``org`` today: its last successor, if any."""
    line: list[str] = []
    found: str | None = org
    while found is not None and found not in line:
        line.append(found)
        state = cast("organisation.State", world.load(f"organisation:{found}").state)
        found = organisation.successor(state)
    return line[-1]


def forum_facts(line: tuple[str, ...], world: World) -> ForumFacts | None:
    """Return the facts of the forum that counts today."""
    if not line:
        return None
    return forum.facts_of(cast("forum.State", world.load(f"forum:{line[0]}").state))


def members(today: date, world: World) -> MappingProxyType[str, str]:
    """Return the path state of every organisation in the region."""
    state = cast("region.State", world.load(f"region:{world.region}").state)
    return MappingProxyType(
        {org: path.value for org, path in region.paths(state, today).items()}
    )


def forums_of_field(command: object, world: World) -> tuple[str, ...]:
    """Return the open forums of the field that ``command`` would retire."""
    if not isinstance(command, region.RetireField):
        return ()
    return tuple(
        stream.partition(":")[2]
        for stream in world.streams("forum")
        if command.field
        in forum.open_fields(cast("forum.State", world.load(stream).state))
    )


def mandates_elsewhere(
    command: object, ref: str, today: date, world: World
) -> tuple[str, ...]:
    """Return where the person already has a mandate for the same forum (rule O4)."""
    if not isinstance(command, organisation.GiveMandate):
        return ()
    return tuple(
        org
        for org in (s.partition(":")[2] for s in world.streams("organisation"))
        if org != ref
        and organisation.has_mandate(
            cast("organisation.State", world.load(f"organisation:{org}").state),
            command.person,
            command.forums,
            today,
        )
    )


def check(command: object, state: object, facts: Facts, world: World) -> None:
    """Require that whatever ``command`` names exists.

    Raises:
        Refusal: ``UNKNOWN_ORGANISATION``, ``UNKNOWN_PERSON``, ``UNKNOWN_FORUM`` or
            ``UNKNOWN_FIELD``; ``NAME_TAKEN`` by another forum.
    """
    match command:
        case (
            region.InviteOrganisation(org=org)
            | region.SignalInterest(org=org)
            | region.Observe(org=org)
            | region.Support(org=org)
            | region.NameLeadOrganisation(org=org)
        ):
            _organisation(org, world)
        case (
            commitment.commands.Request(asker=asker, holder=holder)
            | commitment.commands.Offer(asker=asker, holder=holder)
        ):
            _organisation(asker, world)
            _organisation(holder, world)
        case organisation.Succeed(by=org) | log.NameWitness(org=org):
            _organisation(org, world)
        case organisation.GiveMandate(person=who, forums=forums):
            _person(who, world)
            for place in forums:
                _forum(place, world)
        case forum.Propose() | forum.Rename():
            _named_anew(command, facts.ref, world)
        case forum.SetSeats(seats=seats):
            for org in seats:
                _organisation(org, world)
        case forum.Merge(into=into):
            _forum(into, world)
        case forum.Close(successor=str(successor)):
            _forum(successor, world)
        case (
            ask.commands.Open()
            | ask.commands.Delegate()
            | decision.commands.Propose()
            | person.DeclareAbsence()
        ):
            _named_elsewhere(command, state, facts, world)
        case commitment.commands.HandOverTo(person=who, org=org):
            terms = commitment.terms_of(cast("commitment.states.State", state))
            if org is not None and org != terms.holder:
                _organisation(org, world)
            elif who is not None:
                _colleague(who, terms.holder, terms.forum, facts, world)
        case _:
            pass  # names nothing outside its own stream


def _named_elsewhere(
    command: ask.commands.Open
    | ask.commands.Delegate
    | decision.commands.Propose
    | person.DeclareAbsence,
    state: object,
    facts: Facts,
    world: World,
) -> None:
    match command:
        case ask.commands.Open(named=named):
            for org in named:
                _organisation(org, world)
        case ask.commands.Delegate(person=who):
            acting = facts.on_behalf.org if facts.on_behalf else facts.org
            place = ask.forum_of(cast("ask.states.State", state)) or ""
            _colleague(who, acting, place, facts, world)
        case decision.commands.Propose(costs=costs, benefits=benefits):
            parts = {*(one.org for one in costs), *(one.org for one in benefits)}
            for org in sorted(parts):
                _organisation(org, world)
        case person.DeclareAbsence(deputy=deputy):
            for who in filter(None, (facts.ref, deputy)):
                _colleague(who, facts.org, "", facts, world)


def _organisation(org: str, world: World) -> None:
    if isinstance(world.load(f"organisation:{org}").state, organisation.Absent):
        raise Refusal(Code.UNKNOWN_ORGANISATION, org=org)


def _person(who: str, world: World) -> None:
    if not isinstance(world.load(f"person:{who}").state, person.Known):
        raise Refusal(Code.UNKNOWN_PERSON, person=who)


def _forum(place: str, world: World) -> None:
    if isinstance(world.load(f"forum:{place}").state, forum.Absent):
        raise Refusal(Code.UNKNOWN_FORUM, forum=place)


def _named_anew(command: forum.Propose | forum.Rename, ref: str, world: World) -> None:
    """Require that no other living forum is called so: people name it in a line."""
    if isinstance(command, forum.Propose):
        _organisation(command.lead, world)
        _fields(command.fields, world)
    wanted = " ".join(command.name.split()).casefold()
    for stream in world.streams("forum"):
        known = forum.called(cast("forum.State", world.load(stream).state))
        same = known is not None and known.casefold() == wanted
        if same and stream != f"forum:{ref}":
            raise Refusal(Code.NAME_TAKEN, name=command.name)


def _fields(named: tuple[str, ...], world: World) -> None:
    known = region.fields(
        cast("region.State", world.load(f"region:{world.region}").state)
    )
    for field in named:
        if field not in known:
            raise Refusal(Code.UNKNOWN_FIELD, field=field)


def _colleague(who: str, org: str, place: str, facts: Facts, world: World) -> None:
    """Require that ``who`` acts for ``org``, so that it can be handed over."""
    state = cast("organisation.State", world.load(f"organisation:{org}").state)
    places = frozenset({place} if place else ())
    if not organisation.has_mandate(state, who, places, facts.today):
        raise Refusal(Code.UNKNOWN_PERSON, person=who)
