"""Ratified: the file after something happened in a body. Total."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import assert_never

from core.decision import condition_events as x
from core.decision import ratifying_events as e
from core.decision.councils import (
    SOME_BODY,
    Condition,
    ConditionKey,
    Council,
    CouncilKey,
    Step,
)
from core.decision.file import File
from core.decision.heard import with_, without
from core.decision.kinds import Evidence
from core.effect import EVERYBODY, Answer


def ratified(file: File, event: e.InCouncils) -> File:
    """Return ``file`` after ``event``."""
    key = CouncilKey(event.org, event.body)
    if isinstance(event, e.RatificationRequired):
        return _required(file, key, event.deadline)
    known = file.councils.get(key)
    if known is None:
        return file
    return replace(file, councils=with_(file.councils, key, _after(known, event)))


def _required(file: File, key: CouncilKey, deadline: date | None) -> File:
    """Return ``file`` with one more body, or with a name for what had none.

    What lies before a body, and until when, stays so when it is named.
    """
    some = CouncilKey(key.org, SOME_BODY)
    known = file.councils.get(some)
    if known is None or key == some:
        return replace(
            file, councils=with_(file.councils, key, Council(deadline=deadline))
        )
    named = replace(known, deadline=deadline or known.deadline)
    return replace(file, councils=with_(without(file.councils, some), key, named))


def _after(council: Council, event: e.Council) -> Council:
    match event:
        case e.RatificationWaived():
            return replace(council, step=Step.WAIVED)
        case e.DeadlineSet(deadline=deadline):
            return replace(council, deadline=deadline)
        case e.PaperSubmitted(text=text, on=on):
            meets = council.step is Step.SCHEDULED and council.text == text
            step = Step.SCHEDULED if meets else Step.SUBMITTED
            return replace(council, step=step, text=text, since=on)
        case e.ItemScheduled(on=on):
            return replace(council, step=Step.SCHEDULED, meeting=on)
        case e.ConsultationHeld():
            return council
        case e.CouncilPostponed() | e.CouncilReferred() | e.CouncilNotQuorate():
            return replace(council, step=Step.SUBMITTED, meeting=None)
        case e.ResultRetracted():
            if council.paper_by_result:
                return Council(deadline=council.deadline)
            return replace(council, step=Step.SUBMITTED, on=date.min)
        case e.RatificationReopened():
            return Council(deadline=None)
        case e.RatificationExpired(on=on):
            return replace(council, step=Step.EXPIRED, on=on)
        case _:
            return _resolved(council, event)


def _resolved(council: Council, event: e.Result | e.ApprovalRechecked) -> Council:
    match event:
        case e.CouncilApproved() | e.ApprovalRechecked():
            oral = event.evidence is Evidence.ORAL
            step = Step.PROVISIONAL if oral else Step.APPROVED
            return replace(council, step=step, text=event.text, on=event.on)
        case e.CouncilApprovedWithConditions(text=text, on=on):
            return replace(council, step=Step.CONDITIONAL, text=text, on=on)
        case e.CouncilRefused(on=on):
            return replace(council, step=Step.REFUSED, on=on)
        case _:
            assert_never(event)


def conditioned(file: File, event: x.Conditioned) -> File:
    """Return ``file`` after ``event``."""
    key = ConditionKey(event.kind, event.org or EVERYBODY)
    match event:
        case x.ConditionRequired() | x.ConditionReopened():
            now = Condition()
        case x.ConditionMet(on=on):
            now = Condition(Answer.APPROVED, on)
        case x.ConditionRefused(on=on):
            now = Condition(Answer.REFUSED, on)
        case x.ConditionWaived():
            now = Condition(Answer.WAIVED)
        case _:
            assert_never(event)
    return replace(file, conditions=with_(file.conditions, key, now))


def taken_over(file: File, key: CouncilKey, text: int) -> File:
    """Return ``file`` once the forum took over the conditions of a body."""
    known = file.councils.get(key, Council())
    approved = replace(known, step=Step.APPROVED, text=text)
    councils = with_(file.councils, key, approved)
    return replace(file, councils=councils, taking_up=None, before=None)


def asked_again(file: File, key: CouncilKey) -> File:
    """Return ``file`` with a body that has to resolve anew."""
    known = file.councils.get(key, Council())
    again = Council(deadline=known.deadline)
    return replace(file, councils=with_(file.councils, key, again))


def restarted(file: File, org: str) -> File:
    """Return ``file`` with all bodies of ``org`` asked anew."""
    for key in file.councils:
        if key.org == org:
            file = asked_again(file, key)
    return file
