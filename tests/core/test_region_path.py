"""The path of an organisation through a region, one sentence per test."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from core import region as r
from core.errors import Code, Refusal
from core.facts import Duty, Power
from core.sealed import Sealed
from tests.given import COORDINATION, TODAY, Spec, member

ORG: Final = "lindgrund"
LETTER: Final = Sealed("Beschluss vom 12.02.2027")
TOMORROW: Final = TODAY + timedelta(days=1)
founded = r.Founded(name="Auenland", law_profile="DE-HE", time_zone="Europe/Berlin")
joined = r.OrganisationJoined(org=ORG, basis=LETTER)
join = r.Join(org=ORG, basis=LETTER)
region = Spec(r.REGION)
clerk = member(ORG, Power.ANSWER)
mayor = member(ORG, Power.ANSWER, Power.CONSENT)

STEPS: Final[tuple[r.Step, ...]] = (
    r.InviteOrganisation(org=ORG),
    r.SignalInterest(org=ORG),
    join,
    r.Observe(org=ORG),
    r.Support(org=ORG),
    r.Pause(org=ORG),
    r.Resume(org=ORG),
    r.Leave(org=ORG, effective_on=TODAY),
    r.Decline(org=ORG),
)


def _walks() -> dict[r.Path | None, dict[type[r.Step], r.Path | None]]:
    """Return where each step leads from each place that can be reached."""
    start = r.REGION.replay([founded])
    walks: dict[r.Path | None, dict[type[r.Step], r.Path | None]] = {}
    queue = [start]
    while queue:
        state = queue.pop(0)
        here = r.path(state, ORG, TODAY)
        if here in walks:
            continue
        walks[here] = {}
        for step in STEPS:
            with contextlib.suppress(Refusal):
                after = state
                for event in r.decide(step, state, COORDINATION):
                    after = r.evolve(after, event)
                if after != state:
                    walks[here][type(step)] = r.path(after, ORG, TODAY)
                    queue.append(after)
    return walks


def test_every_place_is_reached_and_every_place_can_be_left() -> None:
    walks = _walks()
    assert set(walks) == {None, *r.Path}
    assert all(set(ways.values()) - {place} for place, ways in walks.items())


def test_who_declined_or_left_becomes_interested_before_joining_again() -> None:
    walks = _walks()
    for place in (r.Path.DECLINED, r.Path.LEFT):
        assert walks[place][r.SignalInterest] is r.Path.INTERESTED
        assert r.Join not in walks[place]


def test_a_town_signals_interest_itself() -> None:
    signal = r.SignalInterest(org=ORG)
    region.by(clerk).given(founded).when(signal).then(r.InterestSignalled(org=ORG))
    other = member("birkfeld", Power.ANSWER)
    region.by(other).given(founded).when(signal).refused(Code.ONLY_COORDINATION)


def test_joining_binds_and_needs_the_power_for_it() -> None:
    invited = r.OrganisationInvited(org=ORG)
    region.by(mayor).given(founded, invited).when(join).then(joined)
    region.by(clerk).given(founded, invited).when(join).refused(
        Code.NO_POWER, org=ORG, power="consent"
    )


@pytest.mark.parametrize("text", ["", "  ", None])
def test_joining_needs_a_letter_or_a_resolution(text: str | None) -> None:
    bare = r.Join(org=ORG, basis=Sealed(text))
    region.given(founded).when(bare).refused(Code.BASIS_MISSING)


def test_nobody_joins_uninvited() -> None:
    region.given(founded).when(join).refused(Code.NOT_ON_THIS_PATH, state="none")


@pytest.mark.parametrize("step", STEPS)
def test_no_step_is_recorded_twice(step: r.Step) -> None:
    for path in ([], [joined], [joined, r.MembershipPaused(org=ORG)]):
        state = r.REGION.replay([founded, *path])
        with contextlib.suppress(Refusal):
            for event in r.decide(step, state, COORDINATION):
                state = r.evolve(state, event)
            assert r.decide(step, state, COORDINATION) == []


def test_leaving_is_always_possible_and_names_what_is_open() -> None:
    duties = (
        Duty(ref="Z1", forum="wasser", asker="birkfeld", holder=ORG),
        Duty(ref="Z2", forum="wasser", asker="birkfeld", holder="landkreis"),
        Duty(ref="Z3", forum="wasser", asker=ORG, holder="birkfeld"),
    )
    leave = r.Leave(org=ORG, effective_on=TODAY)
    region.by(replace(mayor, duties=duties)).given(founded, joined).when(leave).then(
        r.OrganisationLeft(org=ORG, effective_on=TODAY, duties=("Z1", "Z3"))
    )


def test_who_gave_notice_stays_a_member_until_the_day() -> None:
    left = r.OrganisationLeft(org=ORG, effective_on=TOMORROW, duties=())
    state = r.REGION.replay([founded, joined, left])
    assert r.path(state, ORG, TODAY) is r.Path.MEMBER
    assert r.path(state, ORG, TOMORROW) is r.Path.LEFT
    assert r.paths(state, TOMORROW) == {ORG: "left"}


def test_joining_again_takes_the_notice_back_in_time() -> None:
    left = r.OrganisationLeft(org=ORG, effective_on=TOMORROW, duties=())
    region.given(founded, joined, left).when(join).then(joined)
    late = replace(COORDINATION, today=TOMORROW)
    region.by(late).given(founded, joined, left).when(join).refused(
        Code.NOT_ON_THIS_PATH, state="left"
    )


def test_who_left_can_neither_pause_nor_resume() -> None:
    left = r.OrganisationLeft(org=ORG, effective_on=TODAY, duties=())
    paused = r.MembershipPaused(org=ORG)
    gone = region.given(founded, joined, paused, left)
    gone.when(r.Pause(org=ORG)).refused(Code.NOT_ON_THIS_PATH, state="left")
    gone.when(r.Resume(org=ORG)).refused(Code.NOT_ON_THIS_PATH, state="left")


def test_nobody_has_a_place_in_a_region_that_is_not_there() -> None:
    assert r.path(r.Absent(), ORG, TODAY) is None
    assert r.paths(r.Absent(), TODAY) == {}
