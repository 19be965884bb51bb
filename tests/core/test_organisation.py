"""Rules of organisations, one sentence per test; mandates have their own page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, get_args

import pytest

from core import organisation as o
from core.errors import Code
from core.facts import Duty, Facts, Power
from core.sealed import Sealed
from tests.core.walk import dead_ends, explore, survive
from tests.given import COORDINATION, OPERATOR, TODAY, Spec, member

TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
COUNTED: Final = date(2025, 12, 31)
register = o.Register(
    name="Lindgrund",
    kind=o.OrganisationKind.MUNICIPALITY,
    inhabitants=4_210,
    inhabitants_on=COUNTED,
    ags="06636003",
)
registered = o.Registered(
    name="Lindgrund",
    kind=o.OrganisationKind.MUNICIPALITY,
    inhabitants=4_210,
    inhabitants_on=COUNTED,
    ags="06636003",
)
add_body = o.AddBody(
    body="gv",
    kind="Gemeindevertretung",
    name="Gemeindevertretung Lindgrund",
    statutory_number=23,
    rhythm_days=42,
    paper_deadline_days=14,
)
body = o.BodyAdded(
    body="gv",
    kind="Gemeindevertretung",
    name="Gemeindevertretung Lindgrund",
    statutory_number=23,
    rhythm_days=42,
    paper_deadline_days=14,
)
meeting = o.BodyMeetingScheduled(body="gv", on=TOMORROW)
cancelled = o.BodyMeetingCancelled(body="gv", on=TOMORROW)
desk = o.ContactDeskSet(mailbox=Sealed("bauamt@lindgrund.example"))
devices = o.DevicesNamed(devices=("Spülwagen", "Lecksuchgerät"))
SAMPLES: Final[tuple[o.Happening, ...]] = (
    registered,
    o.Renamed(name="Lindgrund (Aue)"),
    o.InhabitantsUpdated(inhabitants=4_190, on=TODAY),
    body,
    meeting,
    cancelled,
    desk,
    devices,
    o.Succeeded(by="auenburg", duties=("Z1",)),
    o.MandateGiven(
        person="p-1",
        role=o.Role.MAYOR,
        powers=(Power.ANSWER, Power.PROMISE),
        forums=("wasser",),
        until=TOMORROW,
    ),
    o.MandateEnded(person="p-1", forums=("wasser",)),
    o.HandoverNeeded(forum="wasser", refs=("Z1",)),
)
organisation = Spec(o.ORGANISATION)
clerk = replace(member("lindgrund", Power.ANSWER), ref="lindgrund")
reader = replace(member("lindgrund"), ref="lindgrund")
stranger = replace(member("birkfeld", Power.ANSWER), ref="lindgrund")


@pytest.mark.parametrize("who", [COORDINATION, OPERATOR])
def test_coordination_and_the_operator_register(who: Facts) -> None:
    organisation.by(who).when(register).then(registered)


def test_an_organisation_is_registered_once() -> None:
    organisation.given(registered).when(register).then()
    other = replace(register, name="Birkfeld")
    organisation.given(registered).when(other).refused(Code.EXISTS_ALREADY, id="x1")


def test_a_company_has_no_inhabitants_and_no_official_key() -> None:
    company = o.Register(name="Auen GmbH", kind=o.OrganisationKind.COMPANY)
    organisation.when(company).then(
        o.Registered(name="Auen GmbH", kind=o.OrganisationKind.COMPANY)
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(register, name="a\nb"), Code.LABEL_INVALID),
        (replace(register, inhabitants=-1), Code.NUMBER_OUT_OF_RANGE),
        (replace(register, inhabitants_on=TOMORROW), Code.DATE_IN_THE_FUTURE),
        (replace(register, ags="06 636"), Code.KEY_INVALID),
    ],
)
def test_what_is_registered_makes_sense(command: o.Register, code: Code) -> None:
    organisation.when(command).refused(code)


@pytest.mark.parametrize(
    ("command", "event"),
    [
        (o.UpdateInhabitants(inhabitants=4_190, on=TODAY), SAMPLES[2]),
        (add_body, body),
        (o.SetContactDesk(mailbox=Sealed("bauamt@lindgrund.example")), desk),
        (o.NameDevices(devices=("Spülwagen", "Lecksuchgerät", "Spülwagen")), devices),
    ],
)
def test_a_town_hall_describes_itself_once(
    command: o.Command, event: o.Happening
) -> None:
    organisation.by(clerk).given(registered).when(command).then(event)
    organisation.by(clerk).given(registered, event).when(command).then()
    organisation.given(registered).when(command).then(event)
    organisation.by(reader).given(registered).when(command).refused(Code.NO_POWER)
    organisation.by(stranger).given(registered).when(command).refused(
        Code.ONLY_COORDINATION
    )


def test_inhabitants_are_counted_before_they_are_stated() -> None:
    update = o.UpdateInhabitants(inhabitants=1, on=TOMORROW)
    organisation.given(registered).when(update).refused(Code.DATE_IN_THE_FUTURE)


def test_a_town_does_not_rename_itself() -> None:
    rename = o.Rename(name="Lindgrund (Aue)")
    organisation.given(registered).when(rename).then(SAMPLES[1])
    organisation.given(registered, SAMPLES[1]).when(rename).then()
    organisation.by(clerk).given(registered).when(rename).refused(
        Code.ONLY_COORDINATION
    )


def test_a_successor_takes_over_what_is_open() -> None:
    succeed = o.Succeed(by="auenburg")
    duty = Duty(ref="Z1", forum="wasser", asker="landkreis", holder="x1")
    busy = replace(COORDINATION, duties=(duty,))
    organisation.by(busy).given(registered).when(succeed).then(SAMPLES[8])
    organisation.given(registered, SAMPLES[8]).when(succeed).then()
    assert o.successor(o.ORGANISATION.replay([registered, SAMPLES[8]])) == "auenburg"
    assert o.successor(o.ORGANISATION.replay([registered])) is None


def test_nobody_succeeds_themselves() -> None:
    itself = o.Succeed(by="x1")
    organisation.given(registered).when(itself).refused(Code.SAME_ORGANISATION)


def test_nothing_is_said_of_who_is_unknown_or_gone() -> None:
    rename = o.Rename(name="Lindgrund")
    organisation.when(rename).refused(Code.UNKNOWN_ORGANISATION, org="x1")
    gone = organisation.given(registered, SAMPLES[8])
    gone.when(rename).refused(Code.NOT_POSSIBLE_NOW, state="replaced")
    gone.when(register).refused(Code.EXISTS_ALREADY)


OFFERS: Final[list[tuple[o.Command, Facts]]] = [
    (register, COORDINATION),
    (o.Rename(name="Lindgrund (Aue)"), COORDINATION),
    (add_body, clerk),
    (o.ScheduleBodyMeeting(body="gv", on=TOMORROW), clerk),
    (o.GiveMandate(person="p-1", role=o.Role.MAYOR), COORDINATION),
    (o.EndMandate(person="p-1"), COORDINATION),
    (o.Succeed(by="auenburg"), COORDINATION),
]


def test_every_state_is_reached_and_only_a_replaced_one_is_final() -> None:
    follows = explore(o.ORGANISATION, OFFERS)
    assert set(follows) == set(get_args(o.State))
    assert dead_ends(follows) == {o.Replaced}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert {type(sample) for sample in SAMPLES} == set(get_args(o.Happening))
    survive(o.ORGANISATION, SAMPLES, OFFERS, seed)
