"""From the promise to its fulfilment, or to an honest end."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core.commitment import COMMITMENT, states
from core.commitment import commands as c
from core.commitment import events as e
from core.errors import Code
from tests.core.test_commitment import (
    CHANGING,
    EMPTY,
    FULFILLED,
    HANDING,
    LONG,
    OFFERED,
    PROMISED,
    REPORTED,
    REQUESTED,
    RESERVED,
    TOMORROW,
    WHY,
    YESTERDAY,
    Past,
    asker,
    clerk,
    commitment,
    coordination,
    fulfilled,
    holder,
    on,
    reported,
)
from tests.given import OPERATOR, TODAY

NOTICE: Final = c.AcceptBySilence(notice="outbox:7", noticed_on=TODAY)
DAYS: Final = timedelta(days=1)


@pytest.mark.parametrize("past", [RESERVED, PROMISED, HANDING, CHANGING])
def test_the_holder_tells_how_it_goes(past: Past) -> None:
    tell = c.ReportProgress(text=WHY)
    told = e.ProgressReported(text=WHY)
    commitment.by(clerk).given(*past).when(tell).then(told)
    commitment.by(asker).given(*past).when(tell).refused(Code.OTHER_SIDE_MOVES)
    commitment.given(*past).when(c.ReportProgress(text=EMPTY)).refused(
        Code.TEXT_MISSING
    )
    before = COMMITMENT.replay(past)
    assert COMMITMENT.evolve(before, told).phase == before.phase


def test_there_is_no_progress_before_the_promise_or_after_the_report() -> None:
    for past in (REQUESTED, OFFERED, REPORTED):
        commitment.given(*past).when(c.ReportProgress(text=WHY)).refused(
            Code.NOT_POSSIBLE_NOW
        )


def test_the_holder_reports_it_done_today_or_earlier() -> None:
    for past in (PROMISED, CHANGING):
        here = commitment.by(clerk).given(*past)
        here.when(c.ReportDone()).then(reported)
        here.when(c.ReportDone(on=YESTERDAY, evidence=WHY)).then(
            e.CompletionReported(on=YESTERDAY, evidence=WHY)
        )
        here.when(c.ReportDone(on=TOMORROW)).refused(
            Code.DATE_IN_THE_FUTURE, on=TOMORROW, today=TODAY
        )
    asking = commitment.by(asker).given(*PROMISED)
    asking.when(c.ReportDone()).refused(Code.OTHER_SIDE_MOVES)


def test_a_second_report_keeps_only_what_is_new() -> None:
    commitment.given(*REPORTED).when(c.ReportDone()).then()
    more = c.ReportDone(evidence=WHY)
    commitment.given(*REPORTED).when(more).then(e.ProgressReported(text=WHY))


def test_what_was_not_promised_or_is_being_handed_over_is_not_reported() -> None:
    for past in (REQUESTED, RESERVED, HANDING):
        commitment.given(*past).when(c.ReportDone()).refused(Code.NOT_POSSIBLE_NOW)


def test_the_asker_accepts_once_or_says_what_is_missing() -> None:
    here = commitment.by(asker).given(*REPORTED)
    here.when(c.AcceptCompletion()).then(fulfilled)
    commitment.by(asker).given(*FULFILLED).when(c.AcceptCompletion()).then()
    missing = e.CompletionRejected(missing=WHY)
    here.when(c.RejectCompletion(missing=WHY)).then(missing)
    here.when(c.RejectCompletion(missing=EMPTY)).refused(Code.TEXT_MISSING)
    here.when(c.RejectCompletion(missing=LONG)).refused(Code.TEXT_TOO_LONG)
    again = commitment.given(*REPORTED, missing)
    again.when(c.ReportDone()).then(reported)


def test_only_the_asker_judges_and_only_what_was_reported() -> None:
    for judge in (c.AcceptCompletion(), c.RejectCompletion(missing=WHY)):
        commitment.given(*REPORTED).when(judge).refused(
            Code.OTHER_SIDE_MOVES, org="birkfeld"
        )
        commitment.by(asker).given(*PROMISED).when(judge).refused(
            Code.NOT_POSSIBLE_NOW, state="promised"
        )


def test_silence_accepts_after_fourteen_days_and_not_after_thirteen() -> None:
    last = TODAY + 14 * DAYS
    early = commitment.by(on(last - DAYS, coordination)).given(*REPORTED)
    early.when(NOTICE).refused(Code.SILENCE_TOO_SHORT, until=last)
    for who in (coordination, OPERATOR):
        due = commitment.by(on(last, who)).given(*REPORTED)
        due.when(NOTICE).then(
            e.CompletionAcceptedBySilence(on=last, notice="outbox:7", noticed_on=TODAY)
        )
    late_notice = replace(NOTICE, noticed_on=TOMORROW)
    still = commitment.by(on(last, coordination)).given(*REPORTED)
    still.when(late_notice).refused(Code.SILENCE_TOO_SHORT, until=last + DAYS)


def test_silence_needs_a_report_a_notice_and_coordination() -> None:
    last = TODAY + 14 * DAYS
    now = on(last, coordination)
    commitment.by(on(last, holder)).given(*REPORTED).when(NOTICE).refused(
        Code.ONLY_COORDINATION
    )
    commitment.by(now).given(*PROMISED).when(NOTICE).refused(Code.NOT_POSSIBLE_NOW)
    commitment.by(now).given(*FULFILLED).when(NOTICE).then()
    nameless, ahead = replace(NOTICE, notice=""), replace(NOTICE, noticed_on=TOMORROW)
    here = commitment.by(now).given(*REPORTED)
    here.when(nameless).refused(Code.LABEL_INVALID)
    commitment.by(coordination).given(*REPORTED).when(ahead).refused(
        Code.DATE_IN_THE_FUTURE, on=TOMORROW
    )


def test_the_asker_disputes_within_fourteen_days_and_not_on_the_fifteenth() -> None:
    last = TODAY + 14 * DAYS
    dispute, disputed = c.Dispute(reason=WHY), e.FulfilmentDisputed(on=last, reason=WHY)
    commitment.by(on(last, asker)).given(*FULFILLED).when(dispute).then(disputed)
    late = commitment.by(on(last + DAYS, asker)).given(*FULFILLED)
    late.when(dispute).refused(Code.DISPUTE_TOO_LATE, until=last)
    commitment.given(*FULFILLED).when(dispute).refused(Code.OTHER_SIDE_MOVES)
    here = commitment.by(asker)
    here.given(*REPORTED).when(dispute).refused(Code.NOT_POSSIBLE_NOW)
    here.given(*FULFILLED).when(c.Dispute(reason=EMPTY)).refused(Code.TEXT_MISSING)


def test_whoever_disputes_has_not_been_silent() -> None:
    said = TODAY + 10 * DAYS
    past: Past = (*FULFILLED, e.FulfilmentDisputed(on=said, reason=WHY))
    until = said + 14 * DAYS
    assert isinstance(COMMITMENT.replay(past).phase, states.Reported)
    early = commitment.by(on(until - DAYS, coordination)).given(*past)
    early.when(NOTICE).refused(Code.SILENCE_TOO_SHORT, until=until)


@pytest.mark.parametrize("past", [RESERVED, PROMISED, HANDING, CHANGING, REPORTED])
def test_the_asker_releases_and_the_holder_reneges(past: Past) -> None:
    off, broken = e.Released(reason=WHY), e.Reneged(reason=WHY)
    asking, holding = commitment.by(asker), commitment.by(holder)
    asking.given(*past).when(c.Release(reason=WHY)).then(off)
    asking.given(*past, off).when(c.Release()).then()
    asking.given(*past).when(c.Renege(reason=WHY)).refused(Code.OTHER_SIDE_MOVES)
    holding.given(*past).when(c.Renege(reason=WHY)).then(broken)
    holding.given(*past, broken).when(c.Renege(reason=WHY)).then()
    holding.given(*past).when(c.Renege(reason=EMPTY)).refused(Code.TEXT_MISSING)
    holding.given(*past).when(c.Release()).refused(Code.OTHER_SIDE_MOVES)


def test_before_the_promise_nobody_is_released_and_after_the_end_neither() -> None:
    for past in (REQUESTED, OFFERED):
        commitment.by(asker).given(*past).when(c.Release()).refused(
            Code.NOT_POSSIBLE_NOW
        )
    commitment.by(asker).given(*FULFILLED).when(c.Release()).refused(
        Code.COMMITMENT_ENDED, state="fulfilled"
    )
    commitment.given(*FULFILLED).when(c.Renege(reason=WHY)).refused(
        Code.COMMITMENT_ENDED
    )
