"""Who may act for an organisation, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from core import organisation as o
from core.errors import Code
from core.facts import Duty, Power
from tests.given import COORDINATION, TODAY, Spec, member

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
HERE: Final = replace(COORDINATION, ref="lindgrund")
organisation = Spec(o.ORGANISATION, HERE)
registered = o.Registered(name="Lindgrund", kind=o.OrganisationKind.MUNICIPALITY)


def given(
    person: str, role: o.Role, *forums: str, until: date | None = None
) -> o.MandateGiven:
    powers = tuple(sorted(o.USUAL[role]))
    return o.MandateGiven(
        person=person, role=role, powers=powers, forums=forums, until=until
    )


def mayor_of(
    *forums: str, until: date | None = None, person: str = "p-1"
) -> o.MandateGiven:
    return given(person, o.Role.MAYOR, *forums, until=until)


def give(person: str, role: o.Role, *forums: str) -> o.GiveMandate:
    return o.GiveMandate(person=person, role=role, forums=frozenset(forums))


def duty(ref: str, forum: str = "wasser", holder: str = "lindgrund") -> Duty:
    return Duty(ref=ref, forum=forum, asker="birkfeld", holder=holder)


def role(
    past: list[o.Happening], forum: str | None, day: date = TODAY
) -> o.Role | None:
    state = o.ORGANISATION.replay([registered, *past])
    mandate = o.mandate_for(state, "p-1", forum, day)
    return mandate.role if mandate else None


@pytest.mark.parametrize("held", o.Role)
def test_a_mandate_comes_with_the_powers_usual_for_the_role(held: o.Role) -> None:
    command, event = give("p-1", held), given("p-1", held)
    command, event = replace(command, until=TODAY), replace(event, until=TODAY)
    organisation.given(registered).when(command).then(event)


def test_nobody_examines_for_ever() -> None:
    command = give("p-1", o.Role.AUDITOR)
    organisation.given(registered).when(command).refused(Code.AUDIT_NEEDS_END)
    mixed = replace(give("p-1", o.Role.EXPERT), powers=frozenset({Power.AUDIT}))
    organisation.given(registered).when(mixed).refused(Code.AUDIT_NEEDS_END)


def test_only_the_mayor_binds_and_only_coordination_changes_structure() -> None:
    binding = {Power.PROMISE, Power.CONSENT}
    assert [role for role in o.Role if binding & o.USUAL[role]] == [o.Role.MAYOR]
    structural = [role for role in o.Role if Power.COORDINATE in o.USUAL[role]]
    assert structural == [o.Role.COORDINATOR]


def test_other_powers_may_be_named() -> None:
    promise = frozenset({Power.PROMISE, Power.ANSWER})
    command = replace(give("p-1", o.Role.EXPERT), powers=promise)
    event = replace(given("p-1", o.Role.EXPERT), powers=(Power.ANSWER, Power.PROMISE))
    organisation.given(registered).when(command).then(event)


def test_nobody_gives_themselves_a_mandate() -> None:
    boss = replace(member("lindgrund", *o.USUAL[o.Role.MAYOR]), ref="lindgrund")
    for command in (give("p-1", o.Role.CLERK), o.EndMandate(person="p-1")):
        organisation.by(boss).given(registered).when(command).refused(
            Code.ONLY_COORDINATION
        )


def test_the_same_mandate_is_given_once() -> None:
    command = give("p-1", o.Role.MAYOR, "wasser")
    organisation.given(registered, mayor_of("wasser")).when(command).then()
    wider = [mayor_of("wasser"), given("p-1", o.Role.CLERK)]
    organisation.given(registered, *wider).when(command).then(mayor_of("wasser"))


def test_a_mandate_may_end_today_but_not_yesterday() -> None:
    command = give("p-1", o.Role.MAYOR)
    today = replace(command, until=TODAY)
    organisation.given(registered).when(today).then(mayor_of(until=TODAY))
    past = replace(command, until=YESTERDAY)
    organisation.given(registered).when(past).refused(Code.DUE_IN_THE_PAST)


def test_a_person_speaks_for_one_organisation_per_forum() -> None:
    busy = replace(HERE, mandates_elsewhere=("birkfeld",))
    command = give("p-1", o.Role.CLERK, "wasser")
    organisation.by(busy).given(registered).when(command).refused(
        Code.ONE_MANDATE_PER_FORUM, org="birkfeld"
    )


def test_a_person_has_one_mandate_per_forum() -> None:
    past: list[o.Happening] = [
        mayor_of("wasser", "wohnen"),
        given("p-1", o.Role.CLERK, "wohnen"),
    ]
    assert role(past, "wasser") is o.Role.MAYOR
    assert role(past, "wohnen") is o.Role.CLERK
    assert role([*past, given("p-1", o.Role.EXPERT)], "wasser") is o.Role.EXPERT


def test_a_mandate_for_a_forum_goes_before_one_for_all() -> None:
    past: list[o.Happening] = [
        given("p-1", o.Role.CLERK),
        given("p-1", o.Role.EXPERT, "wasser"),
    ]
    assert role(past, "wasser") is o.Role.EXPERT
    assert role(past, "wohnen") is o.Role.CLERK
    assert role(past, None) is o.Role.CLERK


def test_a_mandate_for_a_forum_is_none_for_the_whole_organisation() -> None:
    assert role([mayor_of("wasser")], None) is None
    assert role([mayor_of("wasser")], "wohnen") is None


def test_a_mandate_holds_through_its_last_day() -> None:
    past: list[o.Happening] = [mayor_of(until=TODAY)]
    assert role(past, "wasser") is o.Role.MAYOR
    assert role(past, "wasser", TOMORROW) is None


def test_holders_are_those_who_have_the_power_there() -> None:
    past = (mayor_of("wasser"), given("p-2", o.Role.CLERK), mayor_of(person="p-3"))
    state = o.ORGANISATION.replay([registered, *past])
    wasser = o.holders(state, Power.PROMISE, "wasser", TODAY)
    assert wasser == {"p-1": o.Role.MAYOR, "p-3": o.Role.MAYOR}
    assert set(o.holders(state, Power.PROMISE, None, TODAY)) == {"p-3"}
    assert o.holders(o.Absent(), Power.PROMISE, None, TODAY) == {}


def test_whoever_acts_in_one_of_the_forums_has_a_mandate_there() -> None:
    state = o.ORGANISATION.replay([registered, mayor_of("wasser", until=TODAY)])
    assert o.has_mandate(state, "p-1", frozenset({"wasser", "x"}), TODAY)
    assert o.has_mandate(state, "p-1", frozenset(), TODAY)
    assert not o.has_mandate(state, "p-1", frozenset({"x"}), TODAY)
    assert not o.has_mandate(state, "p-1", frozenset(), TOMORROW)
    assert not o.has_mandate(state, "p-2", frozenset(), TODAY)
    assert not o.has_mandate(o.Absent(), "p-1", frozenset(), TODAY)
    assert o.mandate_for(o.Absent(), "p-1", None, TODAY) is None


def test_a_mandate_ends_once() -> None:
    ended = o.MandateEnded(person="p-1", forums=())
    end = o.EndMandate(person="p-1")
    organisation.given(registered, mayor_of("wasser")).when(end).then(ended)
    organisation.given(registered, mayor_of("wasser"), ended).when(end).then()
    organisation.given(registered).when(end).refused(Code.NO_SUCH_MANDATE)


def test_one_forum_less_leaves_the_others() -> None:
    end = o.EndMandate(person="p-1", forums=frozenset({"wasser"}))
    ended = o.MandateEnded(person="p-1", forums=("wasser",))
    past = mayor_of("wasser", "wohnen")
    organisation.given(registered, past).when(end).then(ended)
    assert role([past, ended], "wasser") is None
    assert role([past, ended], "wohnen") is o.Role.MAYOR


def test_the_last_mandate_in_a_forum_leaves_a_handover_behind() -> None:
    busy = replace(HERE, duties=(duty("Z1"), duty("Z2", holder="x"), duty("Z3")))
    ended = o.MandateEnded(person="p-1", forums=())
    needed = o.HandoverNeeded(forum="wasser", refs=("Z1", "Z3"))
    here = organisation.by(busy)
    end = o.EndMandate(person="p-1")
    here.given(registered, mayor_of("wasser")).when(end).then(ended, needed)
    two = (mayor_of("wasser"), given("p-2", o.Role.CLERK))
    here.given(registered, *two).when(end).then(ended)


def test_a_new_mandate_takes_the_handover_up() -> None:
    needed = o.HandoverNeeded(forum="wasser", refs=("Z1",))
    for event, left in (
        (mayor_of("wasser"), {}),
        (mayor_of(), {}),
        (mayor_of("wohnen"), {"wasser": ("Z1",)}),
    ):
        state = o.ORGANISATION.replay([registered, needed, event])
        assert isinstance(state, o.Active)
        assert state.handovers == left
