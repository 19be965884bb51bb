"""What a council reads beside the text: said with the proposal, or added later."""

from __future__ import annotations

from typing import Final

from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import Benefit, Share
from core.errors import Code
from core.facts import Power
from core.sealed import Sealed
from tests.core.decision_world import (
    OFFICE,
    OTHER,
    UNTIL,
    WHY,
    A,
    B,
    decision,
    drafted,
    file,
    opened,
    past,
    proposal,
    town,
)

OWN: Final = c.Explain(
    costs=(Share(org=A, cents=1_200_000),),
    benefits=(Benefit(org=A, text=Sealed("Spart Wege.")),),
)


def test_coordination_adds_reasons_while_the_forum_decides() -> None:
    decision().given(*opened()).when(c.Explain(reasons=WHY)).then(
        e.Explained(org=OFFICE.org, reasons=WHY)
    )


def test_what_is_known_already_is_recorded_once() -> None:
    added = e.Explained(org=OFFICE.org, reasons=WHY)
    decision().given(*opened(), added).when(c.Explain(reasons=WHY)).then()


def test_a_part_takes_the_place_of_the_former_and_leaves_the_others() -> None:
    events = past(
        (c.Explain(reasons=WHY, alternatives=OTHER), OFFICE),
        (c.Explain(reasons=OTHER, costs=(Share(org=A, cents=5),)), OFFICE),
        (c.Explain(costs=(Share(org=B, cents=7), Share(org=A, cents=6))), OFFICE),
        start=opened(),
    )
    known = file(events).drafted
    assert (known.reasons, known.alternatives) == (OTHER, OTHER)
    assert {one.org: one.cents for one in known.costs} == {A: 6, B: 7}
    assert known.text == proposal.text


def test_a_town_says_what_it_costs_and_brings_itself() -> None:
    said = e.Explained(org=A, costs=OWN.costs, benefits=OWN.benefits)
    decision(town(A, Power.ANSWER)).given(*opened()).when(OWN).then(said)
    decision(town(B)).given(*opened()).when(OWN).refused(Code.ONLY_COORDINATION)
    decision(town("mühlau")).given(*opened()).when(
        c.Explain(costs=(Share(org="mühlau", cents=1),))
    ).refused(Code.NO_VOTE)


def test_reasons_are_for_whoever_proposed_it_as_long_as_it_is_a_draft() -> None:
    why = c.Explain(reasons=WHY)
    own = past((proposal, town(A)))
    decision(town(A)).given(*own).when(why).then(e.Explained(org=A, reasons=WHY))
    decision(town(B)).given(*own).when(why).refused(Code.ONLY_COORDINATION)
    after = past((c.Open(until=UNTIL), OFFICE), start=own)
    decision(town(A)).given(*after).when(why).refused(Code.ONLY_COORDINATION)


def test_nothing_and_what_comes_too_late_are_refused() -> None:
    decision().given(*drafted()).when(c.Explain()).refused(Code.TEXT_MISSING)
    gone = past((c.Withdraw(reason=WHY), OFFICE), start=opened())
    decision().given(*gone).when(c.Explain(reasons=WHY)).refused(Code.DECISION_ENDED)
