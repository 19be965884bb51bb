"""An export is recorded once, by whoever may hand texts on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from core.bundle.head import Scope
from core.errors import Code
from core.export import EXPORT, Absent, Command, Given, Made, Make
from core.facts import Facts, Power
from core.sealed import Sealed
from tests.core.walk import dead_ends, explore, survive
from tests.given import COORDINATION, OPERATOR, Spec, member

MAKE: Final = Make(scope=Scope.FULL, upto=80, to=Sealed("Rechnungsprüfung"))
MADE: Final = Made(scope=Scope.FULL, upto=80, to=Sealed("Rechnungsprüfung"))
OFFERS: Final[list[tuple[Command, Facts]]] = [(MAKE, OPERATOR)]
export = Spec(EXPORT)
auditor = member("kreis", Power.AUDIT)


@pytest.mark.parametrize("who", [OPERATOR, COORDINATION, auditor])
def test_what_leaves_is_recorded_once(who: Facts) -> None:
    export.by(who).when(MAKE).then(MADE)
    export.by(who).given(MADE).when(MAKE).then()


def test_nobody_else_hands_texts_on() -> None:
    clerk = member("lindgrund", Power.ANSWER)
    export.by(clerk).when(MAKE).refused(Code.NO_POWER, power="audit")


def test_whoever_may_see_a_list_takes_it_along() -> None:
    clerk = member("lindgrund", Power.ANSWER)
    part = Make(scope=Scope.PART, upto=80)
    export.by(clerk).when(part).then(Made(scope=Scope.PART, upto=80))


def test_a_recipient_has_a_name_if_one_is_said() -> None:
    export.when(replace(MAKE, to=Sealed(" "))).refused(Code.TEXT_MISSING)
    unsaid = Make(scope=Scope.PART, upto=80, item="Z1")
    export.when(unsaid).then(Made(scope=Scope.PART, upto=80, item="Z1"))


def test_every_state_is_reached_and_the_last_one_stays() -> None:
    follows = explore(EXPORT, OFFERS)
    assert set(follows) == {Absent, Given}
    assert dead_ends(follows) == {Given}


@pytest.mark.parametrize("seed", range(3))
def test_even_an_impossible_past_can_be_replayed(seed: int) -> None:
    survive(EXPORT, (MADE,), OFFERS, seed)
