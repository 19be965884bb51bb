"""The story of B7: an objection, five councils, a condition, a refusal, the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from core.decision import DECISION, bound, judged, recount, states
from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import Evidence
from core.effect import EffectKind, Measure, Rule, Stance
from core.facts import PastDecision, Seat
from core.sealed import Sealed
from tests.core.decision_world import (
    GV,
    OFFICE,
    PLACE,
    UNTIL,
    WHY,
    Asked,
    file,
    past,
    proposal,
    town,
)

FIVE: Final = ("auenburg", "birkfeld", "lindgrund", "mühlau", "steintal")
AU, BI, LI, MU, ST = FIVE
SIXTH: Final = "talheim"
THREE: Final = Rule(EffectKind.THRESHOLD, Measure.MEMBERS, 3)
_JUNE: Final = date(2027, 6, 3)
_JULY: Final = date(2027, 7, 1)
_AUTUMN: Final = date(2027, 10, 1)
_COUNTY: Final = replace(
    OFFICE,
    forum=replace(PLACE, seats=dict.fromkeys(FIVE, Seat.VOTE)),
    members=dict.fromkeys((*FIVE, SIXTH), "member"),
    bodies=dict.fromkeys((*FIVE, SIXTH), GV),
)
YES: Final = c.GivePosition(stance=Stance.YES)


def bureau(command: c.Command, on: date) -> Asked:
    return (command, replace(_COUNTY, today=on))


def mayor(org: str, command: c.Command, on: date) -> Asked:
    return (command, replace(town(org, on=on), forum=_COUNTY.forum))


def all_agree(on: date) -> list[Asked]:
    return [mayor(org, YES, on) for org in FIVE]


def approves(org: str, on: date) -> Asked:
    record = c.RecordApproval(org=org, body=GV, evidence=Evidence.MINUTES, ref="TOP 7")
    return bureau(record, on)


def discussed() -> tuple[e.Happening, ...]:
    """Mühlau objects, the second version takes it up, all agree."""
    day = date(2027, 4, 1)
    return past(
        bureau(replace(proposal, effect=THREE), day),
        bureau(c.Open(until=UNTIL), day),
        *[mayor(org, YES, day) for org in FIVE if org != MU],
        mayor(MU, c.Object(reason=Sealed("Transportkosten zu hoch, 38 km")), day),
        bureau(c.Revise(text=Sealed("… mit Ausgleich"), integrates=(1,)), day),
        mayor(MU, c.AcceptIntegration(number=1), day),
        *all_agree(day),
        bureau(c.Close(), day),
        bureau(c.StartRatification(), day),
    )


def conditioned() -> tuple[e.Happening, ...]:
    """Birkfeld's council makes a condition, the forum takes it over as version 3."""
    day = _JUNE + timedelta(days=1)
    papers = [bureau(c.SubmitPaper(org=org, body=GV), _JUNE) for org in FIVE]
    condition = c.RecordConditions(
        org=BI,
        body=GV,
        evidence=Evidence.MINUTES,
        ref="TOP 4",
        conditions=Sealed("Kündigung jährlich möglich"),
    )
    return past(
        *papers,
        approves(AU, _JUNE),
        approves(LI, _JUNE),
        bureau(condition, _JUNE),
        bureau(
            c.TakeUpConditions(org=BI, body=GV, text=Sealed("… jährlich kündbar")),
            _JUNE,
        ),
        *all_agree(day),
        bureau(c.Close(), day),
        bureau(c.StartRatification(), day),
        start=discussed(),
    )


def test_the_forum_accepts_five_to_nothing_and_waits_for_five_councils() -> None:
    events = discussed()
    counted = recount(events)
    assert counted is not None
    assert (counted.yes, counted.no, counted.entitled) == (5, 0, 5)
    required = [one for one in events if isinstance(one, e.RatificationRequired)]
    assert [one.org for one in required] == [*FIVE]
    assert isinstance(DECISION.replay(events), states.Ratifying)


def test_after_the_condition_only_birkfelds_approval_counts_for_the_new_text() -> None:
    events = conditioned()
    found = judged(file(events), _JULY)
    assert found.ready == {BI}
    assert not found.bound


def in_force() -> tuple[e.Happening, ...]:
    checked = [
        bureau(
            c.RecheckApproval(org=org, body=GV, evidence=Evidence.LETTER, ref="Az. 1"),
            _JULY,
        )
        for org in (AU, LI)
    ]
    refused = c.RecordRefusal(org=ST, body=GV, reason=WHY)
    return past(
        *checked,
        bureau(c.SubmitPaper(org=MU, body=GV), _JULY),
        bureau(refused, _JULY),
        approves(MU, _JULY),
        start=conditioned(),
    )


def test_with_three_it_is_partly_in_force_and_in_the_end_for_four() -> None:
    assert [one for one in in_force() if isinstance(one, e.Effects)] == [
        e.PartlyTookEffect(orgs=(AU, BI, LI), on=_JULY),
        e.TookEffect(orgs=(AU, BI, LI, MU), on=_JULY),
    ]


def test_a_sixth_joins_late_and_is_bound_after_its_council() -> None:
    guest = replace(
        town(SIXTH, on=_AUTUMN), members=_COUNTY.members, bodies=_COUNTY.bodies
    )
    events = past(
        (c.Join(), guest),
        bureau(c.SubmitPaper(org=SIXTH, body=GV), _AUTUMN),
        approves(SIXTH, _AUTUMN),
        start=in_force(),
    )
    assert events[-1] == e.TookEffect(orgs=(AU, BI, LI, MU, SIXTH), on=_AUTUMN)


def test_a_year_later_it_is_superseded_for_all_it_binds() -> None:
    later = date(2028, 10, 2)
    new = PastDecision(
        ref="B9", forum="wasser", accepted=True, bound=frozenset({AU, BI, LI, MU})
    )
    ending = replace(_COUNTY, today=later, decision=new)
    events = past((c.Supersede(by="B9"), ending), start=in_force())
    assert events[-1] == e.Superseded(by="B9", on=later)
    assert not bound(DECISION.replay(events))
