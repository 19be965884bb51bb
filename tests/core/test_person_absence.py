"""Who is away, and who acts meanwhile (rule O3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from core import desk, organisation
from core.calendar import Hours
from core.commitment import commands, events
from core.errors import Code
from core.organisation import Role
from core.person import (
    PERSON,
    AbsenceDeclared,
    AbsenceEnded,
    Admitted,
    Away,
    DeclareAbsence,
    EndAbsence,
    PreferencesSet,
    SetPreferences,
)
from core.ports import Order
from core.sealed import Sealed
from tests.core.desk_world import CLERK, Log, founded, order, refused
from tests.core.test_person import english
from tests.given import COORDINATION, TODAY, Spec, member

person = Spec(PERSON)
herself: Final = replace(member("lindgrund"), actor="p-1", ref="p-1")
LAST: Final = TODAY + timedelta(days=4)
FRIDAY: Final = DeclareAbsence(until=LAST, deputy="p-2")
declared: Final = AbsenceDeclared(
    org="lindgrund", period=Sealed("2027-03-15/2027-03-19"), deputy=Sealed("p-2")
)


def test_somebody_is_away_from_today_on() -> None:
    person.by(herself).given(Admitted()).when(FRIDAY).then(declared)


def test_saying_it_twice_says_nothing_new() -> None:
    person.by(herself).given(Admitted(), declared).when(FRIDAY).then()


def test_the_newest_absence_counts() -> None:
    later = DeclareAbsence(until=LAST + timedelta(days=7), start=LAST)
    newer = AbsenceDeclared(org="lindgrund", period=Sealed("2027-03-19/2027-03-26"))
    person.by(herself).given(Admitted(), declared).when(later).then(newer)


def test_whoever_is_back_earlier_says_so_once() -> None:
    back = AbsenceEnded(org="lindgrund")
    person.by(herself).given(Admitted(), declared).when(EndAbsence()).then(back)
    person.by(herself).given(Admitted(), declared, back).when(EndAbsence()).then()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (DeclareAbsence(until=TODAY - timedelta(days=1)), Code.DUE_IN_THE_PAST),
        (DeclareAbsence(until=LAST, start=LAST + timedelta(1)), Code.DUE_IN_THE_PAST),
        (DeclareAbsence(until=TODAY + timedelta(days=367)), Code.TOO_FAR_AHEAD),
        (DeclareAbsence(until=LAST, deputy="p-1"), Code.OWN_DEPUTY),
    ],
)
def test_it_has_to_make_sense(command: DeclareAbsence, code: Code) -> None:
    person.by(herself).given(Admitted()).when(command).refused(code)


def test_coordination_may_enter_it_and_nobody_else() -> None:
    other = replace(herself, actor="p-3")
    entered = replace(declared, org="landkreis")
    by = replace(COORDINATION, ref="p-1")
    person.by(by).given(Admitted()).when(FRIDAY).then(entered)
    person.by(other).given(Admitted()).when(FRIDAY).refused(Code.ONLY_COORDINATION)
    person.by(herself).when(FRIDAY).refused(Code.UNKNOWN_PERSON)


def test_an_erased_absence_is_none() -> None:
    gone = Away(Sealed(None), Sealed(None))
    assert not gone.on(TODAY)
    assert gone.stand_in is None


def test_both_borders_belong_to_it() -> None:
    away = Away(declared.period, declared.deputy)
    before, behind = TODAY - timedelta(days=1), LAST + timedelta(days=1)
    assert [away.on(day) for day in (before, TODAY, LAST, behind)] == [
        False,
        True,
        True,
        False,
    ]


def test_everybody_chooses_their_own_hours() -> None:
    early = Hours(start=6, end=12)
    chosen = PreferencesSet(
        language=english.language, register=english.register, hours=early, weekly=1
    )
    command = SetPreferences(hours=early, weekly=1)
    person.by(herself).given(Admitted(), english).when(command).then(chosen)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SetPreferences(hours=Hours(start=9, end=9)), Code.HOURS_INVALID),
        (SetPreferences(hours=Hours(start=9, end=25)), Code.HOURS_INVALID),
        (SetPreferences(weekly=6), Code.NUMBER_OUT_OF_RANGE),
    ],
)
def test_hours_and_numbers_have_borders(command: SetPreferences, code: Code) -> None:
    person.by(herself).given(Admitted()).when(command).refused(code)


def with_deputy(*, other: str = "p-lindner") -> Log:
    """The mayor of Lindgrund is away for the week; ``other`` stands in."""
    away = AbsenceDeclared(
        org="lindgrund", period=declared.period, deputy=Sealed(other)
    )
    return founded().tell("person:p-lange", away)


PROMISE: Final = order(commands.Promise(), who="p-lindner")


def on(day: date, asked: Order = PROMISE) -> Order:
    return asked._replace(today=day)


def test_a_deputy_promises_while_the_mayor_is_away() -> None:
    decided = desk.decide(on(LAST), with_deputy())
    assert [type(event) for event in decided.events] == [events.Promised]
    assert decided.mandate == "lindgrund/deputy"


@pytest.mark.parametrize("days", [-1, 5])
def test_before_and_after_it_is_only_a_draft(days: int) -> None:
    decided = desk.decide(on(TODAY + timedelta(days=days)), with_deputy())
    assert [type(event) for event in decided.events] == [events.Drafted]
    assert decided.mandate == "lindgrund/clerk"


def test_whoever_is_back_acts_alone_again() -> None:
    back = with_deputy().tell("person:p-lange", AbsenceEnded(org="lindgrund"))
    (event,) = desk.decide(on(TODAY), back).events
    assert isinstance(event, events.Drafted)


def test_nobody_from_elsewhere_gets_the_powers() -> None:
    asked = PROMISE._replace(actor="p-vogt")
    refused(on(TODAY, asked), with_deputy(other="p-vogt"), Code.NO_MANDATE)


def test_what_an_auditor_may_read_is_not_lent() -> None:
    examiner = replace(CLERK, person="p-pruefer", role=Role.AUDITOR, powers=())
    log = with_deputy().tell(
        "organisation:lindgrund",
        replace(examiner, powers=tuple(organisation.USUAL[Role.AUDITOR])),
    )
    away = AbsenceDeclared(
        org="lindgrund", period=declared.period, deputy=Sealed("p-lindner")
    )
    log = log.tell("person:p-pruefer", Admitted(), away)
    assert desk.decide(on(TODAY), log).mandate == "lindgrund/deputy"


def declaring(deputy: str, org: str = "lindgrund") -> Order:
    command = DeclareAbsence(until=LAST, deputy=deputy)
    asked = order(command, who="p-lange", org=org)
    return asked._replace(stream="person:p-lange")


def test_a_deputy_acts_for_the_same_organisation() -> None:
    (event,) = desk.decide(declaring("p-lindner"), founded()).events
    assert isinstance(event, AbsenceDeclared)
    refused(declaring("p-vogt"), founded(), Code.UNKNOWN_PERSON, person="p-vogt")


def test_one_is_away_from_ones_own_organisation() -> None:
    refused(
        declaring("p-vogt", "birkfeld"),
        founded(),
        Code.UNKNOWN_PERSON,
        person="p-lange",
    )
