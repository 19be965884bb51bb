"""Councils: a decision with everything that can happen to it in them, for a story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from core.commitment import commands as commitment
from core.decision import commands as c
from core.decision.kinds import ConditionKind, Evidence
from core.effect import Stance
from core.sealed import Sealed
from tests.projections.asking import TOWN, WHY
from tests.projections.chance import ORGS

_FUNDING: Final = ConditionKind.FUNDING
YES: Final = c.GivePosition(stance=Stance.YES)


class Act(NamedTuple):
    """Who says what, and how many days go by before the next one speaks."""

    who: str
    command: c.Command | commitment.Command
    days: int = 0


def said(who: str, *commands: c.Command) -> Iterator[Act]:
    """Return that ``who`` says all this."""
    for command in commands:
        yield Act(who, command)


def in_council() -> Iterator[Act]:
    """Let two bodies resolve, one of them with conditions, and a third need not."""
    rat: dict[str, Any] = {"org": ORGS[TOWN], "body": "rat"}
    ha: dict[str, Any] = {"org": ORGS[TOWN], "body": "ha"}
    minutes: dict[str, Any] = {"evidence": Evidence.MINUTES, "ref": "TOP 1"}
    approved = c.RecordApproval(**rat, **minutes)
    yield from said("town", c.Reserve(body="rat"), c.Reserve(body="ha"))
    yield Act("town", c.Reserve(body="ov"), 30)
    yield from said("office", c.Close(), c.RequireCondition(kind=_FUNDING))
    yield Act("office", c.RequireCondition(kind=ConditionKind.PUBLICATION))
    yield Act("office", c.StartRatification())
    yield from said("town", c.WaiveRatification(body="ov", reason=WHY))
    yield from said("town", c.SubmitPaper(**rat), c.SubmitPaper(**ha))
    yield from said("town", c.RecordConsultation(**rat, committee="HFA", result=WHY))
    yield from said("town", c.RecordPostponement(**rat), c.RecordNotQuorate(**rat))
    yield from said("town", c.RecordReferral(**rat, to="HFA"), approved)
    conditions = c.RecordConditions(**ha, **minutes, conditions=WHY)
    yield Act("town", conditions)
    yield Act("office", c.RefuseConditions(**ha, reason=WHY))
    yield from said("town", c.SubmitPaper(**ha), conditions)
    yield Act("office", c.TakeUpConditions(**ha, text=Sealed("Kanal anders")))
    yield Act("town", YES, 30)
    yield from said("office", c.Close(), c.StartRatification())
    yield Act("town", c.RecheckApproval(**rat, **minutes))
    yield from said("office", c.RefuseCondition(kind=_FUNDING))
    yield Act("office", c.ReopenCondition(kind=_FUNDING, reason=WHY))
    yield Act("office", c.MeetCondition(kind=_FUNDING, ref="Bescheid"))
    published = c.WaiveCondition(kind=ConditionKind.PUBLICATION, reason=WHY)
    yield Act("office", published)
    yield from said("town", c.RetractResult(**rat, reason=WHY))
    yield from said("town", c.RecordRefusal(**rat))
    yield from said("town", c.ReopenRatification(**rat, reason=WHY))


def expired(today: date) -> Iterator[Act]:
    """Let a term go by, and the body resolve all the same."""
    rat: dict[str, Any] = {"org": ORGS[TOWN], "body": "rat"}
    soon = today + timedelta(days=5)
    yield Act("town", c.SetDeadline(**rat, deadline=soon))
    yield Act("town", c.SubmitPaper(**rat))
    yield Act("town", c.ScheduleItem(**rat, on=soon), 30)
    yield Act("office", c.ExpireRatification(**rat))
    yield Act("town", c.ReopenRatification(**rat, reason=WHY))
    yield Act("town", c.SubmitPaper(**rat))
    minutes: dict[str, Any] = {"evidence": Evidence.MINUTES, "ref": "TOP 1"}
    yield Act("town", c.RecordApproval(**rat, **minutes))
