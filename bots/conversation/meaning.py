"""Meaning: which command an intent is, given where the commitment stands.

"Z34 einverstanden" accepts a counter-proposal, an offer, a change or a completion;
"geht nicht" declines before a promise and reneges after it. What nobody can mean
in this state is left to the rules of core to refuse, with their sentence.
"""

from __future__ import annotations

from typing import TypeAlias, assert_never

from bots.grammar import decisions, intents
from core.commitment import commands as c
from core.commitment import settling
from core.sealed import Sealed
from projections.commitments import CommitmentRow

OfItem: TypeAlias = (
    intents.Promise
    | intents.Counter
    | intents.Decline
    | intents.Agree
    | intents.Lacking
    | intents.ReportDone
    | intents.Progress
    | intents.Withdraw
    | intents.Release
    | intents.Uphold
    | intents.Reserve
    | intents.Ratification
)


def command_of(intent: OfItem, row: CommitmentRow, org: str) -> c.Command:
    """Return what the speaker of ``org`` asks for by ``intent``."""
    if row.pending_org == org and (settled := _settling(intent, row)):
        return settled
    match intent:
        case intents.Promise(due=due) if due is not None and due != row.due:
            return c.Counter(due=due)
        case intents.Promise() | intents.Agree():
            return _yes(intent, row, org)
        case intents.Uphold():
            return c.Uphold()
        case intents.Counter(due=due, text=text):
            scope = text if due is None else ""
            reason = "" if due is None else text
            if row.state in {"promised", "reserved", "renegotiating"}:
                return c.ProposeChange(
                    due=due, scope=_text(scope), reason=_text(reason)
                )
            return c.Counter(due=due, scope=_text(scope), reason=_text(reason))
        case intents.Decline(text=text):
            return _no(text, row, org)
        case intents.Lacking(text=text):
            if row.state == "fulfilled":
                return c.Dispute(reason=Sealed(text))
            return c.RejectCompletion(missing=Sealed(text))
        case intents.ReportDone(text=text, on=on):
            return c.ReportDone(on=on, evidence=_text(text))
        case intents.Progress(text=text):
            return c.ReportProgress(text=Sealed(text))
        case intents.Withdraw() | intents.Release():
            return _freed(intent, row, org)
        case intents.Reserve(body=body, due=due):
            return c.PromiseUnderReservation(body=body, deadline=due or row.due)
        case intents.Ratification():
            return _council(intent)
        case _:
            assert_never(intent)


def _settling(intent: OfItem, row: CommitmentRow) -> c.Command | None:
    """Return how ``intent`` settles what waits for the speaker's organisation."""
    draft = row.pending == "draft"
    match intent:
        case intents.Promise(due=None) | intents.Agree():
            return settling.ConfirmDraft() if draft else settling.ConfirmOnBehalf()
        case intents.Decline(text=text):
            if draft:
                return settling.DiscardDraft(reason=_text(text))
            return settling.ContestOnBehalf(reason=_text(text))
        case _:
            return None


def _yes(
    intent: intents.Promise | intents.Agree, row: CommitmentRow, org: str
) -> c.Command:
    match row.state:
        case "offered":
            return c.AcceptOffer()
        case "countered":
            return c.AcceptCounter()
        case "renegotiating":
            return c.AcceptChange()
        case "handing_over":
            return c.TakeOver()
        case "requested" if org == row.holder:
            return c.Promise()
        case _:
            promise = isinstance(intent, intents.Promise)
            return c.Promise() if promise else c.AcceptCompletion()


def _no(text: str, row: CommitmentRow, org: str) -> c.Command:
    match row.state:
        case "handing_over":
            return c.DeclineHandOver(reason=_text(text))
        case "renegotiating":
            return c.RejectChange(reason=_text(text))
        case "promised" | "reserved" | "reported" if org == row.holder:
            return c.Renege(reason=Sealed(text))
        case _:
            return c.Decline(reason=_text(text))


def _freed(
    intent: intents.Withdraw | intents.Release, row: CommitmentRow, org: str
) -> c.Command:
    reason = _text(intent.text)
    if row.state in {"requested", "offered", "countered"}:
        return c.Withdraw(reason=reason)
    if org == row.holder and row.ended_by and isinstance(intent, intents.Release):
        return c.SeekRelease(reason=reason)
    return c.Release(reason=reason)


def _council(intent: intents.Ratification) -> c.Command:
    said = ", ".join(part for part in (intent.body, intent.item, intent.text) if part)
    match intent.result:
        case decisions.Result.APPROVED:
            day = f" {intent.on:%d.%m.%Y}" if intent.on else ""
            return c.LiftReservation(evidence=Sealed(f"{said}{day}"))
        case decisions.Result.CONDITIONAL:
            return c.ConditionReservation(conditions=Sealed(intent.text))
        case decisions.Result.REFUSED:
            return c.RefuseReservation(reason=_text(intent.text))
        case (
            decisions.Result.POSTPONED
            | decisions.Result.REFERRED
            | decisions.Result.NOT_QUORATE
        ):
            return c.ReportProgress(text=Sealed(said))
        case _:
            assert_never(intent.result)


def _text(text: str) -> Sealed | None:
    return Sealed(text) if text.strip() else None
