"""What is asked of a decision once the forum has accepted it, on walks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from core.decision import commands as c
from core.decision.kinds import ConditionKind, Evidence
from core.facts import PastDecision
from core.rulebook import Mode
from tests.core.decision_offers import (
    ENDS,
    FORUM,
    MUCH_LATER,
    NO,
    ONE,
    OPEN,
    TWO,
    YES,
    Offers,
)
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    EACH,
    GV,
    OFFICE,
    OTHER,
    START,
    UNTIL,
    WHY,
    A,
    B,
    L,
    approves,
    conditions,
    office,
    proposal,
    refuses,
    submits,
    town,
)

_NEW: Final = PastDecision(
    ref="B9", forum="wasser", accepted=True, bound=frozenset({A, B, L})
)
_REPLACING: Final = replace(office(MUCH_LATER), decision=_NEW)
_REPEAL: Final = (c.Repeal(by="B9", reason=WHY), _REPLACING)
_MEETS: Final = AFTER + timedelta(days=30)
_ONE_TOWN: Final[Offers] = [(proposal, OFFICE), (OPEN, ONE), (YES, town(A)), CLOSE]
_AT: Final[dict[str, Any]] = {"org": A, "body": GV}
COUNCILS: Final[Offers] = [
    _REPEAL,
    *_ONE_TOWN,
    START,
    submits(A),
    (c.ScheduleItem(**_AT, on=_MEETS), town(A, on=AFTER)),
    (c.RecordConsultation(**_AT, committee="HFA", result=WHY), town(A, on=AFTER)),
    (c.RecordPostponement(**_AT), town(A, on=AFTER)),
    (c.RecordReferral(**_AT, to="Bauausschuss"), town(A, on=AFTER)),
    (c.RecordNotQuorate(**_AT), town(A, on=AFTER)),
    approves(A),
    (c.RecordApproval(**_AT, evidence=Evidence.ORAL), town(A, on=AFTER)),
    refuses(A),
    (c.RetractResult(**_AT, reason=WHY), town(A, on=AFTER)),
    (c.SetDeadline(**_AT, deadline=MUCH_LATER), office(AFTER)),
    (c.WaiveRatification(body=GV, reason=WHY), town(A, on=AFTER)),
    (c.Reserve(body="ha"), town(A, on=AFTER)),
    *ENDS,
]
REOPENING: Final[Offers] = [
    (proposal, OFFICE),
    (OPEN, TWO),
    (YES, town(A)),
    (YES, town(B)),
    CLOSE,
    START,
    submits(A),
    refuses(A),
    (c.ReopenRatification(**_AT, reason=WHY), town(A, on=AFTER)),
    (c.ExpireRatification(**_AT), office(MUCH_LATER)),
    *ENDS,
]
CONDITIONS: Final[Offers] = [
    _REPEAL,
    (replace(proposal, mode=Mode.MAJORITY), OFFICE),
    (OPEN, ONE),
    (YES, town(A)),
    (NO, town(A)),
    CLOSE,
    START,
    submits(A),
    approves(A),
    conditions(A),
    (c.TakeUpConditions(**_AT, text=OTHER, until=UNTIL), OFFICE),
    (c.RefuseConditions(**_AT, reason=WHY), office(AFTER)),
    (c.RecheckApproval(**_AT, evidence=Evidence.LETTER, ref="1"), town(A)),
    *ENDS,
]
RECHECKING: Final[Offers] = [
    *ENDS,
    _REPEAL,
    (proposal, OFFICE),
    (OPEN, TWO),
    (YES, town(A)),
    (YES, town(B)),
    CLOSE,
    START,
    submits(A),
    submits(B),
    approves(A),
    conditions(B),
    (c.TakeUpConditions(org=B, body=GV, text=OTHER, until=UNTIL), OFFICE),
    (c.RecheckApproval(**_AT, evidence=Evidence.LETTER, ref="1"), town(A, on=AFTER)),
]
DEPENDING: Final[Offers] = [
    _REPEAL,
    *_ONE_TOWN,
    START,
    (c.WaiveRatification(body=GV, reason=WHY), town(A, on=AFTER)),
    (c.RequireCondition(kind=ConditionKind.FUNDING), office(AFTER)),
    (c.MeetCondition(kind=ConditionKind.FUNDING, ref="Bescheid"), office(AFTER)),
    (c.RefuseCondition(kind=ConditionKind.FUNDING), office(AFTER)),
    (c.ReopenCondition(kind=ConditionKind.FUNDING, reason=WHY), office(AFTER)),
    (c.WaiveCondition(kind=ConditionKind.FUNDING, reason=WHY), office(AFTER)),
    *ENDS,
]
LIVING: Final[Offers] = [
    (replace(proposal, council=False, effect=EACH), OFFICE),
    (OPEN, ONE),
    (YES, town(A)),
    CLOSE,
    START,
    (c.Join(), town(B, on=AFTER)),
    (c.Leave(reason=WHY), town(B, on=AFTER)),
    (c.AskForPromises(org=A), office(AFTER)),
    (c.CallReview(), office(MUCH_LATER)),
    (c.Confirm(), office(MUCH_LATER)),
    (c.Supersede(by="B9"), _REPLACING),
    _REPEAL,
    *ENDS,
]
RECOMMENDING: Final[Offers] = [
    *ENDS,
    (replace(proposal, mode=Mode.RECOMMENDATION), OFFICE),
    (OPEN, ONE),
    (YES, town(A)),
    CLOSE,
    (c.CallReview(), office(MUCH_LATER)),
    (c.Confirm(no_review=WHY), office(MUCH_LATER)),
    _REPEAL,
]
LATER: Final = [
    COUNCILS,
    REOPENING,
    CONDITIONS,
    RECHECKING,
    DEPENDING,
    LIVING,
    RECOMMENDING,
]
WALKS: Final = [*FORUM, *LATER]
