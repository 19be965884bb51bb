"""Conditions of a council are a counter-offer to all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.decision import DECISION, judged, states
from core.decision import commands as c
from core.decision import events as e
from core.decision.councils import CouncilKey, Step
from core.decision.kinds import Evidence
from core.effect import Lack, Missing, Stance
from core.errors import Code
from core.rulebook import Mode
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    GV,
    OTHER,
    START,
    THREE,
    WHY,
    A,
    B,
    L,
    approves,
    conditions,
    decision,
    file,
    office,
    opened,
    past,
    ratifying,
    says,
    submits,
    town,
)

KEY: Final = CouncilKey(B, GV)
UNTIL: Final = AFTER + timedelta(days=7)
DONE: Final = UNTIL + timedelta(days=3)
lies = past(*(submits(org) for org in (A, B, L)), start=ratifying(THREE))
_PAPERS: Final = tuple(submits(org) for org in (A, B, L))
counter = past(approves(A), conditions(B), start=lies)
take_up = c.TakeUpConditions(org=B, body=GV, text=OTHER)
asked = past((take_up, office(AFTER)), start=counter)
yes = c.GivePosition(stance=Stance.YES)
CLOSED = (c.Close(), office(DONE))
taken = past(*((yes, town(org, on=AFTER)) for org in (A, B, L)), CLOSED, start=asked)


def test_conditions_hinder_until_the_forum_takes_them_over() -> None:
    missing = judged(file(counter), AFTER).missing
    assert Missing(B, Lack.ACCEPTANCE, GV) in missing


def test_the_forum_is_asked_about_them_as_a_new_version() -> None:
    decision(office(AFTER)).given(*counter).when(take_up).then(
        e.ConditionsTakenUp(org=B, body=GV, text=2),
        e.Revised(version=2, text=OTHER, until=UNTIL),
    )
    state = DECISION.replay(asked)
    assert isinstance(state, states.Open)
    assert not state.file.votes
    decision(town(B, on=AFTER)).given(*counter).when(take_up).refused(
        Code.ONLY_COORDINATION
    )
    other = replace(take_up, org=A)
    decision(office(AFTER)).given(*counter).when(other).refused(
        Code.NOT_POSSIBLE_NOW, state="council_approved"
    )


def test_what_the_forum_takes_over_the_council_has_approved() -> None:
    assert isinstance(taken[-2], e.Accepted)
    assert taken[-1] == e.ConditionsAccepted(org=B, body=GV, text=2)
    assert file(taken).councils[KEY].step is Step.APPROVED
    assert file(taken).before is None


def test_earlier_approvals_are_checked_again() -> None:
    again = past((c.StartRatification(), office(DONE)), start=taken)
    missing = judged(file(again), DONE).missing
    assert Missing(A, Lack.RESOLUTION, GV) in missing
    recheck = c.RecheckApproval(org=A, body=GV, evidence=Evidence.LETTER, ref="Az. 1")
    checked = e.ApprovalRechecked(
        org=A, body=GV, text=2, on=DONE, evidence=Evidence.LETTER, ref="Az. 1"
    )
    mayor = decision(town(A, on=DONE))
    mayor.given(*again).when(recheck).then(checked)
    mayor.given(*again, checked).when(recheck).then()
    decision(town(L, on=DONE)).given(*again).when(replace(recheck, org=L)).refused(
        Code.NOT_POSSIBLE_NOW, state="council_submitted"
    )
    oral = replace(recheck, evidence=Evidence.LETTER, ref=None)
    mayor.given(*again).when(oral).refused(Code.EVIDENCE_MISSING)


def test_what_the_forum_does_not_take_over_leaves_everything_as_it_was() -> None:
    majority = past(
        START, start=past(says(A), says(B), CLOSE, start=opened(Mode.MAJORITY))
    )
    one = past(submits(B), conditions(B), start=majority)
    no = (c.GivePosition(stance=Stance.NO), town(A, on=AFTER))
    other = (c.GivePosition(stance=Stance.NO), town(L, on=AFTER))
    refused = past((take_up, office(AFTER)), no, other, CLOSED, start=one)
    assert isinstance(refused[-2], e.Rejected)
    assert refused[-1] == e.ConditionsRefused(org=B, body=GV)
    state = DECISION.replay(refused)
    assert isinstance(state, states.Ratifying)
    assert (state.file.text, max(state.file.texts)) == (1, 2)
    assert state.file.votes.keys() == {A, B}
    assert state.file.councils[KEY].step is Step.REQUIRED
    third = past(submits(B, on=DONE), conditions(B, on=DONE), start=refused)
    event = past((take_up, office(DONE)), start=third)[-1]
    assert isinstance(event, e.Revised)
    assert event.version == 3


def test_meanwhile_other_councils_go_on() -> None:
    command, who = approves(L)
    text = e.CouncilApproved(
        org=L, body=GV, text=1, on=AFTER, evidence=Evidence.MINUTES, ref="TOP 7"
    )
    decision(who).given(*asked).when(command).then(text)
    heard = (*asked, text, e.ConditionsRefused(org=B, body=GV))
    assert file(heard).councils[CouncilKey(L, GV)].step is Step.APPROVED
    again = (c.SubmitPaper(org=L, body=GV), town(L, on=AFTER))
    assert past(again, start=asked)[-1] == e.PaperSubmitted(
        org=L, body=GV, text=2, on=AFTER
    )


def test_taking_up_can_be_stopped_without_ending_the_decision() -> None:
    stop = c.Withdraw(reason=WHY)
    decision(office(AFTER)).given(*asked).when(stop).then(
        e.ConditionsRefused(org=B, body=GV, reason=WHY)
    )


def test_coordination_says_that_the_forum_does_not_want_them() -> None:
    refuse = c.RefuseConditions(org=B, body=GV, reason=WHY)
    event = e.ConditionsRefused(org=B, body=GV, reason=WHY)
    decision(office(AFTER)).given(*counter).when(refuse).then(event)
    assert file((*counter, event)).councils[KEY].step is Step.REQUIRED


def test_objections_to_a_text_that_is_not_taken_up_are_moot() -> None:
    objection = (c.Object(reason=WHY), town(L, on=AFTER))
    stopped = past(objection, (c.Withdraw(reason=WHY), office(AFTER)), start=asked)
    assert not file(stopped).open_objections
    again = past(submits(B), conditions(B), (take_up, office(AFTER)), start=stopped)
    assert isinstance(DECISION.replay(again), states.Open)
    number = past((c.Object(reason=OTHER), town(L, on=AFTER)), start=again)[-1]
    assert isinstance(number, e.ObjectionRaised)
    assert number.number == 2


def test_once_it_binds_somebody_conditions_are_only_refused() -> None:
    bound = past(approves(A), conditions(B), start=past(*_PAPERS, start=ratifying()))
    decision(office(AFTER)).given(*bound).when(take_up).refused(Code.NOT_POSSIBLE_NOW)
    refuse = c.RefuseConditions(org=B, body=GV, reason=WHY)
    decision(office(AFTER)).given(*bound).when(refuse).then(
        e.ConditionsRefused(org=B, body=GV, reason=WHY)
    )
