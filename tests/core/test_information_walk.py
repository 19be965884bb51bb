"""What holds for information whatever is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, get_args

import pytest

from core import information as i
from core.facts import Facts
from core.sealed import Sealed
from tests.core.test_information import (
    SAMPLES,
    TEXT,
    WHY,
    birkfeld,
    coordination,
    entering,
    lead,
    lindgrund,
    record,
)
from tests.core.walk import dead_ends, explore, survive

OFFERS: Final[list[tuple[i.Command, Facts]]] = [
    (record, lindgrund),
    (record, entering),
    (i.Confirm(), birkfeld),
    (i.Correct(text=Sealed("Anders."), reason=WHY), lindgrund),
    (i.Retract(reason=WHY), lindgrund),
    (i.RaiseConcern(forum="wasser", text=TEXT), lindgrund),
    (i.AnswerConcern(text=TEXT), birkfeld),
    (i.RejectAnswer(missing=WHY), lindgrund),
    (i.RejectAnswer(missing=WHY), entering),
    (i.AcknowledgeConcern(), lead),
    (i.SettleConcern(), lindgrund),
    (i.ConfirmOnBehalf(), lindgrund),
    (i.ContestOnBehalf(reason=WHY), lindgrund),
    (i.LetOnBehalfStand(), replace(coordination, today=date(2027, 3, 31))),
]


def test_every_state_is_reached_and_only_the_ends_are_final() -> None:
    assert {type(command) for command, _ in OFFERS} == set(get_args(i.Command))
    follows = explore(i.INFORMATION, OFFERS)
    assert set(follows) == set(get_args(i.State))
    assert dead_ends(follows) == {i.Withdrawn, i.SettledConcern}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    assert {type(sample) for sample in SAMPLES} == set(get_args(i.Happening))
    survive(i.INFORMATION, SAMPLES, OFFERS, seed)
