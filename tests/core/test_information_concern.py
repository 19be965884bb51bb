"""What worries members, one sentence per test."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core import information as i
from core.errors import Code
from core.facts import Power
from tests.core.test_information import (
    TEXT,
    WHY,
    birkfeld,
    coordination,
    information,
    lead,
    recorded,
    steintal,
)

raised = i.ConcernRaised(forum="wasser", org="lindgrund", text=TEXT, about=("B7",))
answered = i.ConcernAnswered(org="birkfeld", text=TEXT)
raise_it = i.RaiseConcern(forum="wasser", text=TEXT, about=("B7",))
answer = i.AnswerConcern(text=TEXT)
rejected = i.AnswerRejected(missing=WHY)
acknowledged, settled = i.ConcernAcknowledged(), i.ConcernSettled()


def test_a_concern_is_raised_from_a_seat() -> None:
    information.when(raise_it).then(raised)
    information.by(steintal).when(raise_it).refused(Code.NO_SEAT)
    information.given(raised).when(raise_it).refused(Code.EXISTS_ALREADY)


def test_another_organisation_answers_once() -> None:
    information.by(birkfeld).given(raised).when(answer).then(answered)
    information.by(birkfeld).given(raised, answered).when(answer).then()
    information.given(raised).when(answer).refused(Code.SAME_ORGANISATION)
    more = i.ConcernAnswered(org="landkreis", text=TEXT)
    information.by(lead).given(raised, answered).when(answer).then(more)


def test_an_answer_that_is_not_enough_opens_it_again() -> None:
    reject = i.RejectAnswer(missing=WHY)
    information.given(raised, answered).when(reject).then(rejected)
    information.given(raised, acknowledged).when(reject).then(rejected)
    information.by(birkfeld).given(raised, answered).when(reject).refused(
        Code.NOT_A_PARTY, orgs=("lindgrund",)
    )
    information.given(raised).when(reject).refused(
        Code.NOT_POSSIBLE_NOW, state="open_concern"
    )


def test_the_lead_acknowledges_for_the_forum_once() -> None:
    acknowledge = i.AcknowledgeConcern()
    for who in (lead, coordination):
        information.by(who).given(raised).when(acknowledge).then(acknowledged)
        information.by(who).given(raised, acknowledged).when(acknowledge).then()
    information.given(raised).when(acknowledge).refused(Code.ONLY_COORDINATION)
    mute = replace(lead, powers=frozenset({Power.AUDIT}))
    information.by(mute).given(raised).when(acknowledge).refused(Code.AUDITORS_READ)


def test_only_who_worries_says_that_it_is_over() -> None:
    pasts: list[list[i.Happening]] = [
        [raised],
        [raised, answered],
        [raised, acknowledged],
    ]
    for past in pasts:
        information.given(*past).when(i.SettleConcern()).then(settled)
    information.given(raised, settled).when(i.SettleConcern()).then()
    for other in (birkfeld, coordination):
        here = information.by(other).given(raised)
        here.when(i.SettleConcern()).refused(Code.NOT_A_PARTY)


def test_a_settled_concern_stays_settled() -> None:
    past = information.given(raised, settled)
    for command in (i.RejectAnswer(missing=WHY), i.Retract(reason=WHY)):
        past.when(command).refused(Code.CONCERN_SETTLED)
    past.by(birkfeld).when(answer).refused(Code.CONCERN_SETTLED)


@pytest.mark.parametrize(
    "command", [i.AnswerConcern(text=TEXT), i.SettleConcern(), i.AcknowledgeConcern()]
)
def test_a_finding_is_no_concern(command: i.Command) -> None:
    finding = replace(recorded, org="landkreis")
    information.by(lead).given(finding).when(command).refused(Code.NOT_A_CONCERN)


def test_a_concern_is_not_confirmed_but_may_be_taken_back() -> None:
    here = information.by(birkfeld).given(raised)
    here.when(i.Confirm()).refused(Code.NOT_POSSIBLE_NOW, state="open_concern")
    retracted = i.Retracted(reason=WHY)
    information.given(raised).when(i.Retract(reason=WHY)).then(retracted)
