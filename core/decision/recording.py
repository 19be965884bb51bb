"""Recording: what a body resolved (rules T1 and T2), and what was recorded wrongly."""

from __future__ import annotations

from datetime import date
from typing import Final, assert_never

from core.authority import coordinating, speaking_for
from core.decision import commands as c
from core.decision import events as e
from core.decision import states as s
from core.decision.checks import (
    council,
    council_key,
    in_body,
    in_councils,
    label_maybe,
    said,
    said_maybe,
    unfit,
)
from core.decision.councils import OUTSTANDING, RESULTS, Council, CouncilKey, Step
from core.decision.file import File
from core.decision.kinds import Evidence
from core.decision.ratifying import lies_before, not_before, outstanding
from core.decision.wording import marked, same
from core.errors import Code, Refusal
from core.facts import Facts, Power

_APPROVED: Final = frozenset({Step.APPROVED, Step.PROVISIONAL})


def record(command: c.Recording, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return the result of a body; nothing if it is known.

    Raises:
        Refusal: ``UNKNOWN_RATIFICATION``, ``NO_PAPER_YET``, ``RESULT_KNOWN`` when
            another result stands, ``RESULT_BEFORE_PAPER``, ``EVIDENCE_MISSING`` …
    """
    if not in_councils(state):
        raise unfit(state)
    file = state.file
    org, body = council_key(command.org, command.body, file)
    speaking_for(org, Power.ANSWER, facts)
    known = council(org, body, file)
    if isinstance(command, c.RecordApproval):
        return _approval(command, known, file, facts)
    same = Step.CONDITIONAL if isinstance(command, c.RecordConditions) else Step.REFUSED
    if known.step is same:
        return []
    lies_before(known, org, body)
    on = not_before(known, in_body(command.on, file, facts))
    match command:
        case c.RecordConditions(evidence=evidence, conditions=conditions, ref=ref):
            return [
                e.CouncilApprovedWithConditions(
                    org=org,
                    body=body,
                    text=known.text,
                    on=on,
                    evidence=evidence,
                    conditions=said(conditions),
                    ref=_proven(evidence, ref),
                )
            ]
        case c.RecordRefusal(reason=reason, ref=ref):
            why, proof = said_maybe(reason), label_maybe(ref)
            return [e.CouncilRefused(org=org, body=body, on=on, reason=why, ref=proof)]
        case _:
            assert_never(command)


def _proven(evidence: Evidence, ref: str | None) -> str | None:
    """Return the reference of the evidence, which only word of mouth has not (T2)."""
    found = label_maybe(ref)
    if found is None and evidence is not Evidence.ORAL:
        raise Refusal(Code.EVIDENCE_MISSING)
    return found


def _approval(
    command: c.RecordApproval, known: Council, file: File, facts: Facts
) -> list[e.Happening]:
    """Return the approval, unless it is known; a proof may put its day right."""
    key = council_key(command.org, command.body, file)
    text = _version(command, known, file)
    oral = known.step is Step.PROVISIONAL and known.text == text
    proves = oral and command.evidence is not Evidence.ORAL
    if not proves:
        day = command.on or known.on
        if known.step in _APPROVED and (known.text, known.on) == (text, day):
            return []
        if known.step not in OUTSTANDING or command.source is None:
            lies_before(known, *key)
    on = in_body(command.on or (known.on if proves else None), file, facts)
    approval = _approved(command, key, text, on, file)
    if proves and known.since == known.on > on:
        org, body = key
        return [e.PaperSubmitted(org=org, body=body, text=text, on=on), approval]
    not_before(known, on)
    return [approval]


def _approved(
    command: c.RecordApproval, key: CouncilKey, text: int, on: date, file: File
) -> e.CouncilApproved | e.CouncilApprovedWithConditions:
    """Return that a version was approved; another wording is a condition (T1)."""
    (org, body), evidence = key, command.evidence
    ref = _proven(evidence, command.ref or command.source)
    if command.wording is not None and not same(command.wording, file.texts[text]):
        return e.CouncilApprovedWithConditions(
            org=org,
            body=body,
            text=text,
            on=on,
            evidence=evidence,
            conditions=said(command.wording),
            ref=ref,
        )
    return e.CouncilApproved(
        org=org, body=body, text=text, on=on, evidence=evidence, ref=ref
    )


def _version(command: c.RecordApproval, known: Council, file: File) -> int:
    """Return which version was approved: by its mark, its number, or its paper."""
    if command.mark is not None:
        version = marked(command.mark, file.texts)
        if version is None:
            raise Refusal(Code.UNKNOWN_MARK, mark=command.mark.strip().lower())
        return version
    text = command.text or known.text or file.text
    if text not in file.texts:
        raise Refusal(Code.UNKNOWN_VERSION, number=text)
    return text


def correct(command: c.Correcting, state: s.Present, facts: Facts) -> list[e.Happening]:
    """Return what becomes of an earlier result, or of a term that went by.

    Raises:
        Refusal: ``UNKNOWN_RATIFICATION``, ``RESULT_KNOWN``, ``DEADLINE_NOT_OVER`` or
            ``NOT_POSSIBLE_NOW`` with the step of the body.
    """
    retracting = isinstance(command, c.RetractResult) and isinstance(state, s.Failed)
    if not (in_councils(state) or retracting):
        raise unfit(state)
    org, body = council_key(command.org, command.body, state.file)
    known = council(org, body, state.file)
    if isinstance(command, c.ExpireRatification):
        coordinating(facts)
        return _expire(org, body, known, facts)
    speaking_for(org, Power.ANSWER, facts)
    match command:
        case c.RecheckApproval():
            if known.step not in _APPROVED:
                raise _not_now(known)
            return _rechecked(command, known, state.file, facts)
        case c.RetractResult(reason=reason):
            if known.step not in RESULTS:
                raise _not_now(known)
            return [e.ResultRetracted(org=org, body=body, reason=said(reason))]
        case c.ReopenRatification(reason=reason):
            if known.step not in {Step.REFUSED, Step.EXPIRED}:
                raise _not_now(known)
            return [e.RatificationReopened(org=org, body=body, reason=said(reason))]
        case _:
            assert_never(command)


def _rechecked(
    command: c.RecheckApproval, known: Council, file: File, facts: Facts
) -> list[e.Happening]:
    if known.text == file.text:
        return []
    org, body = council_key(command.org, command.body, file)
    return [
        e.ApprovalRechecked(
            org=org,
            body=body,
            text=file.text,
            on=in_body(command.on, file, facts),
            evidence=command.evidence,
            ref=_proven(command.evidence, command.ref),
        )
    ]


def _not_now(known: Council) -> Refusal:
    return Refusal(Code.NOT_POSSIBLE_NOW, state=f"council_{known.step.value}")


def _expire(org: str, body: str, known: Council, facts: Facts) -> list[e.Happening]:
    if known.step is Step.EXPIRED:
        return []
    outstanding(known, org, body)
    if known.deadline is None:
        raise _not_now(known)
    if facts.today <= known.deadline:
        raise Refusal(Code.DEADLINE_NOT_OVER, until=known.deadline)
    return [e.RatificationExpired(org=org, body=body, on=facts.today)]
