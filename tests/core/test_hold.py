"""What may happen to a hold, one sentence per test."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final, get_args

import pytest

from core import desk
from core.errors import Code
from core.facts import Facts
from core.hold import HOLD, Command, Happening, Hold, Lift, Lifted, Set
from core.sealed import Sealed
from tests.core.desk_world import Log, order, refused
from tests.core.test_commitment import requested
from tests.core.walk import explore, survive
from tests.given import OPERATOR, TODAY, Spec, member

WHY: Final = Sealed("Klage anhängig")
in_charge = replace(OPERATOR, ref="commitment:Z1", there=True)
held = Spec(HOLD).by(in_charge)
hold = Hold(reason=WHY)
kept = Set(reason=WHY)
until = TODAY + timedelta(days=30)
OFFERS: Final[list[tuple[Command, Facts]]] = [
    (hold, in_charge),
    (replace(hold, until=until), in_charge),
    (Lift(), in_charge),
]


def test_it_is_set_with_a_reason_and_lifted() -> None:
    held.when(hold).then(kept)
    held.given(kept).when(Lift()).then(Lifted())
    held.given(kept, Lifted()).when(hold).then(kept)


def test_saying_so_twice_is_recorded_once() -> None:
    held.given(kept).when(hold).then()
    held.when(Lift()).then()


def test_it_can_be_prolonged() -> None:
    longer = replace(hold, until=until)
    held.given(kept).when(longer).then(Set(reason=WHY, until=until))


def test_its_day_may_be_today_and_not_yesterday() -> None:
    held.when(replace(hold, until=TODAY)).then(Set(reason=WHY, until=TODAY))
    past = TODAY - timedelta(days=1)
    held.when(replace(hold, until=past)).refused(Code.DUE_IN_THE_PAST, due=past)


def test_it_needs_a_reason_an_item_and_coordination() -> None:
    held.when(replace(hold, reason=Sealed(" "))).refused(Code.TEXT_MISSING)
    nothing = replace(in_charge, there=False)
    held.by(nothing).when(hold).refused(Code.NOTHING_TO_HOLD, item="commitment:Z1")
    held.by(member("lindgrund")).when(hold).refused(Code.ONLY_COORDINATION)


def test_the_desk_looks_whether_there_is_the_item() -> None:
    log = Log().tell("commitment:Z1", requested)
    asked = order(hold, "operator", "")
    here = asked._replace(stream="hold:commitment:Z1")
    assert list(desk.decide(here, log).events) == [kept]
    for ref in ("commitment:Z9", "meadow:1", "Z1"):
        refused(asked._replace(stream=f"hold:{ref}"), log, Code.NOTHING_TO_HOLD)


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    samples = (kept, Set(reason=WHY, until=until), Lifted())
    assert {type(sample) for sample in samples} == set(get_args(Happening))
    survive(HOLD, samples, OFFERS, seed)
    assert len(explore(HOLD, OFFERS)) == 2
