"""How far a body is with a decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from core.decision import commands as c
from core.decision import events as e
from core.decision.councils import CouncilKey, Step
from core.errors import Code
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    GV,
    OTHER,
    START,
    WHY,
    A,
    B,
    accepted,
    approves,
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
from tests.given import TODAY

TERM: Final = date(2027, 11, 3)  # six months after the count
NEXT: Final = AFTER + timedelta(days=1)
KEY: Final = CouncilKey(A, GV)
mayor = decision(town(A, on=AFTER))


def test_the_paper_comes_before_everything_else() -> None:
    submitted = e.PaperSubmitted(org=A, body=GV, text=1, on=AFTER, paper="VL-12")
    submit = c.SubmitPaper(org=A, body=GV, paper="VL-12")
    mayor.given(*ratifying()).when(submit).then(submitted)
    mayor.given(*ratifying(), submitted).when(submit).then()
    future = replace(submit, on=NEXT)
    mayor.given(*ratifying()).when(future).refused(Code.DATE_IN_THE_FUTURE)
    mayor.given(*ratifying()).when(c.ScheduleItem(org=A, body=GV, on=NEXT)).refused(
        Code.NO_PAPER_YET, org=A, body=GV
    )
    mayor.given(*accepted()).when(submit).refused(Code.NOT_POSSIBLE_NOW)


def test_no_body_did_anything_before_the_decision_was_before_the_forum() -> None:
    early = c.SubmitPaper(org=A, body=GV, on=TODAY - timedelta(days=1))
    mayor.given(*ratifying()).when(early).refused(
        Code.RESULT_BEFORE_DECISION, since=TODAY
    )
    on_the_day = c.SubmitPaper(org=A, body=GV, on=TODAY)
    mayor.given(*ratifying()).when(on_the_day).then(
        e.PaperSubmitted(org=A, body=GV, text=1, on=TODAY)
    )


def test_a_meeting_is_scheduled_and_moved() -> None:
    lies = past(submits(A), start=ratifying())
    schedule = c.ScheduleItem(org=A, body=GV, on=NEXT, item="7")
    event = e.ItemScheduled(org=A, body=GV, on=NEXT, item="7")
    mayor.given(*lies).when(schedule).then(event)
    mayor.given(*lies, event).when(schedule).then()
    assert file((*lies, event)).councils[KEY].meeting == NEXT
    before = replace(schedule, on=AFTER - timedelta(days=1))
    mayor.given(*lies).when(before).refused(Code.RESULT_BEFORE_PAPER, since=AFTER)


@pytest.mark.parametrize(
    ("command", "event"),
    [
        (
            c.RecordPostponement(org=A, body=GV, reason=WHY),
            e.CouncilPostponed(org=A, body=GV, on=AFTER, reason=WHY),
        ),
        (
            c.RecordReferral(org=A, body=GV, to="HFA"),
            e.CouncilReferred(org=A, body=GV, on=AFTER, to="HFA"),
        ),
        (
            c.RecordNotQuorate(org=A, body=GV),
            e.CouncilNotQuorate(org=A, body=GV, on=AFTER),
        ),
    ],
)
def test_what_was_not_resolved_lies_there_again(
    command: c.Progress, event: e.Council
) -> None:
    schedule = (c.ScheduleItem(org=A, body=GV, on=NEXT), town(A, on=AFTER))
    on_agenda = past(submits(A), schedule, start=ratifying())
    mayor.given(*on_agenda).when(command).then(event)
    known = file((*on_agenda, event)).councils[KEY]
    assert (known.step, known.meeting) == (Step.SUBMITTED, None)


def test_a_committee_only_advises() -> None:
    lies = past(submits(A), start=ratifying())
    advise = c.RecordConsultation(org=A, body=GV, committee="HFA", result=OTHER)
    event = e.ConsultationHeld(org=A, body=GV, committee="HFA", on=AFTER, result=OTHER)
    mayor.given(*lies).when(advise).then(event)
    assert file((*lies, event)).councils == file(lies).councils


def test_a_term_goes_by_only_behind_its_last_day() -> None:
    expire = c.ExpireRatification(org=A, body=GV)
    on = decision(office(TERM)).given(*ratifying())
    on.when(expire).refused(Code.DEADLINE_NOT_OVER, until=TERM)
    day = TERM + timedelta(days=1)
    late = decision(office(day))
    event = e.RatificationExpired(org=A, body=GV, on=day)
    late.given(*ratifying()).when(expire).then(event)
    late.given(*ratifying(), event).when(expire).then()
    decision(town(A, on=day)).given(*ratifying()).when(expire).refused(
        Code.ONLY_COORDINATION
    )
    approved = past(submits(A), approves(A), start=ratifying())
    late.given(*approved).when(expire).refused(Code.RESULT_KNOWN)
    without = past(
        (c.Reserve(body=GV), town(A)), says(A), says(B), CLOSE, START, start=opened()
    )
    late.given(*without).when(expire).refused(Code.NOT_POSSIBLE_NOW)
