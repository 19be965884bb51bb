"""Rules of information, one sentence per test; concerns have their own page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from core import information as i
from core.errors import Code
from core.facts import Basis, Facts, ForumFacts, OnBehalf, Power, Seat
from core.sealed import Sealed
from tests.given import COORDINATION, OPERATOR, Spec, member

TEXT: Final = Sealed("Schlamm lässt sich nur gemeinsam trocknen.")
WHY: Final = Sealed("Zahl war falsch.")
FORUM: Final = ForumFacts(
    open=True,
    lead="landkreis",
    seats={"lindgrund": Seat.VOTE, "birkfeld": Seat.OBSERVE},
)
UNTIL: Final = date(2027, 3, 30)


def speaking(org: str, *powers: Power) -> Facts:
    return replace(member(org, *powers), forum=FORUM, ref="I1")


lindgrund = speaking("lindgrund", Power.ANSWER)
birkfeld = speaking("birkfeld", Power.ANSWER)
steintal = speaking("steintal", Power.ANSWER)
lead = speaking("landkreis", Power.ANSWER)
coordination = replace(COORDINATION, forum=FORUM, ref="I1", org="regionalbuero")
entering = replace(
    coordination,
    contest_until=UNTIL,
    on_behalf=OnBehalf(org="lindgrund", basis=Basis.PHONE, holder="p-1"),
    holders={"p-1": "mayor"},
)
funding = i.Funding(
    programme=Sealed("Klimaanpassung"),
    giver=Sealed("Land"),
    year=2025,
    share_percent=20,
    months_to_notice=9,
    pitfalls=Sealed("Frist im Sommer"),
    again=i.Again.CONDITIONAL,
)
record = i.Record(
    kind=i.InformationKind.FINDING, forum="wasser", text=TEXT, about=("B7",)
)
recorded = i.Recorded(
    kind=i.InformationKind.FINDING,
    forum="wasser",
    org="lindgrund",
    text=TEXT,
    about=("B7",),
)
confirmed = i.Confirmed(org="birkfeld")
corrected = i.Corrected(text=Sealed("Anders."), reason=WHY)
entered = i.EnteredOnBehalf(
    org="lindgrund",
    basis=Basis.PHONE,
    holder="p-1",
    contest_until=UNTIL,
    event=recorded,
)
SAMPLES: Final[tuple[i.Happening, ...]] = (
    replace(recorded, kind=i.InformationKind.FUNDING, funding=funding),
    confirmed,
    replace(corrected, funding=funding),
    i.Retracted(reason=WHY),
    i.ConcernRaised(forum="wasser", org="lindgrund", text=TEXT, about=("B7",)),
    i.ConcernAnswered(org="birkfeld", text=TEXT),
    i.AnswerRejected(missing=WHY),
    i.ConcernAcknowledged(),
    i.ConcernSettled(),
    replace(entered, note=Sealed("Frau M. am Telefon")),
    i.OnBehalfConfirmed(),
    i.OnBehalfContested(reason=WHY),
    i.OnBehalfStood(),
)
information = Spec(i.INFORMATION, lindgrund)


def test_whoever_has_a_seat_may_tell_the_forum() -> None:
    information.when(record).then(recorded)
    observer = replace(recorded, org="birkfeld")
    information.by(birkfeld).when(record).then(observer)
    information.by(lead).when(record).then(replace(recorded, org="landkreis"))
    office = replace(recorded, org="regionalbuero")
    information.by(coordination).when(record).then(office)


def test_without_a_seat_or_power_nobody_tells_anything() -> None:
    information.by(steintal).when(record).refused(Code.NO_SEAT, org="steintal")
    mute = replace(lindgrund, powers=frozenset())
    information.by(mute).when(record).refused(Code.NO_POWER, power="answer")
    operator = replace(OPERATOR, forum=FORUM)
    information.by(operator).when(record).refused(Code.NO_POWER)


@pytest.mark.parametrize("forum", [None, replace(FORUM, open=False)])
def test_a_forum_that_rests_takes_nothing_new(forum: ForumFacts | None) -> None:
    elsewhere = replace(lindgrund, forum=forum)
    information.by(elsewhere).when(record).refused(Code.FORUM_NOT_OPEN)


def test_a_reference_is_used_once() -> None:
    information.given(recorded).when(record).refused(Code.EXISTS_ALREADY, id="I1")
    information.given(entered).when(record).refused(Code.EXISTS_ALREADY, id="I1")


def test_experience_with_funding_has_details() -> None:
    tell = replace(record, kind=i.InformationKind.FUNDING, funding=funding)
    information.when(tell).then(SAMPLES[0])


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(funding, year=1948), Code.NUMBER_OUT_OF_RANGE),
        (replace(funding, share_percent=101), Code.NUMBER_OUT_OF_RANGE),
        (replace(funding, months_to_notice=-1), Code.NUMBER_OUT_OF_RANGE),
        (replace(funding, giver=Sealed("")), Code.TEXT_MISSING),
    ],
)
def test_details_of_funding_make_sense(wrong: i.Funding, code: Code) -> None:
    information.when(replace(record, funding=wrong)).refused(code)


def test_another_organisation_confirms_once() -> None:
    information.by(birkfeld).given(recorded).when(i.Confirm()).then(confirmed)
    information.by(birkfeld).given(recorded, confirmed).when(i.Confirm()).then()
    information.given(recorded).when(i.Confirm()).refused(Code.SAME_ORGANISATION)
    information.by(steintal).given(recorded).when(i.Confirm()).refused(Code.NO_SEAT)


def test_a_correction_says_something_and_needs_confirming_anew() -> None:
    correct = i.Correct(text=Sealed("Anders."), reason=WHY)
    again = (recorded, corrected)
    information.given(recorded).when(correct).then(corrected)
    information.given(*again).when(correct).refused(Code.CORRECTION_SAYS_NOTHING)
    past = (recorded, confirmed, corrected)
    information.by(birkfeld).given(*past).when(i.Confirm()).then(confirmed)


def test_details_alone_may_be_corrected() -> None:
    correct = i.Correct(text=TEXT, reason=WHY, funding=funding)
    new = i.Corrected(text=TEXT, reason=WHY, funding=funding)
    information.given(recorded).when(correct).then(new)
    again = information.given(recorded, new)
    again.when(correct).refused(Code.CORRECTION_SAYS_NOTHING)


@pytest.mark.parametrize(
    "command", [i.Correct(text=WHY, reason=WHY), i.Retract(reason=WHY)]
)
def test_only_who_said_it_or_coordination_changes_it(command: i.Command) -> None:
    information.by(birkfeld).given(recorded).when(command).refused(
        Code.NOT_A_PARTY, org="birkfeld", orgs=("lindgrund",)
    )
    state = i.INFORMATION.replay([recorded])
    assert len(i.decide(command, state, coordination)) == 1


def test_what_is_retracted_stays_retracted() -> None:
    gone = information.given(recorded, SAMPLES[3])
    gone.when(i.Retract(reason=WHY)).then()
    for command in (i.Correct(text=TEXT, reason=WHY), i.Confirm()):
        gone.when(command).refused(Code.INFORMATION_RETRACTED)


@pytest.mark.parametrize("command", [i.Confirm(), i.Retract(reason=WHY)])
def test_nothing_happens_to_what_nobody_said(command: i.Command) -> None:
    information.when(command).refused(Code.UNKNOWN_REFERENCE)
