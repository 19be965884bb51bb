"""Rules of forums, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, get_args

import pytest

from core import forum as f
from core.errors import Code
from core.facts import Facts, ForumFacts, PastDecision, Power, Seat
from core.rulebook import Rulebook
from core.sealed import Sealed
from tests.core import meeting_offers
from tests.core.walk import dead_ends, explore, survive
from tests.given import COORDINATION, OPERATOR, TODAY, Spec, member

TOMORROW: Final = TODAY + timedelta(days=1)
WHY: Final = Sealed("Die Kläranlagen gehören zusammen gedacht.")
SINCE: Final = date(2019, 5, 1)
propose = f.Propose(
    name="Strategisches Forum Wasser",
    kind=f.ForumKind.FIELD,
    fields=("wasser", "wasser"),
    purpose=WHY,
    lead="landkreis",
)
proposed = f.Proposed(
    name="Strategisches Forum Wasser",
    kind=f.ForumKind.FIELD,
    fields=("wasser",),
    purpose=WHY,
    lead="landkreis",
)
at_work = (proposed, f.Constituted())
rested = f.Rested(until=TOMORROW)
closed = f.Closed(reason=WHY, successor=None, duties=())
merged = f.Merged(into="infrastruktur", duties=())
SAMPLES: Final[tuple[f.Happening, ...]] = (
    replace(proposed, since=SINCE),
    f.Constituted(),
    f.SeatGiven(org="lindgrund", seat=Seat.VOTE),
    f.SeatWithdrawn(org="lindgrund"),
    f.CadenceSet(days=42),
    rested,
    f.Revived(),
    replace(merged, duties=("Z1",)),
    f.Closed(reason=WHY, successor="infrastruktur", duties=("Z1",)),
    f.Refounded(reason=WHY),
    f.RulebookChanged(rulebook=Rulebook(version=1, quorum=60), decision="B1"),
    f.Renamed(name="Forum Wasser und Energie"),
    *meeting_offers.SAMPLES,
)
MEMBERS: Final = replace(
    COORDINATION,
    members={"lindgrund": "member", "landkreis": "supporter", "steintal": "invited"},
)
DECIDED: Final = replace(
    COORDINATION,
    decision=PastDecision(
        ref="B1", forum=COORDINATION.ref, accepted=True, bound=frozenset()
    ),
)
forum = Spec(f.FORUM)


@pytest.mark.parametrize("who", [COORDINATION, OPERATOR])
def test_a_forum_is_proposed_once(who: Facts) -> None:
    forum.by(who).when(propose).then(proposed)
    forum.by(who).given(proposed).when(propose).then()
    other = replace(propose, name="Forum Wohnen")
    forum.by(who).given(proposed).when(other).refused(Code.EXISTS_ALREADY, id="x1")


def test_a_group_that_meets_already_is_adopted_at_work() -> None:
    adopt = replace(propose, since=SINCE)
    forum.when(adopt).then(replace(proposed, since=SINCE), f.Constituted())
    late = replace(propose, since=TOMORROW)
    forum.when(late).refused(Code.DATE_IN_THE_FUTURE, on=TOMORROW)


@pytest.mark.parametrize(
    "command", [propose, f.Constitute(), f.SetCadence(days=42), f.Close(reason=WHY)]
)
def test_structure_is_the_business_of_coordination(command: f.Command) -> None:
    mayor = member("lindgrund", Power.ANSWER, Power.PROMISE, Power.CONSENT)
    forum.by(mayor).given(proposed).when(command).refused(Code.ONLY_COORDINATION)


def test_a_forum_is_constituted_once() -> None:
    forum.given(proposed).when(f.Constitute()).then(f.Constituted())
    forum.given(*at_work).when(f.Constitute()).then()


def test_seats_change_one_by_one() -> None:
    seats = f.SetSeats(seats={"lindgrund": Seat.VOTE, "landkreis": Seat.ADVISE})
    county = f.SeatGiven(org="landkreis", seat=Seat.ADVISE)
    here = forum.by(MEMBERS)
    here.given(*at_work).when(seats).then(county, SAMPLES[2])
    here.given(*at_work, county).when(seats).then(SAMPLES[2])
    nothing = f.SetSeats(seats={"lindgrund": None})
    here.given(*at_work, SAMPLES[2]).when(nothing).then(SAMPLES[3])
    here.given(*at_work).when(nothing).then()


@pytest.mark.parametrize("org", ["steintal", "nobody"])
def test_who_is_not_in_the_region_has_no_seat(org: str) -> None:
    seats = f.SetSeats(seats={org: Seat.OBSERVE})
    forum.by(MEMBERS).given(*at_work).when(seats).refused(Code.NOT_A_MEMBER, org=org)


def test_a_cadence_is_set_once_and_between_a_day_and_years() -> None:
    cadence = f.SetCadence(days=42)
    forum.given(*at_work).when(cadence).then(SAMPLES[4])
    forum.given(*at_work, SAMPLES[4]).when(cadence).then()
    never = f.SetCadence(days=0)
    forum.given(*at_work).when(never).refused(Code.NUMBER_OUT_OF_RANGE)


def test_a_forum_rests_until_a_day_to_come() -> None:
    forum.given(*at_work).when(f.Rest(until=TOMORROW)).then(rested)
    forum.given(*at_work, rested).when(f.Rest(until=TOMORROW)).then()
    forum.given(*at_work).when(f.Rest(until=TODAY)).refused(Code.DUE_IN_THE_PAST)
    proposal = forum.given(proposed)
    proposal.when(f.Rest(until=TOMORROW)).refused(
        Code.NOT_POSSIBLE_NOW, state="planned"
    )


def test_a_resting_forum_is_revived_once() -> None:
    forum.given(*at_work, rested).when(f.Revive()).then(f.Revived())
    forum.given(*at_work).when(f.Revive()).then()


@pytest.mark.parametrize(
    "command", [f.Constitute(), f.SetCadence(days=42), f.Close(reason=WHY)]
)
def test_nothing_happens_in_a_forum_nobody_proposed(command: f.Command) -> None:
    forum.when(command).refused(Code.UNKNOWN_FORUM, forum="x1")


def test_only_a_forum_at_work_takes_up_something_new() -> None:
    pasts: list[tuple[f.Happening, ...]] = [
        (proposed,),
        (*at_work, rested),
        (*at_work, closed),
        (*at_work, merged),
    ]
    for past in pasts:
        known = f.facts_of(f.FORUM.replay(past))
        assert known == ForumFacts(open=False, lead="landkreis", seats={})
    working = f.facts_of(f.FORUM.replay([*at_work, SAMPLES[2]]))
    seats = {"lindgrund": Seat.VOTE}
    assert working == ForumFacts(open=True, lead="landkreis", seats=seats)
    assert f.facts_of(f.Absent()) is None


def test_the_successor_is_known_and_the_field_is_free() -> None:
    for end in (SAMPLES[7], SAMPLES[8]):
        state = f.FORUM.replay([*at_work, end])
        assert f.successor(state) == "infrastruktur"
        assert f.open_fields(state) == ()
    assert f.successor(f.FORUM.replay(at_work)) is None
    assert f.open_fields(f.FORUM.replay(at_work)) == ("wasser",)


OFFERS: Final[list[tuple[f.Command, Facts]]] = [
    (propose, COORDINATION),
    (f.Constitute(), COORDINATION),
    (f.SetSeats(seats={"lindgrund": Seat.VOTE}), MEMBERS),
    (f.SetCadence(days=42), COORDINATION),
    (f.Rename(name="Forum Wasser und Energie"), COORDINATION),
    (f.Rest(until=TOMORROW), COORDINATION),
    (f.Revive(), COORDINATION),
    (f.ChangeRulebook(rulebook=Rulebook(quorum=60), decision="B1"), DECIDED),
    (f.Merge(into="infrastruktur"), COORDINATION),
    (f.Close(reason=WHY), COORDINATION),
    (f.Refound(reason=WHY), COORDINATION),
    *meeting_offers.OFFERS,
]


def test_every_state_is_reached_and_only_a_merged_one_is_final() -> None:
    assert {type(command) for command, _ in OFFERS} == set(get_args(f.Command))
    follows = explore(f.FORUM, OFFERS)
    assert set(follows) == set(get_args(f.State))
    assert dead_ends(follows) == {f.Absorbed}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert {type(sample) for sample in SAMPLES} == set(get_args(f.Happening))
    survive(f.FORUM, SAMPLES, OFFERS, seed)
