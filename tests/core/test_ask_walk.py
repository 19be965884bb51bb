"""What holds for an ask whatever is asked."""

from __future__ import annotations

from typing import cast, get_args

import pytest

from core.ask import ASK, commands, events, states
from tests.adapters.journal.specimen import specimen
from tests.core.ask_offers import WALKS
from tests.core.walk import dead_ends, explore, survive

OFFERS = [offer for walk in WALKS for offer in walk]


def test_it_ends_with_what_follows_or_by_being_cancelled() -> None:
    follows = explore(ASK, WALKS[0])
    assert set(follows) == set(get_args(states.State))
    assert dead_ends(follows) == {states.Concluded, states.Cancelled}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert {type(command) for command, _ in OFFERS} == set(get_args(commands.Command))
    kinds = get_args(events.Happening)
    stock = [cast("events.Happening", specimen(kind)) for kind in kinds]
    survive(ASK, stock, OFFERS, seed)
