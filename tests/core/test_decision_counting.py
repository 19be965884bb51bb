"""Every way of deciding, at its border and beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.decision import commands as c
from core.decision import events as e
from core.decision import tally
from core.decision.kinds import Outcome, Tally
from core.effect import Member, Stance
from core.errors import Code
from core.rulebook import Mode
from tests.core.decision_world import (
    AFTER,
    CLOSE,
    EACH,
    OFFICE,
    PLACE,
    RULES,
    UNTIL,
    WHY,
    A,
    B,
    L,
    decision,
    file,
    office,
    opened,
    past,
    proposal,
    says,
    town,
)
from tests.given import TODAY

SIX = tuple(f"town{n}" for n in range(6))
CASES = [
    # mode, yes, no, abstain of six, outcome
    (Mode.CONSENT, 4, 0, 0, Outcome.ACCEPTED),
    (Mode.CONSENT, 3, 0, 0, Outcome.LAPSED),
    (Mode.CONSENT, 0, 0, 4, Outcome.REJECTED),
    (Mode.MAJORITY, 3, 2, 0, Outcome.ACCEPTED),
    (Mode.MAJORITY, 2, 2, 0, Outcome.REJECTED),
    (Mode.MAJORITY, 1, 0, 3, Outcome.ACCEPTED),
    (Mode.RECOMMENDATION, 3, 2, 0, Outcome.ACCEPTED),
    (Mode.RECOMMENDATION, 2, 2, 0, Outcome.REJECTED),
    (Mode.TWO_THIRDS, 4, 2, 0, Outcome.ACCEPTED),
    (Mode.TWO_THIRDS, 3, 2, 1, Outcome.REJECTED),
    (Mode.TWO_THIRDS, 0, 0, 6, Outcome.REJECTED),
    (Mode.UNANIMOUS, 1, 0, 5, Outcome.ACCEPTED),
    (Mode.UNANIMOUS, 5, 1, 0, Outcome.REJECTED),
    (Mode.UNANIMOUS, 0, 0, 6, Outcome.REJECTED),
    (Mode.TACIT, 1, 1, 4, Outcome.REJECTED),
    (Mode.TACIT, 4, 0, 0, Outcome.ACCEPTED),
    (Mode.RESISTANCE, 0, 0, 0, Outcome.LAPSED),
]


def ballot(mode: Mode, yes: int, no: int, abstain: int) -> tuple[e.Happening, ...]:
    """Return a ballot of six, in which so many said so."""
    roster = tuple(Member(org) for org in SIX)
    opening = e.Opened(
        text=1,
        on=TODAY,
        until=UNTIL,
        mode=mode,
        effect=EACH,
        roster=roster,
        rulebook=RULES,
    )
    stances = [Stance.YES] * yes + [Stance.NO] * no + [Stance.ABSTAIN] * abstain
    votes = [
        e.PositionGiven(org=org, stance=stance, text=1, on=TODAY)
        for org, stance in zip(SIX, stances, strict=False)
    ]
    return (past((proposal, OFFICE))[0], opening, *votes)


@pytest.mark.parametrize(("mode", "yes", "no", "abstain", "outcome"), CASES)
def test_what_a_ballot_comes_to(
    mode: Mode, yes: int, no: int, abstain: int, outcome: Outcome
) -> None:
    counted = tally(file(ballot(mode, yes, no, abstain)))
    assert (counted.outcome, counted.entitled, counted.needed) == (outcome, 6, 4)
    assert (counted.yes, counted.no, counted.abstain) == (yes, no, abstain)


def test_closing_says_rule_count_and_version() -> None:
    voted = past(says(A), says(B), start=opened())
    decision(office(AFTER)).given(*voted).when(c.Close()).then(
        e.Accepted(
            text=1,
            rulebook=3,
            on=AFTER,
            tally=Tally(
                mode=Mode.CONSENT,
                outcome=Outcome.ACCEPTED,
                entitled=3,
                needed=2,
                yes=2,
                no=0,
                abstain=0,
            ),
        )
    )


def test_it_is_counted_after_the_last_day_or_once_all_have_spoken() -> None:
    voted = past(says(A), says(B), start=opened())
    on_the_day = decision(office(UNTIL)).given(*voted).when(c.Close())
    on_the_day.refused(Code.TOO_EARLY_TO_CLOSE, until=UNTIL, orgs=(L,))
    everybody = past(says(L), start=voted)
    assert isinstance(past((c.Close(), office()), start=everybody)[-1], e.Accepted)
    decision(town(A)).given(*everybody).when(c.Close()).refused(Code.ONLY_COORDINATION)


def test_the_second_call_needs_nobody_more() -> None:
    lapsed = past(says(A), CLOSE, start=opened())
    assert isinstance(lapsed[-1], e.Lapsed)
    again = past((c.Reconvene(), office(AFTER)), start=lapsed)
    week = AFTER + timedelta(days=7)
    assert again[-1] == e.SecondCallAnnounced(on=AFTER, until=week)
    closed = past((c.Close(), office(week + timedelta(days=1))), start=again)
    accepted = closed[-1]
    assert isinstance(accepted, e.Accepted)
    assert accepted.tally.needed == 0
    decision().given(*opened()).when(c.Reconvene()).refused(Code.NOT_POSSIBLE_NOW)


def test_where_rules_know_no_second_call_it_needs_as_many() -> None:
    rules = replace(RULES, second_call=False)
    strict = replace(OFFICE, forum=replace(PLACE, rulebook=rules))
    start = past((proposal, OFFICE), (c.Open(until=UNTIL), strict), says(A), CLOSE)
    again = past((c.Reconvene(), office(AFTER)), start=start)
    assert tally(file(again)).outcome is Outcome.LAPSED


def test_the_recused_are_not_counted_in_the_quorum() -> None:
    voted = past(says(A), (c.DeclareRecusal(), town(B)), start=opened())
    counted = tally(file(past((c.DeclareRecusal(), town(L)), start=voted)))
    assert (counted.entitled, counted.recused, counted.needed) == (1, 2, 1)
    assert counted.outcome is Outcome.ACCEPTED


def test_whoever_objected_took_part() -> None:
    heard = past(
        (c.Object(reason=WHY), town(A)),
        (c.WithdrawObjection(number=1), town(A)),
        says(B),
        start=opened(),
    )
    assert tally(file(heard)).outcome is Outcome.ACCEPTED
