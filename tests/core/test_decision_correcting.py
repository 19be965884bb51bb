"""What was recorded of a council with a wrong day is put right (rule T3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.decision import commands as c
from core.decision import events as e
from core.decision.councils import CouncilKey, Step
from core.decision.kinds import Evidence
from core.errors import Code
from tests.core.decision_world import (
    AFTER,
    GV,
    WHY,
    A,
    decision,
    file,
    past,
    ratifying,
    submits,
    town,
)

KEY: Final = CouncilKey(A, GV)
DAY: Final = timedelta(days=1)
LATER: Final = AFTER + 3 * DAY
mayor = decision(town(A, on=LATER))


def oral(on_day: int) -> e.CouncilApproved:
    """Return an approval by word of mouth on a day after the count."""
    day = AFTER + on_day * DAY
    return e.CouncilApproved(org=A, body=GV, text=1, on=day, evidence=Evidence.ORAL)


def paper(on_day: int) -> e.PaperSubmitted:
    """Return that the paper lay before the body on a day after the count."""
    return e.PaperSubmitted(org=A, body=GV, text=1, on=AFTER + on_day * DAY)


def proven(on_day: int) -> e.CouncilApproved:
    """Return the proof of an approval."""
    return replace(oral(on_day), evidence=Evidence.MINUTES, ref="TOP 7")


prove = c.RecordApproval(org=A, body=GV, evidence=Evidence.MINUTES, ref="TOP 7")


def test_a_paper_known_only_by_a_wrong_result_falls_with_it() -> None:
    retracted = e.ResultRetracted(org=A, body=GV, reason=WHY)
    with_result = (*ratifying(), paper(3), oral(3), retracted)
    assert file(with_result).councils[KEY].step is Step.REQUIRED
    assert file(with_result).councils[KEY].since is None
    before_it = (*ratifying(), paper(1), oral(3), retracted)
    assert file(before_it).councils[KEY].step is Step.SUBMITTED
    assert file(before_it).councils[KEY].since == AFTER + DAY


def test_a_proof_names_the_day_of_an_oral_approval_anew() -> None:
    known = past(start=(*ratifying(), paper(1), oral(3)))
    bound = e.PartlyTookEffect(orgs=(A,), on=AFTER + 2 * DAY)
    on_the_second = replace(prove, on=AFTER + 2 * DAY)
    mayor.given(*known).when(on_the_second).then(proven(2), bound)
    mayor.given(*known).when(replace(prove, on=AFTER)).refused(Code.RESULT_BEFORE_PAPER)


def test_a_paper_known_only_by_the_result_moves_with_its_day() -> None:
    known = (*ratifying(), paper(3), oral(3))
    bound = e.PartlyTookEffect(orgs=(A,), on=AFTER + 2 * DAY)
    on_the_second = replace(prove, on=AFTER + 2 * DAY)
    mayor.given(*known).when(on_the_second).then(paper(2), proven(2), bound)


def test_a_proof_without_a_day_keeps_the_one_that_is_known() -> None:
    bound = e.PartlyTookEffect(orgs=(A,), on=AFTER + 2 * DAY)
    mayor.given(*ratifying(), paper(2), oral(2)).when(prove).then(proven(2), bound)


def test_word_of_mouth_alone_changes_no_day() -> None:
    again = c.RecordApproval(org=A, body=GV, evidence=Evidence.ORAL, on=AFTER + DAY)
    mayor.given(*ratifying(), paper(1), oral(2)).when(again).refused(Code.RESULT_KNOWN)


def test_the_day_of_a_paper_is_put_right_and_the_meeting_stays() -> None:
    meets = e.ItemScheduled(org=A, body=GV, on=LATER + DAY)
    known = (*past(submits(A), start=ratifying()), paper(3), meets)
    right = c.SubmitPaper(org=A, body=GV, on=AFTER + DAY)
    mayor.given(*known).when(right).then(paper(1))
    assert file((*known, paper(1))).councils[KEY].step is Step.SCHEDULED
    mayor.given(*known).when(replace(right, on=LATER)).then()
    mayor.given(*known).when(replace(right, on=None)).then()
