"""What is asked of a decision on walks, and by whom; small ones, each begins anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from core.decision import commands as c
from core.decision.kinds import Score
from core.effect import Stance
from core.facts import Facts, Power, Seat
from core.rulebook import Mode
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    OFFICE,
    OTHER,
    PLACE,
    UNTIL,
    WHY,
    A,
    B,
    office,
    phone,
    proposal,
    town,
)

Offers: TypeAlias = Sequence[tuple[c.Command, Facts]]

TWO: Final = replace(OFFICE, forum=replace(PLACE, seats={A: Seat.VOTE, B: Seat.VOTE}))
ONE: Final = replace(OFFICE, forum=replace(PLACE, seats={A: Seat.VOTE}))
MUCH_LATER: Final = date(2028, 6, 1)
OPEN: Final = c.Open(until=UNTIL)
YES: Final = c.GivePosition(stance=Stance.YES)
NO: Final = c.GivePosition(stance=Stance.NO)
ENDS: Final[Offers] = [(c.Withdraw(reason=WHY), OFFICE)]

DRAFTING: Final[Offers] = [
    (proposal, OFFICE),
    (c.Revise(text=OTHER), OFFICE),
    (c.Explain(reasons=WHY), OFFICE),
    (c.SetTerm(deadline=MUCH_LATER), OFFICE),
    (OPEN, TWO),
    (c.Deliver(org=A, channel="mail", proof="post:1"), OFFICE),
    *ENDS,
]
OBJECTING: Final[Offers] = [
    (proposal, OFFICE),
    (OPEN, TWO),
    (c.Object(reason=WHY), town(A)),
    (c.Revise(text=OTHER, integrates=(1,)), OFFICE),
    (c.AcceptIntegration(number=1), town(A)),
    (c.WithdrawObjection(number=1), town(A)),
    (c.RuleNotParamount(number=1, by="Steuerungsrunde", reason=WHY), OFFICE),
    (c.Escalate(to="Steuerungsrunde", reason=WHY), OFFICE),
    *ENDS,
]
VOTING: Final[Offers] = [
    (replace(proposal, mode=Mode.MAJORITY), OFFICE),
    (OPEN, TWO),
    (YES, town(A)),
    (NO, town(A)),
    (c.DeclareRecusal(), town(B)),
    CLOSE,
    (c.Reconvene(), office(AFTER)),
    *ENDS,
]
SCORING: Final[Offers] = [
    (replace(proposal, mode=Mode.RESISTANCE, options=("so", "anders")), OFFICE),
    (OPEN, ONE),
    (
        c.ScoreOptions(
            scores=(Score(option=1, resistance=2), Score(option=2, resistance=9))
        ),
        town(A),
    ),
    CLOSE,
    *ENDS,
]
WAITING: Final[Offers] = [
    (proposal, OFFICE),
    (OPEN, ONE),
    (YES, town(A, Power.ANSWER)),
    (c.ConfirmPrepared(), town(A)),
    (c.DropPrepared(), town(A)),
    (YES, phone(A)),
    (c.ConfirmOnBehalf(), town(A)),
    (c.ContestOnBehalf(), town(A)),
    (c.LetOnBehalfStand(org=A), office(AFTER)),
    *ENDS,
]

FORUM: Final = [DRAFTING, OBJECTING, VOTING, SCORING, WAITING]
