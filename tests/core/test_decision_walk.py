"""What holds for a decision whatever is asked."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, TypeAlias, cast, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.decision import DECISION, bound, commands, events, judged, recount, states
from core.effect import BINDING, Stance
from core.errors import Refusal
from core.facts import Facts
from tests.adapters.journal.specimen import specimen
from tests.core.decision_later_offers import WALKS
from tests.core.walk import survive

Offer: TypeAlias = tuple[commands.Command, Facts]

_ROUNDS: Final = 4  # each walk is gone through so often
_OFTEN: Final = 0.7
_SELDOM: Final = 0.02
_ENDING: Final = commands.Withdraw | commands.Repeal | commands.Supersede

OFFERS = [offer for walk in WALKS for offer in walk]


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert {type(command) for command, _ in OFFERS} == set(get_args(commands.Command))
    kinds = get_args(events.Happening)
    stock = [cast("events.Happening", specimen(kind)) for kind in kinds]
    survive(DECISION, stock, OFFERS, seed)


def _some(offers: Sequence[Offer], choose: random.Random) -> Iterator[Offer]:
    """Yield some of ``offers`` in their order, and seldom one that ends it all."""
    for offer in offers:
        ends = isinstance(offer[0], _ENDING)
        if choose.random() < (_SELDOM if ends else _OFTEN):
            yield offer


def lived(choose: random.Random) -> list[events.Happening]:
    """Return what happens when people say whatever they may."""
    past: list[events.Happening] = []
    state: states.State = DECISION.initial
    for command, who in _some([*choose.choice(WALKS)] * _ROUNDS, choose):
        try:
            new = DECISION.decide(command, state, who)
        except Refusal:
            continue
        past += new
        for event in new:
            state = DECISION.evolve(state, event)
    return past


LIVES = st.randoms(use_true_random=False).map(lived)
EAGER = settings(max_examples=150, deadline=None)


@EAGER
@given(LIVES)
def test_the_last_count_can_always_be_made_again(past: list[events.Happening]) -> None:
    counts = [event for event in past if isinstance(event, events.Counted)]
    assert recount(past) == (counts[-1].tally if counts else None)


@EAGER
@given(LIVES)
def test_whoever_is_bound_said_yes_and_its_bodies_agreed(
    past: list[events.Happening],
) -> None:
    state = DECISION.replay(past)
    if isinstance(state, states.Absent) or not bound(state):
        return
    file = state.file
    assert file.opened is not None
    assert file.opened.effect.form not in BINDING
    missing = {lack.org for lack in judged(file, max(_days(past))).missing}
    for org in bound(state):
        assert file.votes[org].stance is Stance.YES
        assert not missing & {org, ""}


def _days(past: list[events.Happening]) -> list[date]:
    days = [getattr(event, "on", None) for event in past]
    return [day for day in days if day is not None]


@EAGER
@given(LIVES)
def test_the_effect_is_said_once_each_time_it_changes(
    past: list[events.Happening],
) -> None:
    said = [event for event in past if isinstance(event, events.Effects)]
    told = [(type(event), getattr(event, "orgs", ())) for event in said]
    changes = [
        event for event in past if isinstance(event, events.Effects | events.MemberLeft)
    ]
    if len(changes) == len(said):  # nobody left in between
        assert all(one != other for one, other in pairwise(told))
