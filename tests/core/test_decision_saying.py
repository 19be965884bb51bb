"""Positions, objections, recusal: what organisations say in the forum."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import Score
from core.effect import Stance
from core.errors import Code
from core.facts import Power
from core.rulebook import Mode
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    OFFICE,
    OTHER,
    UNTIL,
    WHY,
    A,
    B,
    L,
    decision,
    file,
    office,
    opened,
    past,
    proposal,
    says,
    town,
)
from tests.given import TODAY

YES = c.GivePosition(stance=Stance.YES)
yes = e.PositionGiven(org=A, stance=Stance.YES, text=1, on=TODAY)
objecting = c.Object(reason=WHY, goal="Gebühren", proposal=OTHER)
objected = e.ObjectionRaised(
    org=A, number=1, text=1, reason=WHY, goal="Gebühren", proposal=OTHER
)
revise = c.Revise(text=OTHER, integrates=(1, 1))
revised = e.Revised(version=2, text=OTHER, integrates=(1,), until=UNTIL)
mayor = decision(town(A))


def test_each_organisation_has_one_position() -> None:
    mayor.given(*opened()).when(YES).then(yes)
    mayor.given(*opened(), yes).when(YES).then()
    abstain = c.GivePosition(stance=Stance.ABSTAIN, reason=WHY)
    mayor.given(*opened(), yes).when(abstain).then(
        e.PositionCorrected(org=A, stance=Stance.ABSTAIN, text=1, on=TODAY, reason=WHY)
    )


def test_who_is_not_on_the_list_has_no_vote() -> None:
    decision(town("mühlau")).given(*opened()).when(YES).refused(Code.NO_VOTE)


def test_there_is_time_up_to_the_last_day_and_not_after() -> None:
    decision(town(A, on=UNTIL)).given(*opened()).when(YES).then(replace(yes, on=UNTIL))
    late = town(A, on=UNTIL + timedelta(days=1))
    decision(late).given(*opened()).when(YES).refused(Code.VOTING_OVER, until=UNTIL)


def test_in_consent_a_no_is_an_objection_with_a_reason() -> None:
    no = c.GivePosition(stance=Stance.NO)
    mayor.given(*opened()).when(no).refused(Code.OBJECTION_WANTED)
    majority = opened(Mode.MAJORITY)
    mayor.given(*majority).when(no).then(replace(yes, stance=Stance.NO))


def test_whoever_may_not_consent_prepares_it() -> None:
    clerk = town(A, Power.ANSWER)
    prepared = e.Prepared(org=A, event=yes)
    decision(clerk).given(*opened()).when(YES).then(prepared)
    decision(clerk).given(*opened(), prepared).when(YES).then()
    mayor.given(*opened(), prepared).when(c.ConfirmPrepared()).then(yes)
    decision(clerk).given(*opened(), prepared).when(c.ConfirmPrepared()).refused(
        Code.NO_POWER
    )
    drop = c.DropPrepared(reason=WHY)
    decision(clerk).given(*opened(), prepared).when(drop).then(
        e.PreparedDropped(org=A, reason=WHY)
    )
    auditor = decision(town(A, Power.AUDIT)).given(*opened(), prepared)
    auditor.when(drop).refused(Code.AUDITORS_READ)
    auditor.when(YES).refused(Code.AUDITORS_READ)
    mayor.given(*opened()).when(drop).refused(Code.NOTHING_PENDING)


def test_what_was_prepared_is_said_in_time_or_not_at_all() -> None:
    waiting = (*opened(), e.Prepared(org=A, event=yes))
    late = decision(town(A, on=AFTER))
    late.given(*waiting).when(c.ConfirmPrepared()).refused(Code.VOTING_OVER)
    counted = past(says(B), says(L), CLOSE, start=waiting)
    late.given(*counted).when(c.ConfirmPrepared()).refused(Code.NOT_POSSIBLE_NOW)


def test_an_objection_stops_the_count_until_it_is_dealt_with() -> None:
    mayor.given(*opened()).when(objecting).then(objected)
    stands = (*opened(), objected)
    mayor.given(*stands).when(objecting).then()
    decision(office(AFTER)).given(*stands).when(c.Close()).refused(
        Code.OBJECTIONS_STAND, numbers=("1",), orgs=(A,)
    )


def test_an_objection_is_taken_up_in_a_new_version_and_positions_rest() -> None:
    stands = past(says(B), (objecting, town(A)), start=opened())
    decision().given(*stands).when(revise).then(revised)
    done = c.AcceptIntegration(number=1)
    mayor.given(*stands).when(done).refused(Code.NOT_TAKEN_UP, number=1)
    taken = (*stands, revised)
    decision().given(*taken).when(revise).then()
    assert not file(taken).votes
    integrated = e.ObjectionIntegrated(org=A, number=1, text=2)
    mayor.given(*taken).when(done).then(integrated)
    mayor.given(*taken, integrated).when(done).then()
    assert not file((*taken, integrated)).open_objections


def test_a_new_version_gives_time_to_think_again() -> None:
    stands = past((objecting, town(A)), start=opened())
    shortly_before = office(UNTIL)
    event = past((revise, shortly_before), start=stands)[-1]
    assert isinstance(event, e.Revised)
    assert event.until == UNTIL + timedelta(days=7)
    early = replace(revise, until=UNTIL)
    decision(shortly_before).given(*stands).when(early).refused(Code.NOTICE_TOO_SHORT)


def test_whoever_objected_may_let_it_go_and_nobody_else() -> None:
    stands = (*opened(), objected)
    let_go = c.WithdrawObjection(number=1, reason=WHY)
    mayor.given(*stands).when(let_go).then(
        e.ObjectionWithdrawn(org=A, number=1, reason=WHY)
    )
    decision(town(B)).given(*stands).when(let_go).refused(
        Code.NOT_YOUR_OBJECTION, org=A
    )
    decision(town(A, Power.ANSWER)).given(*stands).when(let_go).refused(Code.NO_POWER)
    mayor.given(*opened()).when(let_go).refused(Code.UNKNOWN_OBJECTION, number=1)
    over = past((c.Withdraw(reason=WHY), OFFICE), start=stands)
    mayor.given(*over).when(let_go).refused(Code.DECISION_ENDED)


def test_an_objection_that_does_not_hinder_is_ruled_so_with_a_reason() -> None:
    stands = (*opened(), objected)
    rule = c.RuleNotParamount(number=1, by="Steuerungsrunde", reason=WHY)
    ruled = e.ObjectionRuledNotParamount(
        org=A, number=1, by="Steuerungsrunde", reason=WHY
    )
    decision().given(*stands).when(rule).then(ruled)
    mayor.given(*stands).when(rule).refused(Code.ONLY_COORDINATION)
    given_on = c.Escalate(to="Steuerungsrunde", reason=WHY)
    escalated = past((given_on, OFFICE), start=stands)
    decision().given(*escalated).when(rule).then(ruled)
    decision(office(AFTER)).given(*escalated).when(c.Close()).refused(
        Code.OBJECTIONS_STAND
    )
    decision().given(*opened()).when(given_on).refused(Code.NOT_POSSIBLE_NOW)


def test_whoever_is_recused_leaves_the_list_visibly() -> None:
    recuse = c.DeclareRecusal(reason=WHY)
    recused = e.RecusalDeclared(org=A, reason=WHY)
    mayor.given(*opened(), yes).when(recuse).then(recused)
    gone = (*opened(), yes, recused)
    mayor.given(*gone).when(recuse).then()
    mayor.given(*gone).when(YES).refused(Code.RECUSED, org=A)
    assert [member.org for member in file(gone).entitled] == [B, L]
    assert not file(gone).votes


def test_every_option_gets_its_figure_from_0_to_10() -> None:
    two = replace(proposal, options=("so", "anders"))
    asked = opened(Mode.RESISTANCE, command=two)
    scores = (Score(option=1, resistance=0), Score(option=2, resistance=10))
    scored = e.OptionsScored(org=A, scores=scores, text=1, on=TODAY)
    mayor.given(*asked).when(c.ScoreOptions(scores=scores)).then(scored)
    mayor.given(*asked, scored).when(c.ScoreOptions(scores=scores)).then()
    mayor.given(*asked).when(YES).refused(Code.SCORES_WANTED)
    half = c.ScoreOptions(scores=scores[:1])
    mayor.given(*asked).when(half).refused(Code.SCORES_DO_NOT_FIT, number=2)
    most = c.ScoreOptions(scores=(scores[0], Score(option=2, resistance=11)))
    mayor.given(*asked).when(most).refused(Code.NUMBER_OUT_OF_RANGE)
    mayor.given(*opened()).when(half).refused(Code.SCORES_DO_NOT_FIT)
