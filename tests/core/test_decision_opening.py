"""What is frozen when the forum gets a decision before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.decision import commands as c
from core.decision import events as e
from core.decision.kinds import Share
from core.effect import EffectKind, Form, Measure, Member, Rule, Stance
from core.errors import Code
from core.facts import Seat
from core.rulebook import Mode
from tests.core.decision_world import (
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
    drafted,
    file,
    opened,
    past,
    proposal,
    town,
)
from tests.given import TODAY

OPEN = c.Open(until=UNTIL)
YES = c.GivePosition(stance=Stance.YES)


def test_opening_freezes_list_rules_and_effect() -> None:
    decision().given(*drafted()).when(OPEN).then(
        e.Opened(
            text=1,
            on=TODAY,
            until=UNTIL,
            mode=Mode.CONSENT,
            effect=EACH,
            roster=(Member(A, 9_000), Member(B, 5_000), Member(L, 4_000)),
            rulebook=RULES,
            review_on=date(2029, 3, 15),
        )
    )
    decision().given(*opened()).when(OPEN).refused(Code.NOT_POSSIBLE_NOW)
    decision(town(A)).given(*drafted()).when(OPEN).refused(Code.ONLY_COORDINATION)


def test_only_those_with_a_vote_are_on_the_list() -> None:
    seats = {A: Seat.ADVISE, B: Seat.OBSERVE}
    nobody = replace(OFFICE, forum=replace(PLACE, seats=seats))
    decision(nobody).given(*drafted()).when(OPEN).refused(Code.NOBODY_VOTES)


@pytest.mark.parametrize("path", ["interested", "observing", "paused", "left", None])
def test_whoever_is_no_member_of_the_region_is_on_no_list(path: str | None) -> None:
    paths = {A: "member", B: "member"} | ({L: path} if path else {})
    events = past((OPEN, replace(OFFICE, members=paths)), start=drafted())
    assert [one.org for one in file(events).roster] == [A, B]
    said = past((YES, town(A)), (YES, town(B)), start=events)
    counted = past((c.Close(), OFFICE), start=said)
    assert isinstance(counted[-1], e.Accepted)


def test_a_term_ends_on_a_working_day_and_leaves_time_to_think() -> None:
    week = TODAY + timedelta(days=7)
    until = file(past((c.Open(), OFFICE), start=drafted())).until
    assert until == week
    early = c.Open(until=week - timedelta(days=1))
    decision().given(*drafted()).when(early).refused(
        Code.NOTICE_TOO_SHORT, earliest=week
    )
    saturday, monday = date(2027, 5, 1), date(2027, 5, 3)
    moved = past((c.Open(until=saturday), OFFICE), start=drafted())
    assert file(moved).until == monday
    feast = replace(OFFICE, holidays=frozenset({monday}))
    moved = past((c.Open(until=saturday), feast), start=drafted())
    assert file(moved).until == date(2027, 5, 4)


def test_a_review_is_named_or_said_to_be_needless() -> None:
    rules = replace(RULES, review_months=0)
    without = replace(OFFICE, forum=replace(PLACE, rulebook=rules))
    decision(without).given(*drafted()).when(OPEN).refused(Code.REVIEW_MISSING)
    never = past((replace(proposal, no_review=WHY), OFFICE), (OPEN, without))
    assert file(never).review_on is None
    named = past(
        (replace(proposal, review_on=date(2030, 1, 1)), OFFICE), (OPEN, OFFICE)
    )
    assert file(named).review_on == date(2030, 1, 1)


def test_a_majority_binds_everybody_only_in_a_form_that_lets_it() -> None:
    binding = replace(proposal, effect=Rule(EffectKind.EACH_FOR_ITSELF, binds_all=True))
    decision().given(*drafted(binding)).when(OPEN).refused(Code.BINDS_ALL_NOT_ALLOWED)
    rules = replace(RULES, form=Form.SPECIAL_PURPOSE)
    union = replace(OFFICE, forum=replace(PLACE, rulebook=rules))
    event = past((OPEN, union), start=drafted(binding))[-1]
    assert isinstance(event, e.Opened)
    assert event.effect.form is Form.SPECIAL_PURPOSE


def test_a_share_needs_the_figures_of_all() -> None:
    people = Rule(EffectKind.THRESHOLD, Measure.INHABITANTS, 500)
    draft = drafted(replace(proposal, effect=people))
    empty = replace(OFFICE, inhabitants={A: 9_000, B: 5_000})
    decision(empty).given(*draft).when(OPEN).refused(Code.WEIGHTS_UNKNOWN, orgs=(L,))
    cost = replace(
        proposal,
        effect=Rule(EffectKind.THRESHOLD, Measure.COST, 500),
        costs=(Share(org=A, cents=1), Share(org=A, cents=2)),
    )
    decision().given(*drafted(cost)).when(OPEN).refused(
        Code.WEIGHTS_UNKNOWN, orgs=(B, L)
    )


@pytest.mark.parametrize(
    ("mode", "options"),
    [(Mode.RESISTANCE, ()), (Mode.RESISTANCE, ("a",)), (Mode.MAJORITY, ("a", "b"))],
)
def test_options_belong_to_resistance(mode: Mode, options: tuple[str, ...]) -> None:
    draft = drafted(replace(proposal, mode=mode, options=options))
    decision().given(*draft).when(OPEN).refused(Code.OPTIONS_DO_NOT_FIT)


def test_a_threshold_of_members_can_be_reached() -> None:
    four = replace(proposal, effect=Rule(EffectKind.THRESHOLD, at_least=4))
    decision().given(*drafted(four)).when(OPEN).refused(
        Code.NUMBER_OUT_OF_RANGE, highest=3
    )
