"""Who is bound, and who is not: what must hold for every decision."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.effect import (
    BINDING,
    Answer,
    Effect,
    EffectKind,
    Lack,
    Missing,
    Position,
    Stance,
    Status,
    effect,
)
from tests.core.effect.cases import CASES, fixed
from tests.core.effect.oracle import (
    GOOD,
    OUTSTANDING,
    Case,
    as_of,
    bound_by,
    endings,
    judge,
)

EAGER = settings(max_examples=400, deadline=None)


def judged(case: Case) -> Effect:
    return effect(*case)


@EAGER
@given(CASES)
def test_it_says_what_trying_everything_out_says(case: Case) -> None:
    found = judged(case)
    assert (found.status, found.bound) == judge(case)


@EAGER
@given(CASES)
def test_nobody_is_bound_without_a_cleared_reservation(case: Case) -> None:
    for org in judged(case).bound:
        own = [r for r in case.ratifications if r.org == org]
        assert all(r.answer in GOOD and r.on <= case.on for r in own)


@EAGER
@given(CASES)
def test_nobody_is_bound_against_their_will(case: Case) -> None:
    if case.rule.binds_all and case.rule.form in BINDING:
        return
    for org in judged(case).bound:
        assert case.positions[org].stance is Stance.YES


@EAGER
@given(CASES)
def test_all_or_nothing_means_it(case: Case) -> None:
    begun = {member.org for member in case.roster if not member.late}
    rule = replace(case.rule, kind=EffectKind.ALL_OR_NOTHING)
    bound = judged(case._replace(rule=rule)).bound
    assert not bound or bound >= begun


@EAGER
@given(CASES, st.randoms(use_true_random=False))
def test_one_more_approval_never_unbinds_or_fails(
    case: Case, choose: random.Random
) -> None:
    before = judged(case)
    for index, one in enumerate(case.ratifications):
        if one.answer in OUTSTANDING:
            approved = one._replace(answer=Answer.APPROVED, on=case.on)
            others = [*case.ratifications]
            others[index] = approved
            after = judged(case._replace(ratifications=tuple(others)))
            assert after.bound >= before.bound
            assert (after.status is Status.FAILED) == (before.status is Status.FAILED)
    silent = [m.org for m in case.roster if m.org not in case.positions]
    if silent:
        said = {choose.choice(silent): Position(Stance.YES, case.on)}
        after = judged(case._replace(positions={**case.positions, **said}))
        assert after.bound >= before.bound


@EAGER
@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(
    case: Case, choose: random.Random
) -> None:
    ratifications, positions = [*case.ratifications], [*case.positions.items()]
    choose.shuffle(ratifications)
    choose.shuffle(positions)
    mixed = case._replace(ratifications=tuple(ratifications), positions=dict(positions))
    assert judged(mixed) == judged(case)


@EAGER
@given(CASES)
def test_whoever_is_not_bound_can_read_why(case: Case) -> None:
    found = judged(case)
    named = {missing.org for missing in found.missing}
    for member in case.roster:
        assert member.org in found.ready or named & {member.org, ""}
    assert not found.ready & named


@EAGER
@given(CASES)
def test_failed_is_hopeless_and_ratifying_can_succeed(case: Case) -> None:
    status = judged(case).status
    ends = [bool(bound_by(end)) for end in endings(as_of(case))]
    if status is Status.FAILED:
        assert not any(ends)
    if status is Status.RATIFYING:
        assert any(ends)


def test_every_status_comes_out() -> None:
    assert len({judged(case).status for case in fixed(500)}) == len(Status)


def test_every_kind_of_lack_is_named_with_its_body() -> None:
    found = {m for case in fixed(2_000) for m in judged(case).missing}
    assert {missing.what for missing in found} == set(Lack)
    assert Missing("a", Lack.RESOLUTION, "gv") in found
    assert Missing("", Lack.REFUSAL, "supervision") in found
