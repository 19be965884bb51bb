"""Thanks for what was kept (*Dank*)."""

from __future__ import annotations

from core.commitment import events as e
from core.commitment import settling
from core.errors import Code
from tests.core.test_commitment import (
    FULFILLED,
    PROMISED,
    Past,
    asker,
    commitment,
    coordination,
    third,
)
from tests.given import OPERATOR


def test_asker_and_coordination_thank_once_each_for_what_was_kept() -> None:
    here = commitment.by(asker).given(*FULFILLED)
    here.when(settling.Thank()).then(e.Thanked(org="birkfeld"))
    thanked: Past = (*FULFILLED, e.Thanked(org="birkfeld"))
    commitment.by(asker).given(*thanked).when(settling.Thank()).then()
    more = commitment.by(coordination).given(*thanked)
    more.when(settling.Thank()).then(e.Thanked(org=coordination.org))
    nobody = commitment.by(OPERATOR).given(*FULFILLED)
    nobody.when(settling.Thank()).refused(Code.OTHER_SIDE_MOVES)
    commitment.given(*FULFILLED).when(settling.Thank()).refused(Code.OTHER_SIDE_MOVES)
    commitment.by(third).given(*FULFILLED).when(settling.Thank()).refused(
        Code.NOT_A_PARTY
    )
    commitment.by(asker).given(*PROMISED).when(settling.Thank()).refused(
        Code.NOT_POSSIBLE_NOW
    )
