"""Everything that is asked of a commitment on a walk, by whoever may."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from core.commitment import commands as c
from core.commitment import settling as w
from core.facts import Facts, PastDecision, Power
from tests.core.test_commitment import (
    DUE,
    LATER,
    WHY,
    asker,
    clerk,
    holder,
    offer,
    on,
    request,
    speaking,
    third,
)
from tests.core.test_commitment_contest import acting
from tests.core.test_commitment_waiting import AFTER, calling
from tests.given import TODAY

FORTNIGHT: Final = TODAY + timedelta(days=14)
AGREEING: Final[tuple[c.Command, ...]] = (
    c.Promise(),
    c.PromiseUnderReservation(body="Gemeindevertretung", deadline=DUE),
    c.LiftReservation(evidence=WHY),
    c.RefuseReservation(),
    c.ConditionReservation(conditions=WHY, due=LATER),
    c.Counter(due=LATER),
    c.AcceptCounter(),
    c.AcceptOffer(),
    c.Decline(),
    c.Withdraw(),
)
KEEPING: Final[tuple[c.Command, ...]] = (
    c.ReportProgress(text=WHY),
    c.HandOverTo(person="p-neu"),
    c.HandOverTo(org="steintal"),
    c.TakeOver(),
    c.DeclineHandOver(),
    c.ProposeChange(due=LATER),
    c.AcceptChange(),
    c.RejectChange(),
    c.ReportDone(),
    c.AcceptCompletion(),
    c.RejectCompletion(missing=WHY),
    c.Release(),
    c.Renege(reason=WHY),
    c.Dispute(reason=WHY),
    w.Thank(),
)
SETTLING: Final[tuple[c.Command, ...]] = (
    w.ConfirmDraft(),
    w.DiscardDraft(),
    w.ConfirmOnBehalf(),
    w.ContestOnBehalf(),
)
COMMANDS: Final[tuple[c.Command, ...]] = (
    request,
    offer,
    *AGREEING,
    *KEEPING,
    *SETTLING,
    w.LetOnBehalfStand(),
    c.AcceptBySilence(notice="outbox:7", noticed_on=TODAY),
    w.TakeBack(),
)
PEOPLE: Final[tuple[Facts, ...]] = (asker, holder, third)
CLERKS: Final[tuple[Facts, ...]] = (
    clerk,
    speaking("birkfeld", Power.ANSWER),
    speaking("steintal", Power.ANSWER),
)
CALLERS: Final[tuple[Facts, ...]] = (calling("birkfeld"), calling("lindgrund"))
_office: Final = replace(calling("lindgrund"), on_behalf=None)
_gone: Final = replace(
    _office,
    decision=PastDecision(
        ref="B7", forum="wasser", accepted=False, bound=frozenset(), ended_by="B9"
    ),
)
_held: Final = PastDecision(
    ref="B7", forum="wasser", accepted=True, bound=frozenset({"birkfeld"})
)
DOUBTS: Final[list[tuple[c.Command, Facts]]] = [
    (replace(request, cites="B7"), replace(asker, decision=_held)),
    (c.Promise(), holder),
    (c.LoseGround(decision="B7"), _gone),
    (c.Uphold(), holder),
    (c.Uphold(), asker),
    (c.SeekRelease(reason=WHY), holder),
    (c.Release(), asker),
]
OFFERS: Final[list[tuple[c.Command, Facts]]] = [
    *((command, who) for command in COMMANDS for who in PEOPLE),
    *((command, who) for command in (offer, *AGREEING) for who in CLERKS),
    *((command, who) for command in (request, offer, *AGREEING) for who in CALLERS),
    (w.LetOnBehalfStand(), on(AFTER, _office)),
    (COMMANDS[-2], on(FORTNIGHT, _office)),
    *((w.TakeBack(), acting(who)) for who in PEOPLE),
]
