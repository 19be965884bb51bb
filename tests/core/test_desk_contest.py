"""Entries for others at the desk: holders, and days to contest."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from core import desk
from core.calendar import working_days_after
from core.commitment import commands as c
from core.commitment import events as e
from core.commitment import settling as w
from core.errors import Code
from core.facts import Basis, OnBehalf, Power
from core.forum import RulebookChanged
from core.organisation import MandateGiven, Role
from core.rulebook import Rulebook
from tests.core.desk_world import founded, order, refused
from tests.core.test_commitment import DUE

EASTER: Final = frozenset({date(2027, 3, 26), date(2027, 3, 29)})
entry: Final = order(c.Promise(), "p-kern", "kreis")._replace(
    on_behalf=OnBehalf(org="lindgrund", basis=Basis.PHONE, holder="p-lange"),
    holidays=EASTER,
)


@pytest.mark.parametrize(
    ("day", "count", "holidays", "expected"),
    [
        (date(2027, 3, 15), 0, frozenset[date](), date(2027, 3, 15)),
        (date(2027, 3, 18), 1, frozenset[date](), date(2027, 3, 19)),
        (date(2027, 3, 19), 1, frozenset[date](), date(2027, 3, 22)),
        (date(2027, 3, 20), 1, frozenset[date](), date(2027, 3, 22)),
        (date(2027, 3, 15), 10, frozenset[date](), date(2027, 3, 29)),
        (date(2027, 3, 15), 10, EASTER, date(2027, 3, 31)),
        (date(2027, 3, 25), 1, EASTER, date(2027, 3, 30)),
    ],
)
def test_weekends_and_holidays_are_no_working_days(
    day: date, count: int, holidays: frozenset[date], expected: date
) -> None:
    assert working_days_after(day, count, holidays) == expected


def test_an_entry_may_be_contested_for_ten_working_days() -> None:
    decided = desk.decide(entry, founded())
    assert decided.mandate == "kreis/mayor"
    assert decided.events == (
        e.EnteredOnBehalf(
            org="lindgrund",
            basis=Basis.PHONE,
            holder="p-lange",
            contest_until=date(2027, 3, 31),
            event=e.Promised(due=DUE),
        ),
    )


def test_a_forum_may_give_other_days_to_contest() -> None:
    rules = Rulebook(version=1, contest_days=3)
    changed = RulebookChanged(rulebook=rules, decision="B1")
    event = desk.decide(entry, founded().tell("forum:wasser", changed)).events[0]
    assert isinstance(event, e.EnteredOnBehalf)
    assert event.contest_until == date(2027, 3, 18)


def test_the_one_named_may_promise_for_that_organisation() -> None:
    for holder in ("p-lindner", "p-vogt", "p-nobody"):
        told = OnBehalf(org="lindgrund", basis=Basis.PHONE, holder=holder)
        refused(
            entry._replace(on_behalf=told),
            founded(),
            Code.NOT_THE_HOLDER,
            persons=("p-lange",),
        )


def test_who_may_not_promise_in_this_forum_is_not_named_as_a_holder() -> None:
    here = MandateGiven(
        person="p-lange", role=Role.CLERK, powers=(Power.ANSWER,), forums=("wasser",)
    )
    log = founded().tell("organisation:lindgrund", here)
    refused(entry, log, Code.NOT_THE_HOLDER, persons=())
    drafted = desk.decide(order(c.Promise()), log)
    assert isinstance(drafted.events[0], e.Drafted)


def test_coordination_does_not_confirm_what_it_entered_itself() -> None:
    log = founded().tell("commitment:Z1", *desk.decide(entry, founded()).events)
    own = entry._replace(command=w.ConfirmOnBehalf())
    refused(own, log, Code.OTHER_SIDE_MOVES, org="lindgrund")
    mayor = order(w.ConfirmOnBehalf())
    confirmed = (e.OnBehalfConfirmed(), e.Promised(due=DUE))
    assert desk.decide(mayor, log).events == confirmed
