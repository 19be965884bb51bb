"""Rules of regions, one sentence per test; the path has its own page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final, get_args

import pytest

from core import region as r
from core.errors import Code
from core.facts import Facts, Power
from core.sealed import Sealed
from tests.core.walk import dead_ends, explore, survive
from tests.given import COORDINATION, OPERATOR, TODAY, Spec, member

LATER: Final = TODAY + timedelta(days=30)
WHY: Final = Sealed("Wir sehen Lindgrund täglich.")
founded = r.Founded(name="Auenland", law_profile="DE-HE", time_zone="Europe/Berlin")
water = r.FieldAdded(field="wasser", name="Wasser")
invited = r.OrganisationInvited(org="lindgrund")
joined = r.OrganisationJoined(org="lindgrund", basis=WHY)
around = r.ScopeChosen(
    mode=r.ScopeMode.SURROUNDINGS,
    members=("lindgrund",),
    reasons=WHY,
    alternatives=WHY,
)
SAMPLES: Final[tuple[r.Happening, ...]] = (
    founded,
    water,
    r.FieldRenamed(field="wasser", name="Wasser und Boden"),
    r.FieldRetired(field="wasser"),
    invited,
    r.InterestSignalled(org="lindgrund"),
    joined,
    r.OrganisationObserving(org="lindgrund"),
    r.OrganisationSupporting(org="lindgrund"),
    r.MembershipPaused(org="lindgrund"),
    r.MembershipResumed(org="lindgrund"),
    r.OrganisationLeft(org="lindgrund", effective_on=LATER, duties=("Z1",)),
    r.OrganisationDeclined(org="lindgrund"),
    around,
    r.LawProfileChanged(law_profile="DE-NI"),
    r.LeadOrganisationNamed(org="lindgrund"),
)
region = Spec(r.REGION)
found = r.FoundRegion(name="Auenland")
choose = r.ChooseScope(mode=r.ScopeMode.EVERYBODY, reasons=WHY, alternatives=WHY)


@pytest.mark.parametrize("who", [COORDINATION, OPERATOR])
def test_a_region_is_founded_with_the_law_of_hesse(who: Facts) -> None:
    region.by(who).when(found).then(founded)


def test_a_region_is_founded_once() -> None:
    region.given(founded).when(found).then()
    other = r.FoundRegion(name="Bergland")
    region.given(founded).when(other).refused(Code.EXISTS_ALREADY, id="x1")


@pytest.mark.parametrize(
    "command",
    [
        found,
        r.AddField(field="wasser", name="Wasser"),
        r.InviteOrganisation(org="lindgrund"),
        choose,
        r.SetLawProfile(law_profile="DE-NI"),
        r.NameLeadOrganisation(org="lindgrund"),
    ],
)
def test_structure_is_the_business_of_coordination(command: r.Command) -> None:
    mayor = member("lindgrund", Power.ANSWER, Power.PROMISE, Power.CONSENT)
    region.by(mayor).given(founded).when(command).refused(Code.ONLY_COORDINATION)


def test_nothing_happens_in_a_region_nobody_founded() -> None:
    region.when(r.Pause(org="lindgrund")).refused(Code.UNKNOWN_REFERENCE, ref="x1")


def test_a_field_is_added_once() -> None:
    add = r.AddField(field="wasser", name=" Wasser ")
    region.given(founded).when(add).then(water)
    region.given(founded, water).when(add).then()
    soil = r.AddField(field="wasser", name="Boden")
    region.given(founded, water).when(soil).refused(Code.EXISTS_ALREADY, id="wasser")


def test_a_field_keeps_its_id_under_another_name() -> None:
    rename = r.RenameField(field="wasser", name="Wasser und Boden")
    region.given(founded, water).when(rename).then(SAMPLES[2])
    region.given(founded, water, SAMPLES[2]).when(rename).then()
    region.given(founded).when(rename).refused(Code.UNKNOWN_FIELD, field="wasser")


def test_a_field_with_an_open_forum_is_not_retired() -> None:
    retire = r.RetireField(field="wasser")
    used = replace(COORDINATION, forums_of_field=("fw",))
    region.by(used).given(founded, water).when(retire).refused(
        Code.FIELD_IN_USE, forums=("fw",)
    )
    region.given(founded, water).when(retire).then(SAMPLES[3])
    region.given(founded, water, SAMPLES[3]).when(retire).then()
    region.given(founded).when(retire).refused(Code.UNKNOWN_FIELD)


def test_a_retired_field_may_come_back() -> None:
    add = r.AddField(field="wasser", name="Wasser")
    region.given(founded, water, SAMPLES[3]).when(add).then(water)
    assert r.fields(r.REGION.replay([founded, water])) == {"wasser": "Wasser"}
    assert r.fields(r.REGION.replay([founded, water, SAMPLES[3]])) == {}
    assert r.fields(r.Absent()) == {}


def test_everybody_needs_readiness_or_a_reason_why_not() -> None:
    region.given(founded).when(choose).refused(Code.READINESS_MISSING)
    for reason in (replace(choose, readiness="F3"), replace(choose, waiver=WHY)):
        chosen = r.ScopeChosen(
            mode=reason.mode,
            members=(),
            reasons=WHY,
            alternatives=WHY,
            readiness=reason.readiness,
            waiver=reason.waiver,
        )
        region.given(founded).when(reason).then(chosen)
        region.given(founded, chosen).when(reason).then()


def test_surroundings_are_a_list_of_organisations_we_know() -> None:
    some = replace(choose, mode=r.ScopeMode.SURROUNDINGS)
    here = region.given(founded, invited)
    here.when(some).refused(Code.SCOPE_NAMES_NOBODY, mode="umland")
    here.when(replace(some, members=("x",))).refused(Code.NOT_A_MEMBER, org="x")
    here.when(replace(some, members=("lindgrund",) * 2)).then(around)


def test_the_law_changes_once() -> None:
    change = r.SetLawProfile(law_profile="DE-NI")
    region.given(founded).when(change).then(r.LawProfileChanged(law_profile="DE-NI"))
    region.given(founded).when(r.SetLawProfile(law_profile="DE-HE")).then()


def test_only_somebody_inside_leads() -> None:
    name = r.NameLeadOrganisation(org="lindgrund")
    region.given(founded, invited).when(name).refused(Code.NOT_A_MEMBER)
    lead = r.LeadOrganisationNamed(org="lindgrund")
    region.given(founded, joined).when(name).then(lead)
    region.given(founded, joined, lead).when(name).then()


OFFERS: Final[list[tuple[r.Command, Facts]]] = [
    (found, COORDINATION),
    (r.InviteOrganisation(org="lindgrund"), COORDINATION),
    (r.Join(org="lindgrund", basis=WHY), COORDINATION),
    (r.Leave(org="lindgrund", effective_on=TODAY), COORDINATION),
    (r.AddField(field="wasser", name="Wasser"), COORDINATION),
    (r.RetireField(field="wasser"), COORDINATION),
    (replace(choose, waiver=WHY), COORDINATION),
    (r.NameLeadOrganisation(org="lindgrund"), COORDINATION),
]


def test_every_state_is_reached_and_a_region_stays() -> None:
    follows = explore(r.REGION, OFFERS)
    assert set(follows) == set(get_args(r.State))
    assert dead_ends(follows) == {r.Active}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert {type(sample) for sample in SAMPLES} == set(get_args(r.Happening))
    survive(r.REGION, SAMPLES, OFFERS, seed)
