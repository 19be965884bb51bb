"""Who acts for an organisation that was replaced (KGG § 28); one sentence per test."""

from __future__ import annotations

from dataclasses import replace

from core import desk
from core.commitment import commands as c
from core.commitment import events as e
from core.errors import Code
from core.facts import Basis, OnBehalf
from core.organisation import Succeeded
from tests.core.desk_world import MAYOR, Log, founded, order, refused
from tests.core.test_commitment import DUE


def succeeded() -> Log:
    """Return a world in which Auenburg took the place of Lindgrund."""
    heir = replace(MAYOR, person="p-heir")
    return (
        founded()
        .tell("organisation:lindgrund", Succeeded(by="auenburg", duties=("Z1",)))
        .tell("organisation:auenburg", heir)
    )


def test_the_people_of_the_successor_act_for_what_it_took_over() -> None:
    decided = desk.decide(order(c.Promise(), "p-heir"), succeeded())
    assert decided.events == (e.Promised(due=DUE),)
    assert decided.mandate == "lindgrund/mayor"


def test_those_of_the_replaced_organisation_no_longer_do() -> None:
    refused(order(c.Promise()), succeeded(), Code.NO_MANDATE, org="lindgrund")


def test_a_successor_of_the_successor_acts_too() -> None:
    again = (
        succeeded()
        .tell("organisation:auenburg", Succeeded(by="steintal", duties=("Z1",)))
        .tell("organisation:steintal", replace(MAYOR, person="p-last"))
    )
    assert desk.decide(order(c.Promise(), "p-last"), again).events
    refused(order(c.Promise(), "p-heir"), again, Code.NO_MANDATE)


def test_two_that_name_each_other_leave_nobody_and_end() -> None:
    circle = succeeded().tell(
        "organisation:auenburg", Succeeded(by="lindgrund", duties=("Z1",))
    )
    refused(order(c.Promise(), "p-heir"), circle, Code.NO_MANDATE)


def test_whoever_may_promise_for_the_successor_is_the_one_to_ask() -> None:
    entry = OnBehalf(org="lindgrund", basis=Basis.PHONE, holder="p-heir")
    calling = order(c.Promise(), "p-kern", "kreis")._replace(on_behalf=entry)
    (entered,) = desk.decide(calling, succeeded()).events
    assert isinstance(entered, e.EnteredOnBehalf)
    gone = calling._replace(on_behalf=replace(entry, holder="p-lange"))
    refused(gone, succeeded(), Code.NOT_THE_HOLDER, persons=("p-heir",))
