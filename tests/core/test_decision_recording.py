"""What a council resolved: for the same text, with evidence, once (T1 to T3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.decision import commands as c
from core.decision import events as e
from core.decision import judged, mark
from core.decision.councils import CouncilKey, Step
from core.decision.kinds import Evidence
from core.effect import Lack, Missing
from core.errors import Code
from core.facts import Power
from core.sealed import Sealed
from tests.core.decision_world import (
    AFTER,
    ALL,
    GV,
    TEXT,
    WHY,
    A,
    B,
    L,
    approves,
    conditions,
    decision,
    file,
    office,
    past,
    ratifying,
    refuses,
    submits,
    town,
)

KEY: Final = CouncilKey(A, GV)
MARK: Final = "1562-75e1-66cb"
# printf 'faden-wording/v1\0Klärschlamm ab 2029 gemeinsam verwerten.' | sha256sum
approve = c.RecordApproval(org=A, body=GV, evidence=Evidence.MINUTES, ref="TOP 7")
approved = e.CouncilApproved(
    org=A, body=GV, text=1, on=AFTER, evidence=Evidence.MINUTES, ref="TOP 7"
)
bound = e.PartlyTookEffect(orgs=(A,), on=AFTER)
lies = past(submits(A), start=ratifying())
mayor = decision(town(A, on=AFTER))


def test_an_approval_binds_the_town_and_is_recorded_once() -> None:
    clerk = decision(town(A, Power.ANSWER, on=AFTER))
    for who in (clerk, decision(office(AFTER))):
        who.given(*lies).when(approve).then(approved, bound)
    mayor.given(*lies, approved, bound).when(approve).then()
    decision(town(B, on=AFTER)).given(*lies).when(approve).refused(
        Code.ONLY_COORDINATION
    )


def test_two_clerks_who_record_different_things_are_told() -> None:
    known = (*lies, approved, bound)
    another_day = replace(approve, on=AFTER - timedelta(days=1))
    mayor.given(*known).when(another_day).refused(Code.RESULT_KNOWN, state="approved")
    refusal, who = refuses(A)
    decision(who).given(*known).when(refusal).refused(Code.RESULT_KNOWN)
    conditional, who = conditions(A)
    decision(who).given(*known).when(conditional).refused(Code.RESULT_KNOWN)


def test_a_result_is_neither_before_the_paper_nor_to_come() -> None:
    day = timedelta(days=1)
    mayor.given(*lies).when(replace(approve, on=AFTER - day)).refused(
        Code.RESULT_BEFORE_PAPER, since=AFTER
    )
    mayor.given(*lies).when(replace(approve, on=AFTER + day)).refused(
        Code.DATE_IN_THE_FUTURE
    )


def test_without_a_paper_there_is_no_approval_but_an_imported_one() -> None:
    mayor.given(*ratifying()).when(approve).refused(Code.NO_PAPER_YET)
    imported = replace(approve, ref=None, source="OParl 4711")
    event = replace(approved, ref="OParl 4711")
    mayor.given(*ratifying()).when(imported).then(event, bound)


def test_by_word_of_mouth_it_is_provisional_and_binds_nobody() -> None:
    oral = c.RecordApproval(org=A, body=GV, evidence=Evidence.ORAL)
    told = replace(approved, evidence=Evidence.ORAL, ref=None)
    mayor.given(*lies).when(oral).then(told)
    hollow = (*lies, told)
    assert Missing(A, Lack.EVIDENCE, GV) in judged(file(hollow), AFTER).missing
    mayor.given(*hollow).when(oral).then()
    mayor.given(*hollow).when(approve).then(approved, bound)
    unproven = replace(approve, ref=" ")
    mayor.given(*lies).when(unproven).refused(Code.EVIDENCE_MISSING)


def test_the_same_words_in_other_lines_are_the_same_text() -> None:
    lines = Sealed("Klärschlamm ab 2029\n  gemeinsam verwerten. ")
    mayor.given(*lies).when(replace(approve, wording=lines)).then(approved, bound)
    decomposed = Sealed("Kla\u0308rschlamm ab 2029 gemeinsam verwerten.")
    same = replace(approve, wording=decomposed)
    mayor.given(*lies).when(same).then(approved, bound)


def test_another_text_is_a_condition() -> None:
    changed = Sealed("Klärschlamm ab 2030 gemeinsam verwerten.")
    mayor.given(*lies).when(replace(approve, wording=changed)).then(
        e.CouncilApprovedWithConditions(
            org=A,
            body=GV,
            text=1,
            on=AFTER,
            evidence=Evidence.MINUTES,
            conditions=changed,
            ref="TOP 7",
        )
    )
    mayor.given(*lies).when(replace(approve, text=9)).refused(
        Code.UNKNOWN_VERSION, number=9
    )


def test_a_text_that_was_erased_is_no_longer_the_same() -> None:
    drafted = lies[0]
    assert isinstance(drafted, e.Drafted)
    erased = (replace(drafted, text=Sealed(None)), *lies[1:])
    with_words = replace(approve, wording=TEXT)
    events = past((with_words, town(A, on=AFTER)), start=erased)
    assert isinstance(events[-1], e.CouncilApprovedWithConditions)


def test_conditions_and_refusals_are_recorded_once() -> None:
    for asked in (conditions(A), refuses(A)):
        command, who = asked
        known = past(asked, start=lies)
        decision(who).given(*known).when(command).then()
        other, who = refuses(A) if asked == conditions(A) else conditions(A)
        decision(who).given(*known).when(other).refused(Code.RESULT_KNOWN)


def test_a_refusal_is_reopened_with_a_reason() -> None:
    refused = past(submits(A), refuses(A), start=ratifying())
    reopen = c.ReopenRatification(org=A, body=GV, reason=WHY)
    event = e.RatificationReopened(org=A, body=GV, reason=WHY)
    mayor.given(*refused).when(reopen).then(event)
    assert file((*refused, event)).councils[KEY].step is Step.REQUIRED
    mayor.given(*lies).when(reopen).refused(
        Code.NOT_POSSIBLE_NOW, state="council_submitted"
    )


def test_where_all_must_agree_one_refusal_is_the_end() -> None:
    every = past(submits(A), start=ratifying(ALL))
    command, who = refuses(A)
    decision(who).given(*every).when(command).then(
        e.CouncilRefused(org=A, body=GV, on=AFTER), e.Failed(on=AFTER)
    )
    failed = past((command, who), start=every)
    decision(who).given(*failed).when(
        c.ReopenRatification(org=A, body=GV, reason=WHY)
    ).refused(Code.DECISION_ENDED)


def test_a_wrong_entry_is_retracted_and_with_it_what_followed() -> None:
    retract = c.RetractResult(org=A, body=GV, reason=WHY)
    retracted = e.ResultRetracted(org=A, body=GV, reason=WHY)
    revoked = e.EffectRevoked(on=AFTER)
    mayor.given(*lies, approved, bound).when(retract).then(retracted, revoked)
    failed = past(refuses(A), start=past(submits(A), start=ratifying(ALL)))
    mayor.given(*failed).when(retract).then(retracted, revoked)
    mayor.given(*lies).when(retract).refused(Code.NOT_POSSIBLE_NOW)
    two = past(submits(B), approves(B), start=(*lies, approved, bound))
    mayor.given(*two).when(retract).then(
        retracted, e.PartlyTookEffect(orgs=(B,), on=AFTER)
    )


def test_once_all_have_resolved_it_is_in_force() -> None:
    every = past(submits(A), submits(B), submits(L), start=ratifying())
    two = past(approves(A), approves(B), start=every)
    command, who = refuses(L)
    decision(who).given(*two).when(command).then(
        e.CouncilRefused(org=L, body=GV, on=AFTER), e.TookEffect(orgs=(A, B), on=AFTER)
    )


def test_the_mark_on_the_paper_says_which_version_was_resolved() -> None:
    printed = mark(TEXT)
    assert printed == MARK
    upper = replace(approve, mark=printed.upper())
    mayor.given(*lies).when(upper).then(approved, bound)
    mayor.given(*lies).when(replace(approve, mark="0000-0000-0000")).refused(
        Code.UNKNOWN_MARK
    )
    assert mark(Sealed(None)) is None
    assert mark(Sealed(f"{TEXT.text}\n")) == printed
