"""What events in councils tell beyond the state that core keeps."""

from __future__ import annotations

from typing import Final, assert_never

from core.decision import events as e
from core.decision.councils import SOME_BODY
from core.effect import EVERYBODY
from core.ports import Recorded
from core.sealed import Sealed
from projections.decisions.sheets import Sheets
from projections.decisions.tables import CONDITION, COUNCIL, POSITION
from projections.packing import packed, unpacked
from projections.rows import Row

_NO_RESULT: Final[Row] = {"evidence": None, "evidence_ref": None, "conditions": None}
_NO_DELAY: Final[Row] = {"delay": None, "delay_on": None, "delay_reason": None}


def council(sheets: Sheets, recorded: Recorded, event: e.InCouncils) -> None:
    """Note what ``event`` tells of one body."""
    bodies = sheets.parts[COUNCIL]
    some = (event.org, SOME_BODY)
    if isinstance(event, e.RatificationRequired) and some in bodies:
        bodies[(event.org, event.body)] = bodies.pop(some)  # it has a name now
    cells = _cells(event)
    if recorded.origin.org == event.org:
        cells = {**cells, "person": recorded.origin.actor}
    sheets.tell(COUNCIL, (event.org, event.body), **cells)


def _cells(event: e.InCouncils) -> Row:
    match event:
        case e.RatificationRequired(reason=reason):
            return {"reason": _text(reason)}
        case e.RatificationWaived(reason=reason):
            return {"reason": _text(reason)}
        case e.DeadlineSet() | e.RatificationExpired():
            return {}
        case e.PaperSubmitted(paper=paper):
            return {"paper": paper}
        case e.ItemScheduled(item=item):
            return {"item": item}
        case e.ConsultationHeld(committee=committee, on=on, result=result):
            consulted = {"consulted_on": on, "consulted": _text(result)}
            return {"committee": committee, **consulted}
        case e.CouncilPostponed(reason=reason):
            return _delayed("postponed", event, _text(reason))
        case e.CouncilReferred(to=to):
            return _delayed("referred", event, to)
        case e.CouncilNotQuorate():
            return _delayed("not_quorate", event, None)
        case e.ResultRetracted(reason=reason) | e.RatificationReopened(reason=reason):
            return {**_NO_RESULT, "reason": _text(reason), "item": None}
        case _:
            return {**_NO_DELAY, **_resolved(event)}


def _delayed(
    kind: str,
    event: e.CouncilPostponed | e.CouncilReferred | e.CouncilNotQuorate,
    reason: str | None,
) -> Row:
    delay = {"delay": kind, "delay_on": event.on, "delay_reason": reason}
    return {**delay, "item": None}


def _resolved(event: e.Result | e.ApprovalRechecked) -> Row:
    match event:
        case e.CouncilApproved() | e.ApprovalRechecked():
            proof = {"evidence": event.evidence.value, "evidence_ref": event.ref}
            return {**_NO_RESULT, **proof, "reason": None}
        case e.CouncilApprovedWithConditions(conditions=conditions):
            proof = {"evidence": event.evidence.value, "evidence_ref": event.ref}
            return {**proof, "conditions": _text(conditions), "reason": None}
        case e.CouncilRefused(reason=reason, ref=ref):
            return {**_NO_RESULT, "reason": _text(reason), "evidence_ref": ref}
        case _:
            assert_never(event)


def negotiated(sheets: Sheets, event: e.Conditional) -> None:
    """Note what the forum says to the conditions of a body."""
    matter = sheets.matter
    match event:
        case e.ConditionsTakenUp():
            matter["closed_on"] = None
            for key, row in [*sheets.parts[POSITION].items()]:
                sheets.tell(POSITION, key, person_before=row["person"])
        case e.ConditionsAccepted():
            pass  # the state keeps it
        case e.ConditionsRefused(org=org, body=body, reason=reason):
            no_proof = {"evidence": None, "evidence_ref": None}
            sheets.tell(COUNCIL, (org, body), reason=_text(reason), **no_proof)
            if sheets.taking_up:
                for key, row in [*sheets.parts[POSITION].items()]:
                    sheets.tell(POSITION, key, person=row["person_before"])
            if matter["accepted"]:  # which holds again
                accepted: e.Accepted = unpacked(matter["accepted"])
                counted = {"closed_on": accepted.on, "tally": packed(accepted.tally)}
                matter |= counted
        case _:
            assert_never(event)


def condition(sheets: Sheets, event: e.Conditioned) -> None:
    """Note what ``event`` tells of something else that must come first."""
    ref = event.ref if isinstance(event, e.ConditionMet) else None
    reason = _text(getattr(event, "reason", None))
    key = (event.kind.value, event.org or EVERYBODY)
    sheets.tell(CONDITION, key, evidence_ref=ref, reason=reason)


def _text(sealed: Sealed | None) -> str | None:
    return sealed.text if sealed else None
