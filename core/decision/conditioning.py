"""Conditioning: conditions that a body makes (*Maßgabe*), and those of others."""

from __future__ import annotations

from typing import assert_never

from core.authority import coordinating, speaking_for
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import (
    council,
    council_key,
    entitled,
    past,
    said,
    said_maybe,
    unfit,
)
from core.decision.councils import ConditionKey, Step
from core.decision.opening import revised
from core.effect import EVERYBODY, Answer
from core.errors import Code, Refusal
from core.facts import Facts, Power
from core.texts import label


def negotiate(
    command: c.Conditional, state: s.Present, facts: Facts
) -> list[e.Happening]:
    """Return that the forum is asked about conditions, or does not take them over.

    A body that approves with conditions makes a counter-offer: as a new version of
    the text the forum decides about it once more, with everybody's position anew. Once
    it binds somebody, another text needs another decision.

    Raises:
        Refusal: ``ONLY_COORDINATION``, ``UNKNOWN_RATIFICATION``, ``NOT_POSSIBLE_NOW``.
    """
    coordinating(facts)
    taking = isinstance(command, c.TakeUpConditions)
    if not isinstance(state, s.Ratifying if taking else s.Binding):
        raise unfit(state)
    org, body = council_key(command.org, command.body, state.file)
    known = council(org, body, state.file)
    if known.step is not Step.CONDITIONAL:
        raise Refusal(Code.NOT_POSSIBLE_NOW, state=f"council_{known.step.value}")
    match command:
        case c.TakeUpConditions(text=text, until=until):
            new = revised(said(text), until, state.file, facts)
            return [e.ConditionsTakenUp(org=org, body=body, text=new.version), new]
        case c.RefuseConditions(reason=reason):
            return [e.ConditionsRefused(org=org, body=body, reason=said(reason))]
        case _:
            assert_never(command)


def condition(
    command: c.Conditioning, state: s.Present, facts: Facts
) -> list[e.Happening]:
    """Return what else must come first, or that it has come, or will not.

    Raises:
        Refusal: ``UNKNOWN_CONDITION``, ``NOT_POSSIBLE_NOW``, ``DATE_IN_THE_FUTURE``.
    """
    file, org = state.file, command.org
    if isinstance(command, c.RequireCondition):
        coordinating(facts)
        if not isinstance(state, s.InForum | s.Resolved | s.Ratifying):
            raise unfit(state)
        if org is not None:
            entitled(org, file)
        if ConditionKey(command.kind, org or EVERYBODY) in file.conditions:
            return []
        return [e.ConditionRequired(kind=command.kind, org=org)]
    reopening = isinstance(command, c.ReopenCondition)
    if not isinstance(state, s.InForum | s.Resolved | s.Binding) and not (
        reopening and isinstance(state, s.Failed)
    ):
        raise unfit(state)
    if org is None:
        coordinating(facts)
    else:
        speaking_for(org, Power.ANSWER, facts)
    known = file.conditions.get(ConditionKey(command.kind, org or EVERYBODY))
    if known is None:
        raise Refusal(Code.UNKNOWN_CONDITION, kind=command.kind.value)
    if (known.answer is Answer.OPEN) is reopening:
        return []
    return [_answered(command, facts)]


def _answered(
    command: c.MeetCondition | c.RefuseCondition | c.WaiveCondition | c.ReopenCondition,
    facts: Facts,
) -> e.Happening:
    kind, org = command.kind, command.org
    match command:
        case c.MeetCondition(ref=ref, on=on):
            day = past(on, facts)
            return e.ConditionMet(kind=kind, on=day, ref=label(ref), org=org)
        case c.RefuseCondition(reason=reason, on=on):
            why, day = said_maybe(reason), past(on, facts)
            return e.ConditionRefused(kind=kind, on=day, reason=why, org=org)
        case c.WaiveCondition(reason=reason):
            coordinating(facts)
            return e.ConditionWaived(kind=kind, reason=said(reason), org=org)
        case c.ReopenCondition(reason=reason):
            return e.ConditionReopened(kind=kind, reason=said(reason), org=org)
        case _:
            assert_never(command)
